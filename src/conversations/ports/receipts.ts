import type { RequestInChat } from '../request.ts';

/** The card that shows a request; an empty id when what was shown cannot be updated later. */
export type ShownReceipt =
  | { kind: 'shown'; activityId: string }
  /** Its chat is gone, or the bot is not wanted there: no use in trying again. */
  | { kind: 'unreachable' };

/** The card that tells the author what became of a request. */
export interface Receipts {
  /**
   * Shows the request as it is now, in its place: updates its card, or posts one.
   *
   * @throws when the chat could not be reached; it is tried again later
   */
  show(request: RequestInChat): Promise<ShownReceipt>;
}
