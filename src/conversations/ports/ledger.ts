import type { Person } from '../person.ts';
import type { ConversationRequest } from '../request.ts';

export interface Accepted {
  /** The new row; or the one stored under the same source key; or, with `similar`, the one that says the same. */
  request: ConversationRequest;
  first: boolean;
  /**
   * No request was stored, because `request` of the same author says the same and is recent or not settled, now or when
   * this source key came first: it is kept with that request.
   */
  similar: boolean;
  /** No request was stored, because what it should have taken the place of is not what was read any more: `request` is that one. */
  notReplaced?: true;
}

/** How much due work of one kind there is. */
export interface DueCount {
  kind:
    | 'requests'
    | 'receipts'
    | 'follow-ups'
    | 'watched-groups'
    | 'subscriptions'
    | 'notices'
    | 'announcements'
    | 'announcement-receivers'
    | 'announcement-cards';
  /** Rows that are due and not held. */
  due: number;
  /** Rows held by somebody now. */
  held: number;
  /** How long the oldest has been due, in milliseconds; 0 when none is. */
  oldestMs: number;
}

/**
 * The durable list of requests: one row each, one per source key.
 *
 * A row can be held by one worker at a time. The hold ends by itself (`holdMs`, by the database's clock), so that a worker
 * that died gives its rows back; a write by the holder renews it. A hold is not re-entrant: `take` is refused to its own
 * holder too. Showing the receipt is work of its own, with a hold of its own.
 */
export interface Ledger {
  /**
   * Stores a new request, held by `holder`, or finds the one stored under the same source key (unchanged). With
   * `similarSince`: finds the author's request with the same content hash that is not settled (accepted, sending, waiting,
   * unknown) or was created at or after that time (and is neither refused nor discarded), and stores nothing; of several
   * at once, over all instances, exactly one is stored. With `replaces`: writes that request, as `write` does, in the same transaction, or stores neither.
   * Durable when the promise resolves.
   */
  accept(
    request: ConversationRequest,
    holder: string,
    options?: { similarSince?: Date; replaces?: ConversationRequest },
  ): Promise<Accepted>;
  find(id: string): Promise<ConversationRequest | undefined>;
  /** The request that was stored, or answered as similar, under this key. */
  findBySource(sourceKey: string): Promise<ConversationRequest | undefined>;
  /** Takes hold of one row if nobody holds it; answers the row as it is now, or undefined. */
  take(id: string, holder: string): Promise<ConversationRequest | undefined>;
  /** Takes up to `limit` rows that are due and not held, oldest first. */
  takeDue(holder: string, limit: number): Promise<ConversationRequest[]>;
  /**
   * Writes the row if it is still at `request.version` and held by `holder` (or by nobody), with `version + 1`; answers
   * the row as written, or undefined when somebody else was quicker. The receipt is not written here, but becomes due
   * `receiptGraceMs` later (a setting of the store): whoever wrote usually shows it before.
   */
  write(request: ConversationRequest, holder: string): Promise<ConversationRequest | undefined>;
  /** Like `write`, whoever holds the row: for a success that is learnt late, which nothing may get in the way of. */
  writeOver(request: ConversationRequest): Promise<ConversationRequest | undefined>;
  /** Gives the row back without changing it. */
  release(id: string, holder: string): Promise<void>;
  /** Makes what waits for this person's sign-in due, looks too, so that it goes on even if this process dies now. */
  wakeSignedIn(person: Person): Promise<void>;
  /** A person's requests that wait for sign-in, to be posted or to be looked for, oldest first. */
  waitingForSignIn(person: Person): Promise<ConversationRequest[]>;
  /**
   * A person's requests, at most `limit`: those that are open (accepted, sending, waiting, unknown), then what is planned, then
   * what was refused; the newest of each first.
   */
  openOf(person: Person, limit: number): Promise<ConversationRequest[]>;
  /** How many those are without a limit. */
  countOpen(person: Person): Promise<number>;
  /** Whether a request of this process's tenants created this conversation or thread at or after a time. */
  createdSince(ids: { conversationId?: string; threadId?: string }, since: Date): Promise<boolean>;
  /**
   * Claims a post for one request; false when another request has it. Asking again for the same request answers true.
   */
  claim(post: { groupId: string; threadId: string; postId: string }, requestId: string): Promise<boolean>;

  /** Takes hold of showing a request's receipt if nobody holds it; answers the request as it is now. */
  takeReceipt(id: string, holder: string): Promise<ConversationRequest | undefined>;
  /** Takes up to `limit` requests whose receipt is due (older than the request) and not held. */
  takeDueReceipts(holder: string, limit: number): Promise<ConversationRequest[]>;
  /**
   * Remembers which card shows the request, and at which version (never goes back to an older one); gives the receipt back.
   * It stays due if the request has moved on meanwhile.
   */
  receiptShown(id: string, receipt: { activityId: string; version: number }, holder: string): Promise<void>;
  /** The receipt could not be shown: due again after that time, or never (the chat is gone). Gives it back. */
  receiptFailed(id: string, holder: string, retryInMs: number | undefined): Promise<void>;
  /** How often showing the receipt has failed in a row. */
  receiptFailures(id: string): Promise<number>;

  dueCounts(): Promise<DueCount[]>;
}
