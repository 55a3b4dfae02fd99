import type { ConversationRequest } from '../request.ts';
import type { DueCount } from './ledger.ts';

/**
 * What follows a request that was created, as due work of its own: there is one row for each, from the same moment on in
 * which the request is `created`, whether or not anybody is shown a card. Due until it is done; a hold is as a request's.
 */
export interface FollowUpWork {
  /** Takes hold of what follows a request, if it is still to be done and nobody holds it; answers the request as it is now. */
  take(id: string, holder: string): Promise<ConversationRequest | undefined>;
  /** Takes up to `limit` that are due and not held. */
  takeDue(holder: string, limit: number): Promise<ConversationRequest[]>;
  /** Done, for good. */
  done(id: string, holder: string): Promise<void>;
  /** It failed: due again after that time, or given up. Gives it back. */
  failed(id: string, holder: string, retryInMs: number | undefined): Promise<void>;
  /** How often it has failed. */
  failures(id: string): Promise<number>;
  dueCount(): Promise<DueCount>;
}
