import type { Person } from '../person.ts';

/** A command that posts nothing and waits for its person to sign in; what it is, only its owner's room knows. */
export interface WaitingCommand {
  readonly person: Person;
  readonly chatId: string;
  /** Stored encrypted. */
  readonly command: string;
  readonly expiresAt: Date;
}

/** One command per person and chat; a newer one takes its place. */
export interface WaitingCommands {
  put(waiting: WaitingCommand): Promise<void>;
  /** Every one that has not expired at `now`, and nobody gets them again. */
  takeAll(person: Person, now: Date): Promise<string[]>;
}
