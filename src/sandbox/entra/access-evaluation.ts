import type { JWTPayload } from 'jose';

/**
 * Continuous access evaluation: something happened to a person's session, so Graph refuses tokens from before and names
 * the claims of a token that it would take (learn.microsoft.com, "Continuous access evaluation").
 */
export interface AccessEvaluation {
  /** From now on Graph wants a new token of this person. */
  interrupt(personId: string): void;
  /** Takes note of a token that was issued for a `nbf` claim of that value. */
  issued(personId: string, tokenId: string, notBefore: string | undefined): void;
  /** The claims (JSON text) that this token lacks; undefined when it is good, or was issued to a client without `cp1`. */
  challenge(token: JWTPayload): string | undefined;
}

export function createAccessEvaluation(options: { now: () => Date }): AccessEvaluation {
  const interrupted = new Map<string, { since: string; met: Set<string> }>();
  return {
    interrupt(personId) {
      const since = String(Math.floor(options.now().getTime() / 1000));
      interrupted.set(personId, { since, met: new Set() });
    },
    issued(personId, tokenId, notBefore) {
      const found = interrupted.get(personId);
      if (found !== undefined && found.since === notBefore) found.met.add(tokenId);
    },
    challenge({ oid, uti, xms_cc: capabilities }) {
      const found = interrupted.get(String(oid));
      const capable = Array.isArray(capabilities) && capabilities.includes('cp1');
      if (found === undefined || !capable || found.met.has(String(uti))) return undefined;
      return JSON.stringify({ access_token: { nbf: { essential: true, value: found.since } } });
    },
  };
}
