import type { Author } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';

/** Who did something, and where: what is left of an activity when Bot Framework is taken away. */
export interface Turn {
  readonly activityId: string;
  readonly author: Author;
  /** Where it is answered: where it was said, or the author's own chat for what nobody else saw. */
  readonly place: ReceiptPlace;
  /** The chat it was said in, a channel without its thread: whose default group and lists count. */
  readonly chatId: string;
  /** The card's message when the person pressed something on it. */
  readonly replyToId?: string;
  /** It goes on after a sign-in that it had to wait for. */
  readonly resumed?: true;
}
