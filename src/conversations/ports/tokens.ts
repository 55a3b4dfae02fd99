import type { CodedError } from '../errors/coded-error.ts';
import type { Person } from '../person.ts';

/** What asking for a person's Graph token without the person present can end in. */
export type TokenAnswer =
  | {
      kind: 'token';
      token: string;
      expiresAt: Date;
      /** The delegated permissions that Entra said it granted with it, by bare name. */
      granted?: readonly string[];
    }
  /** The person must sign in or consent first. */
  | { kind: 'sign-in'; error: CodedError }
  /** Entra is throttling or cannot be reached: nothing was sent, try again at `until`. */
  | { kind: 'wait'; until: Date; error: CodedError };

export interface Tokens {
  /**
   * A delegated Graph access token of this person: from the cache, else by refresh token.
   * `claims` (from a 401 of Graph) or `renew` bypass the cached access token. Never throws for what Entra answers.
   */
  graphToken(person: Person, options?: { claims?: string; renew?: boolean }): Promise<TokenAnswer>;
}
