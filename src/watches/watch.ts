import { createHash } from 'node:crypto';
import type { Author, Person } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';

/** A whole group, one conversation in it, or one thread where Graph told no conversation. Ids exactly as Graph gives them. */
export interface WatchTarget {
  readonly group: { readonly id: string; readonly name: string; readonly mail?: string };
  readonly conversationId?: string;
  readonly threadId?: string;
  /** What the conversation is called, for people. */
  readonly topic?: string;
}

/**
 * - `on`: new posts are shown;
 * - `paused`: nothing is shown until its watcher has signed in, or the bot is welcome in that chat again;
 * - `ended`: by its watcher, or because they may not read the group any more.
 */
export type WatchState = 'on' | 'paused' | 'ended';
export type PauseReason = 'sign-in' | 'unreachable';
/**
 * What Graph does not let Kickoff do for a watcher, for want of a permission of the app:
 * - `reading`: nothing can be shown until it is granted;
 * - `notifications`: the group is only polled.
 */
export type Lack = 'reading' | 'notifications';

/** A person's wish to hear of new posts in a chat, which is their own or one that others read too. */
export interface Watch {
  readonly id: string;
  readonly watcher: Author;
  readonly target: WatchTarget;
  readonly place: ReceiptPlace;
  /** The watcher's mail addresses in lower case: their own posts are no news to them. */
  readonly addresses: readonly string[];
  readonly state: WatchState;
  readonly pausedFor?: PauseReason;
  /** The watcher was told so. */
  readonly lacks?: Lack;
  /** The group has more threads than can be read, so nothing of it is shown. The watcher was told so. */
  readonly tooLarge?: true;
  /** Posts received before this are no news. By Graph's clock. */
  readonly since: Date;
  /** When the watcher was last seen to be able to read the group. */
  readonly accessAt?: Date;
}

/** The same watcher, chat and target are the same watch. */
export function watchId(watch: Pick<Watch, 'watcher' | 'place' | 'target'>): string {
  const { watcher, place, target } = watch;
  const parts = [
    watcher.tenantId,
    watcher.objectId,
    place.chatId,
    target.group.id,
    target.conversationId ?? '',
    target.threadId ?? '',
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** One text per chat. */
export function placeKey({ tenantId, chatId }: Pick<ReceiptPlace, 'tenantId' | 'chatId'>): string {
  return `${tenantId}|${chatId}`;
}

/** One text per group of a tenant. */
export function groupKey({ tenantId }: Pick<Person, 'tenantId'>, groupId: string): string {
  return `${tenantId}|${groupId}`;
}
