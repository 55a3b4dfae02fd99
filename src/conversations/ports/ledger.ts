import type { Person } from '../person.ts';
import type { ConversationRequest } from '../request.ts';

/**
 * The durable list of requests: one row each, one per source key.
 *
 * A row can be held by one worker at a time. The hold ends by itself (`holdMs`, by the database's clock), so that
 * a worker that died gives its rows back.
 */
export interface Ledger {
  /**
   * Stores a new request, held by `holder`, or finds the one stored under the same source key (`first: false`,
   * unchanged). Durable when the promise resolves.
   */
  accept(
    request: ConversationRequest,
    holder: string,
  ): Promise<{ request: ConversationRequest; first: boolean }>;
  find(id: string): Promise<ConversationRequest | undefined>;
  findBySource(sourceKey: string): Promise<ConversationRequest | undefined>;
  /** Takes hold of one row if nobody holds it; answers the row as it is now, or undefined. */
  take(id: string, holder: string): Promise<ConversationRequest | undefined>;
  /** Takes up to `limit` rows that are due and not held, oldest first. */
  takeDue(holder: string, limit: number): Promise<ConversationRequest[]>;
  /**
   * Writes the row if it is still at `request.version` and held by `holder` (or by nobody), with `version + 1`;
   * answers the row as written, or undefined when somebody else was quicker. The receipt is not written here.
   */
  write(request: ConversationRequest, holder: string): Promise<ConversationRequest | undefined>;
  /** Gives the row back without changing it. */
  release(id: string, holder: string): Promise<void>;
  /** A person's requests that wait for sign-in, oldest first. */
  waitingForSignIn(person: Person): Promise<ConversationRequest[]>;
  /** Remembers which card shows the request, and at which version (never goes back to an older one). */
  receiptShown(id: string, receipt: { activityId: string; version: number }): Promise<void>;
}
