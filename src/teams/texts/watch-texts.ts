/** What is said about watching. */
export interface WatchTexts {
  /** `polling`: answers come a few minutes late there. */
  started(what: string): string;
  /** In a chat of several people. */
  startedBy(person: string, what: string): string;
  already(what: string): string;
  readonly polling: string;
  /** Before everybody in a chat is shown a group's mail. */
  confirm(what: string): string;
  readonly confirmButton: string;
  which(example: string): string;
  readonly title: string;
  readonly none: string;
  readonly paused: string;
  readonly pausedForSignIn: string;
  /** A permission without which nothing is shown, and one without which it comes late. */
  readingLacks(permission: string): string;
  notificationsLack(permission: string): string;
  readonly tooLarge: string;
  readonly here: string;
  readonly elsewhere: string;
  more(count: number): string;
}

/** When a person is told. */
export interface NoticeSettingsTexts {
  readonly title: string;
  readonly open: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
  readonly note: string;
  readonly watchStarted: string;
  readonly yes: string;
  readonly no: string;
  readonly save: string;
  readonly saved: string;
  readonly badTime: string;
  readonly bothTimes: string;
}
