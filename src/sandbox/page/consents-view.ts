/** What the page shows and changes of a person's consent to the app. */
export interface ConsentsView {
  /** Delegated permissions that the app may use for the person; empty when they have not agreed. */
  granted(personId: string): readonly string[];
  withdraw(personId: string): void;
}
