/** What everybody in a chat reads of a card that is one person's, in place of the sentences that address that person. */
export interface OthersTexts {
  /** In front of a sentence that addresses a person by “you”: who that is. */
  to(name: string, says: string): string;
  readonly planned: (name: string) => string;
  /** It is planned, and goes to many or outside, which its author has not confirmed yet. */
  readonly confirmFirst: (name: string) => string;
  /** Title, and the sentence under it, while its author is asked. */
  readonly notYet: string;
  readonly decides: (name: string) => string;
  readonly waitingForSignIn: string;
  readonly replyAccepted: string;
  readonly refusedNote: string;
  foundTwice(count: number): string;
  /** Nobody could look, and: it is tried again once the person has signed in; when they say so. */
  nothingSentUntilSignIn(name: string): string;
  nothingSentDecides(name: string): string;
  /** Title of what somebody has sent twice. */
  readonly sameAgain: string;
  /** Of a notice to many that its sender paused. */
  readonly paused: string;
}
