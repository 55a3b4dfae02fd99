import type { Person } from '../person.ts';

/** One encrypted token cache per person; what is inside is `identity/`'s business. */
export interface TokenPartitions {
  read(person: Person): Promise<string | undefined>;
  write(person: Person, contents: string): Promise<void>;
  forget(person: Person): Promise<void>;
}
