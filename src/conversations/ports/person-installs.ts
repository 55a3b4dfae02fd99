import type { Person } from '../person.ts';

/**
 * What is known about Kickoff in somebody's personal scope, as far as it was to be installed for them:
 * - `removed`: they (or an administrator) have removed it, and it is not installed for them again;
 * - `trying`: an instance is at it;
 * - `installed`: it was installed `sinceMs` milliseconds ago;
 * - `refused`: it could not be, lately.
 */
export type PersonInstall =
  | { readonly state: 'removed' | 'trying' | 'refused' }
  | { readonly state: 'installed'; readonly sinceMs: number };

/** For whom Kickoff was installed, and who has removed it. */
export interface PersonInstalls {
  /**
   * Takes on installing it for somebody, over all instances, for `holdMs` milliseconds.
   *
   * @returns undefined when the caller is to do it; else why not
   */
  begin(person: Person, holdMs: number): Promise<PersonInstall | undefined>;
  /** Ends what was begun: nobody tries again for `restMs` milliseconds. A removal meanwhile stays. */
  end(person: Person, state: 'installed' | 'refused', restMs: number): Promise<void>;
  /** It was removed from their personal scope. */
  removed(person: Person): Promise<void>;
  /** They have it (again). */
  added(person: Person): Promise<void>;
}
