import type { ConversationRequest } from '../request.ts';

/** The card that tells the author what became of a request. */
export interface Receipts {
  /**
   * Shows the request as it is now, in its place: updates its card, or posts one. Answers the card's activity id, or
   * an empty one when what was shown cannot be updated later.
   *
   * @throws when the chat could not be reached; the caller decides whether to try again.
   */
  show(request: ConversationRequest): Promise<string>;
}
