import type { Person } from '../person.ts';

/**
 * What Graph or Entra wants to see in a person's next token (a claims challenge, as JSON text) and only the person can
 * provide. Kept until they did, so that whichever sign-in card they press asks for it.
 */
export interface Challenges {
  read(person: Person): Promise<string | undefined>;
  write(person: Person, claims: string): Promise<void>;
  forget(person: Person): Promise<void>;
}
