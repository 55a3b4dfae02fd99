import type { CodedError } from '../errors/coded-error.ts';
import type { Profile } from '../ports/account-probe.ts';
import type { FeaturePermission } from './permission-table.ts';

/** - `granted`: Entra granted one of its permissions; - `missing`: none; - `refused`: granted or not, Graph said no. */
export type FeatureState = FeaturePermission & { readonly state: 'granted' | 'missing' | 'refused' };

/** What Kickoff knows about a person who is signed in. */
export interface Account {
  /** Undefined when Graph did not say. */
  readonly profile: Profile | undefined;
  readonly features: readonly FeatureState[];
  /** Where an administrator grants the app's permissions for everybody. */
  readonly adminLink: string;
}

export type AccountAnswer =
  | { readonly kind: 'signed-in'; readonly account: Account }
  /** The person must sign in or agree first, or Entra cannot be asked now: `error` says which. */
  | { readonly kind: 'not-signed-in' | 'not-now'; readonly error: CodedError };
