/** What is said about texts that are planned for later. */
export interface PlanTexts {
  /** Kickoff came to a planned text more than an hour late. */
  readonly late: string;
  /** `when`: weekday, date and time with the zone's name. */
  title(when: string): string;
  readonly note: string;
  /** Clocks go back that night. */
  readonly firstOfTwo: string;
  /** The button that opens the form with what is planned. */
  readonly change: string;
  /** In place of one that its author changed. */
  readonly replaced: string;
  readonly replacedNote: string;
  /** It goes to many, or outside, which its author has not confirmed yet. */
  readonly confirmFirst: string;
  /** The button that does. */
  readonly confirm: string;
}
