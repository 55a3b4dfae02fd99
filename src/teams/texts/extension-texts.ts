/** What the message extension says. */
export interface ExtensionTexts {
  /** Before a message that is quoted: who wrote it. */
  quoted(name: string): string;
  /** The link to it. */
  readonly openMessage: string;
  readonly nothingFound: string;
  /** `searched` of `groups` groups were read. */
  partly(searched: number, groups: number): string;
  readonly partlyNote: string;
  /** Signing in is not possible at the moment: the search is to be tried again. */
  readonly searchAgain: string;
  readonly lastPost: string;
}
