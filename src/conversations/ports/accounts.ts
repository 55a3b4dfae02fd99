import type { CodedError } from '../errors/coded-error.ts';
import type { Person } from '../person.ts';

/** What Entra says about a person's sign-in. */
export type SignInState =
  | {
      kind: 'signed-in';
      /** A Graph token, to ask Graph with. */
      token: string;
      /** The delegated permissions that Entra said it granted with it, by bare name. */
      granted: readonly string[];
      /** Where an administrator of the person's organisation grants the app's permissions for everybody. */
      adminLink: string;
    }
  | { kind: 'sign-in' | 'wait'; error: CodedError };

export interface Accounts {
  /** Never throws for what Entra answers; `claims` and `renew` are those of `Tokens.graphToken`. */
  describe(person: Person, options?: { claims?: string; renew?: boolean }): Promise<SignInState>;
}
