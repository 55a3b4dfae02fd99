/** What somebody has in front of them after they did something on a surface. */
export interface Attempt {
  /** `done`: it went through. `asks`: a button to sign in is there. `says`: a sentence says what to do. */
  kind: 'done' | 'asks' | 'says';
  /** What is read at that place. */
  text: string;
  /** Where the sign-in button leads, and what the client does when its pop-up has closed. */
  link?: string;
  finish?: (state: string) => Promise<Attempt>;
  /** The same press once more, with what was typed. */
  again?: () => Promise<Attempt>;
}
