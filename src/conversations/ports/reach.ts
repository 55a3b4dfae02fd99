import type { Person } from '../person.ts';

/**
 * Why somebody cannot be written to: they blocked the bot (or an administrator did), it is not installed for them, their
 * chat is gone, or the channel forbids it.
 */
export type UnreachableReason = 'blocked' | 'not-installed' | 'gone' | 'not-allowed';

/** Who could not be written to in their own chat, remembered until they are back: no message is tried before. */
export interface Reach {
  lost(person: Person, reason: UnreachableReason): Promise<void>;
  /** Why nothing can be sent to the person; undefined when nothing is known against it. */
  unreachable(person: Person): Promise<UnreachableReason | undefined>;
  /** The person wrote, or added the bot again; answers whether they could not be reached before. */
  regained(person: Person): Promise<boolean>;
}
