import { randomBytes } from 'node:crypto';
import { EntraError } from './entra-error.ts';

/** Entra's default for confidential clients: 90 days without use. */
const lifetimeMs = 90 * 86_400_000;

export interface RefreshTokens {
  issue(personId: string): string;
  /**
   * The person a token was issued to; a token stays usable after use, as Entra's do.
   *
   * @throws EntraError `refreshUnknown`, `refreshRevoked`, `refreshExpired`.
   */
  redeem(token: string): string;
  /** Ends every token that the person's app holds, as a changed password does. */
  revoke(personId: string): void;
}

/** Refresh tokens of one app, in memory. */
export function createRefreshTokens(options: { now: () => Date }): RefreshTokens {
  const issued = new Map<string, { personId: string; expiresAt: number; revoked: boolean }>();
  return {
    issue(personId) {
      const token = `0.${randomBytes(48).toString('base64url')}`;
      issued.set(token, { personId, expiresAt: options.now().getTime() + lifetimeMs, revoked: false });
      return token;
    },
    redeem(token) {
      const found = issued.get(token);
      if (!found) throw new EntraError('refreshUnknown');
      if (found.revoked) throw new EntraError('refreshRevoked');
      if (found.expiresAt <= options.now().getTime()) throw new EntraError('refreshExpired');
      return found.personId;
    },
    revoke(personId) {
      for (const each of issued.values()) if (each.personId === personId) each.revoked = true;
    },
  };
}
