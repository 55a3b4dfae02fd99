import type { Feature } from '../../conversations/account/permission-table.ts';

/** What is said about who somebody is and what may be done as them. */
export interface AccountTexts {
  readonly title: string;
  readonly notSignedIn: string;
  readonly toSignIn: string;
  readonly name: string;
  readonly mail: string;
  /** Label of the tenant's id. */
  readonly organisation: string;
  readonly allowed: string;
  readonly notAllowed: string;
  /** `permissions`: names joined by “or”; any of them is enough. */
  missing(permissions: string): string;
  /** It is granted, and Microsoft 365 says no all the same. */
  readonly refused: string;
  /** What each feature is, and what happens without it. */
  readonly features: Readonly<Record<Feature, { readonly does: string; readonly without: string }>>;
  /** Before the link with which an administrator grants what is missing. */
  readonly forAdmin: string;
  readonly adminButton: string;
  readonly afterwards: string;
}
