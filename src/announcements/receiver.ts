import type { UnreachableReason } from '../conversations/ports/reach.ts';

/**
 * - `waiting`: to be told;
 * - `sending`: a message to them was committed to; found again after a crash, it becomes `unconfirmed`;
 * - `delivered`, `unreachable` (why), `unconfirmed` (nobody knows, never sent again), `stopped`: for good.
 */
export type ReceiverState = 'waiting' | 'sending' | 'delivered' | 'unreachable' | 'unconfirmed' | 'stopped';

/** Why somebody was not told; `not-in-time`: it was tried for a day, and nothing could be sent to them. */
export type NotToldReason = UnreachableReason | 'too-big' | 'refused' | 'not-in-time';

/** One who is told, and what became of it. */
export interface Receiver {
  /** Object id of a person, or the id of a chat. */
  readonly id: string;
  /** As far as it is known. */
  readonly name?: string;
  readonly state: ReceiverState;
  readonly why?: NotToldReason;
  readonly doneAt?: Date;
}
