import type { Person } from '../person.ts';

/**
 * - `sign-in-card`: an OAuth card shown to a person in a chat, waiting for its token exchange;
 * - `authorization`: a browser on its way through Entra (`secret` holds PKCE verifier, nonce and browser binding);
 * - `verification`: the one-time code with which the pop-up closes;
 * - `asked-card`: a sign-in card that nobody has answered yet, by the id of its exchange (`secret`: where it was asked for in
 *   words, and the line there);
 * - `shown-card`: the message that shows a sign-in card, by the id of its exchange (`secret` says where it is). As long as
 *   it is there, its button works;
 * - `delete-conversation`, `forward-post`: a card that asks back (`secret` says about what);
 * - `file-consent`: a question whether a file may be put into the person's OneDrive (`secret` says which).
 */
export type TicketKind =
  | 'sign-in-card'
  | 'authorization'
  | 'verification'
  | 'asked-card'
  | 'shown-card'
  | 'delete-conversation'
  | 'forward-post'
  | 'file-consent';

/** Something outstanding that a person may answer once and not for long. */
export interface Ticket {
  readonly kind: TicketKind;
  readonly id: string;
  readonly person: Person;
  readonly chatId: string;
  /** Stored encrypted. */
  readonly secret?: string;
  readonly expiresAt: Date;
}

/** Tickets at rest, shared by all instances. Expiry is judged by the caller's clock (`now`). */
export interface Tickets {
  put(ticket: Ticket): Promise<void>;
  /** The ticket if it exists, is not used and has not expired; it stays usable. */
  find(kind: TicketKind, id: string, now: Date): Promise<Ticket | undefined>;
  /** Like `find`, and nobody gets it again: of several at once exactly one receives it. */
  use(kind: TicketKind, id: string, now: Date): Promise<Ticket | undefined>;
  /** Ends everything that is outstanding for a person, of every kind. */
  forget(person: Person): Promise<void>;
  /** All of a person's of a kind that `find` would find; they stay usable. */
  list(kind: TicketKind, person: Person, now: Date): Promise<Ticket[]>;
  /** Uses up all of a person's: of several calls at once, each ticket goes to exactly one. */
  useAll(kind: TicketKind, person: Person, now: Date): Promise<Ticket[]>;
}
