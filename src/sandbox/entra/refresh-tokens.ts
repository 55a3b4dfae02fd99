import { randomBytes } from 'node:crypto';
import { EntraError } from './entra-error.ts';

/** Entra's default for confidential clients: 90 days without use. */
const lifetimeMs = 90 * 86_400_000;

export interface RefreshTokens {
  /** @param met policies that the person met when they signed in */
  issue(personId: string, met: readonly string[]): string;
  /**
   * What a token was issued to; it stays usable after use, as Entra's do.
   *
   * @throws EntraError `refreshUnknown`, `refreshRevoked`, `refreshExpired`.
   */
  redeem(token: string): { personId: string; met: readonly string[] };
  /** Ends every token that the person's app holds, as a changed password does. */
  revoke(personId: string): void;
}

interface IssuedToken {
  personId: string;
  met: readonly string[];
  expiresAt: number;
  revoked: boolean;
}

/** Refresh tokens of one app, in memory. */
export function createRefreshTokens(options: { now: () => Date }): RefreshTokens {
  const issued = new Map<string, IssuedToken>();
  return {
    issue(personId, met) {
      const token = `0.${randomBytes(48).toString('base64url')}`;
      issued.set(token, { personId, met, expiresAt: options.now().getTime() + lifetimeMs, revoked: false });
      return token;
    },
    redeem(token) {
      const found = issued.get(token);
      if (!found) throw new EntraError('refreshUnknown');
      if (found.revoked) throw new EntraError('refreshRevoked');
      if (found.expiresAt <= options.now().getTime()) throw new EntraError('refreshExpired');
      return found;
    },
    revoke(personId) {
      for (const each of issued.values()) if (each.personId === personId) each.revoked = true;
    },
  };
}
