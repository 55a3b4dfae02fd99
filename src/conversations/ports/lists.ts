import type { Person } from '../person.ts';

/** A group as a list showed it. */
export interface ListedGroup {
  readonly id: string;
  readonly name: string;
  readonly mail?: string;
}

/** A line of a list: a group, or a conversation in one. */
export interface ListItem {
  readonly group: ListedGroup;
  readonly conversation?: {
    readonly id: string;
    readonly topic: string;
    readonly lastDelivered?: Date;
    /** Its last words, as plain text. */
    readonly preview?: string;
  };
}

/** What somebody was last shown with numbers, the first line being number 1. */
export interface NumberedList {
  /** Tells lists apart; 32 hex digits. */
  readonly id: string;
  readonly items: readonly ListItem[];
  readonly expiresAt: Date;
}

/** Whose list, and in which chat. */
export interface ListOwner {
  readonly person: Person;
  readonly chatId: string;
}

/** The last list of each person in each chat, stored encrypted. */
export interface Lists {
  /** Takes the place of the one before. */
  keep(owner: ListOwner, list: NumberedList): Promise<void>;
  /** Undefined when there is none, or it has expired at `now`. */
  find(owner: ListOwner, now: Date): Promise<NumberedList | undefined>;
}
