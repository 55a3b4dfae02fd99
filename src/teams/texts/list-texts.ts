/** Numbered lists of groups and conversations. Numbers are written as they are typed, with their sign. */
export interface ListTexts {
  readonly groups: string;
  readonly newest: string;
  readonly noGroups: string;
  noneIn(group: string): string;
  readonly noneAnywhere: string;
  /** In place of an empty topic. */
  readonly noTopic: string;
  /** Not all groups of the person were read. */
  onlySome(read: number, all: number): string;
  notRead(count: number): string;
  /** The button for further lines. */
  more(count: number): string;
  readonly old: string;
  noList(number: string): string;
  noSuchNumber(number: string, last: string): string;
  /** The number stands for a group where a conversation is needed. */
  isGroup(number: string): string;
  readonly reply: string;
  readonly newThread: string;
  readonly start: string;
  readonly recent: string;
  readonly use: string;
  /** To whoever pressed a button whose answer is a message of its own. */
  readonly isBelow: string;
  readonly inOwnChat: string;
  readonly noOwnChat: string;
  lastWords(words: string): string;
}
