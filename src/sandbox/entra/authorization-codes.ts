import { createHash, randomBytes } from 'node:crypto';
import { EntraError } from './entra-error.ts';

/** Entra: authorization codes expire after about 10 minutes. */
const lifetimeMs = 600_000;

/** What a code was issued for. */
export interface AuthorizationGrant {
  readonly personId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  /** S256 challenge. */
  readonly codeChallenge: string;
  /** Policies that the person met when they signed in. */
  readonly met: readonly string[];
}

export interface AuthorizationCodes {
  issue(grant: AuthorizationGrant): string;
  /**
   * Redeems a code, once.
   *
   * @throws EntraError `codeUnknown`, `codeUsed`, `codeExpired`, `redirectMismatch`, `pkceMismatch`.
   */
  redeem(code: string, proof: { redirectUri: string; verifier: string }): AuthorizationGrant;
}

/** Authorization codes of one app, in memory. */
export function createAuthorizationCodes(options: { now: () => Date }): AuthorizationCodes {
  const issued = new Map<string, { grant: AuthorizationGrant; expiresAt: number; used: boolean }>();
  return {
    issue(grant) {
      const code = `0.${randomBytes(48).toString('base64url')}`;
      issued.set(code, { grant, expiresAt: options.now().getTime() + lifetimeMs, used: false });
      return code;
    },
    redeem(code, { redirectUri, verifier }) {
      const found = issued.get(code);
      if (!found) throw new EntraError('codeUnknown');
      if (found.used) throw new EntraError('codeUsed');
      if (found.expiresAt <= options.now().getTime()) throw new EntraError('codeExpired');
      if (found.grant.redirectUri !== redirectUri) throw new EntraError('redirectMismatch');
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (challenge !== found.grant.codeChallenge) throw new EntraError('pkceMismatch');
      found.used = true;
      return found.grant;
    },
  };
}
