import type { Author } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';

/** Who did something, and where: what is left of an activity when Bot Framework is taken away. */
export interface Turn {
  readonly activityId: string;
  readonly author: Author;
  readonly place: ReceiptPlace;
  /** The card's message when the person pressed something on it. */
  readonly replyToId?: string;
}
