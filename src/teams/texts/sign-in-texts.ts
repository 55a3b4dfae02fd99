/** Signing in and out. */
export interface SignInTexts {
  readonly text: string;
  readonly button: string;
  readonly signedOut: string;
  /** Behind it: how many requests go on only after the next sign-in. */
  waitsForSignIn(count: number): string;
  /** Behind it: how many are planned, and go out only with a sign-in. */
  plannedNeedSignIn(count: number): string;
  /** In place of a sign-in card, once it has done its work. */
  readonly signedIn: string;
  /** In place of a sign-in card that a newer one replaces. */
  readonly newerBelow: string;
  /** Behind a question that waits for the sign-in card that is there already. */
  readonly alreadyAsked: string;
  /** The same in a chat of several people, where the answer is seen by all. */
  readonly inOwnChat: string;
  /** To `sign in` in such a chat: there is nothing to go on with. */
  readonly inOwnChatOnly: string;
  /** After a sign-in that Entra could not carry out just now. */
  readonly pressAgain: string;
  /** To somebody who has to sign in and has no personal chat with the bot that it could write to. */
  readonly openPersonalChat: string;
}
