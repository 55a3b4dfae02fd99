import type { CodedError } from '../../conversations/errors/coded-error.ts';

/** What came of the sign-in that an invoke brings along. */
export type SignInOutcome =
  /** It brings none. */
  | { kind: 'none' }
  | { kind: 'signed-in' }
  /** The token was not enough: only the button helps, if anything does. */
  | { kind: 'refused'; error: CodedError }
  /** Entra cannot say now; the button would not help either. */
  | { kind: 'wait'; error: CodedError }
  /** The code with which the pop-up closed is not this person's, or was used. */
  | { kind: 'wrong-code' };
