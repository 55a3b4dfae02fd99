import type { UnreachableReason } from '../../conversations/ports/reach.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { Announcement, UncountedAnnouncement } from '../announcement.ts';
import type { Receiver } from '../receiver.ts';

/** What became of one message; as `watches/ports/notices.ts` has it for notices of watches. */
export type MessageOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason | 'too-big' | 'refused' }
  /** Nobody knows whether it arrived; it is not sent again. */
  | { readonly kind: 'unconfirmed' }
  /** It certainly did not arrive, and may be sent again. */
  | { readonly kind: 'retry'; readonly afterMs?: number };

/** Shows announcements in chats: their messages to receivers, and their progress to the sender. */
export interface AnnouncementMessages {
  /**
   * Tells one receiver. Called once for each, again only after `retry`; within `HOLD_TIME`. What it throws counts as
   * `unconfirmed`; what fails before anything is sent is `retry`.
   */
  tell(receiver: Pick<Receiver, 'id'>, announcement: UncountedAnnouncement): Promise<MessageOutcome>;
  /**
   * Shows the sender how far it is, or how it ended: updates the card `activityId`, or posts one.
   *
   * @returns the card's id; `gone` when there is nobody to be shown it any more
   * @throws when the chat could not be reached; it is tried again later
   */
  showProgress(
    announcement: Announcement & { readonly place: ReceiptPlace },
    activityId: string | undefined,
  ): Promise<{ kind: 'shown'; activityId: string } | { kind: 'gone' }>;
}
