import type { CodedError } from '../conversations/errors/coded-error.ts';

/** What a failed token request means. */
export type EntraRefusal =
  /** Only the person can help, by signing in; `claims` is what Entra wants to see from them then. */
  | { kind: 'sign-in'; claims?: string; error: CodedError }
  /** The person, or an administrator, has to agree. */
  | { kind: 'consent'; error: CodedError }
  /** The assertion or the code is not one that Entra takes. */
  | { kind: 'rejected'; error: CodedError }
  /** Nothing anybody did: try again at `until`. `operator`: not before somebody changes the registration. */
  | { kind: 'wait'; until: Date; operator: boolean; error: CodedError };
