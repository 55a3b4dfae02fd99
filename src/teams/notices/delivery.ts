import type { UnreachableReason } from '../../conversations/ports/reach.ts';

/** What became of a message that nobody asked for in that moment. */
export type Delivery =
  | { readonly kind: 'delivered'; readonly activityId: string }
  /** It cannot be shown there, and certainly was not. `too-big` and `refused` say nothing about the next message. */
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason | 'too-big' | 'refused' }
  /** Nobody knows whether it arrived: never to be sent again. */
  | { readonly kind: 'unconfirmed' }
  /** It certainly did not arrive; it may be sent again, after the time that the channel named. */
  | { readonly kind: 'retry'; readonly afterMs?: number };
