/** Notices of watches; `what`: a group's or conversation's name. */
export interface NoticeTexts {
  readonly newPost: string;
  newPosts(count: number): string;
  /** News of several conversations in one card. */
  summary(conversations: number): string;
  /** Posts, or conversations, that the card has no room for. */
  more(count: number): string;
  readonly reply: string;
  readonly replyMissing: string;
  readonly send: string;
  readonly stop: string;
  stopped(what: string): string;
  /** To somebody who watches nothing of it in this chat. */
  readonly notWatched: string;
  accessLost(what: string): string;
  /** What was watched into a channel or group chat, where that is not allowed any more. */
  notShownHere(what: string): string;
  signIn(what: string): string;
  /** Nothing can be shown until the permission is granted. */
  readingLacks(what: string, permission: string): string;
  /** Graph calls nobody, so posts come late. */
  notificationsLack(what: string, permission: string): string;
  /** The group has more threads than can be read. */
  tooLarge(what: string): string;
  readonly resume: string;
  /** In a chat into which Kickoff was put again. */
  readonly pausedHere: string;
  resumed(what: string): string;
  /** To somebody of whom nothing is paused in this chat. */
  readonly notPaused: string;
}
