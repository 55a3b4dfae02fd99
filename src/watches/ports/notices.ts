import type { Notice } from '../notice.ts';

/** What became of a notice. */
export type NoticeOutcome =
  | { readonly kind: 'delivered' }
  /** It cannot be shown there: the bot was blocked or removed, the chat is gone. Watching into it pauses,
   * unless it was this one notice that was too big or refused. */
  | {
      readonly kind: 'unreachable';
      readonly reason: 'blocked' | 'not-installed' | 'gone' | 'not-allowed' | 'too-big' | 'refused';
    }
  /** Nobody knows whether it arrived; it is not sent again. */
  | { readonly kind: 'unconfirmed' }
  /** It certainly did not arrive, and may be sent again. */
  | { readonly kind: 'retry'; readonly afterMs?: number };

/** Shows notices in chats. */
export interface Notices {
  /**
   * Shows one notice. Called once for each, again only after `retry`; within `HOLD_TIME`.
   * What it throws counts as `unconfirmed`.
   */
  deliver(notice: Notice): Promise<NoticeOutcome>;
}
