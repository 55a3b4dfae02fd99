/** What is said about forwarding posts and deleting conversations. */
export interface HousekeepingTexts {
  /** Buttons that ask first. */
  readonly askForward: string;
  readonly askDelete: string;
  readonly forwardTitle: string;
  readonly forwardTo: string;
  readonly forwardPicker: string;
  readonly forwardPlaceholder: string;
  readonly comment: string;
  readonly forward: string;
  /** Behind who of them is outside the organisation, and the button that sends it all the same. */
  readonly forwardIfMeant: string;
  readonly forwardOutside: string;
  forwarded(topic: string, count: number): string;
  /** Label of who is asked, where others look on. */
  readonly asked: string;
  readonly deleteTitle: string;
  readonly deleteNote: string;
  readonly delete: string;
  readonly keep: string;
  deleted(topic: string, group: string): string;
  kept(topic: string): string;
  /** After what passes by itself: nothing is tried again without the person. */
  readonly pressAgain: string;
  /** To a card that was answered already, is older than an hour, or is another person's. */
  readonly over: string;
}
