/** A receipt, in each state of its request. */
export interface ReceiptTexts {
  readonly working: string;
  readonly workingNote: string;
  readonly waitingForSignIn: string;
  readonly waiting: string;
  /** `when`: time of day (and date) in the reader's zone. */
  waitingUntil(when: string): string;
  readonly waitingSoon: string;
  readonly created: string;
  readonly threadCreated: string;
  /** Microsoft 365 has accepted the reply; and: it can be read in the group. */
  readonly replyAccepted: string;
  readonly replySent: string;
  readonly refused: string;
  readonly refusedNote: string;
  readonly unknown: string;
  /** Everything was read, and it is not there. */
  readonly notThere: string;
  /** `when`: time of the last look. */
  looked(group: string, when: string): string;
  readonly youDecide: string;
  readonly couldNotLook: string;
  /** Nobody could look, and: it is tried again; once the person has signed in; when the author says so. */
  readonly nothingSent: string;
  readonly nothingSentUntilSignIn: string;
  readonly nothingSentYouDecide: string;
  /** `count`: how often it is there. */
  foundTwice(count: number): string;
  readonly waitingForYou: string;
  readonly signedInLate: string;
  /** Many, or people outside, would get it. */
  readonly askFirst: string;
  readonly lookAgain: string;
  readonly sendAgain: string;
  readonly discard: string;
  readonly postNow: string;
  /** The button with which a request goes on that waits for it. */
  readonly signIn: string;
  readonly deleteSecond: string;
  readonly discarded: string;
  readonly discardedNote: string;
  readonly topic: string;
  readonly group: string;
  readonly conversation: string;
  /** Label of the author before anything was posted, and after. */
  readonly from: string;
  readonly author: string;
  readonly people: string;
  /** Behind the first few names: how many more there are. */
  morePeople(count: number): string;
  /** People who were chosen and whose names are not known yet. */
  chosenPeople(count: number): string;
  /** For a group or conversation that was chosen, where its name is not known yet. */
  readonly chosenGroup: string;
  readonly chosenConversation: string;
  readonly openInOutlook: string;
  readonly startAnother: string;
  readonly edit: string;
}
