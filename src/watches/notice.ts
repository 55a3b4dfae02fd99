import type { Person } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import type { MailPost } from './mail-post.ts';
import type { WatchWord } from './notice-item.ts';
import type { WatchTarget } from './watch.ts';

/** New posts of one conversation, oldest first. */
export interface NoticeConversation {
  readonly group: WatchTarget['group'];
  readonly conversationId?: string;
  /** The thread of the newest post: where a reply goes. */
  readonly threadId: string;
  readonly topic: string;
  readonly posts: readonly MailPost[];
  /** The watches that asked for it, to be stopped from the card. */
  readonly watchIds: readonly string[];
}

/**
 * Everything that a card needs.
 * - `posts`: news of one conversation;
 * - `summary`: news of several at once: a daily digest, or what came in while it was quiet or nobody was signed in;
 * - `access-lost`: the watcher may not read the group any more and the watch has ended;
 * - `not-shown-here`: the operator has switched off watching into chats that others read, and the watch has ended;
 * - `sign-in`: watching goes on as soon as the watcher has signed in;
 * - `reading-lacks`, `notifications-lack`: an administrator has to grant a permission, then it goes on by itself;
 * - `too-large`: the group has more threads than can be read, and nothing of it is shown while that is so.
 */
export type NoticeContent =
  | { readonly kind: 'posts'; readonly conversation: NoticeConversation }
  | { readonly kind: 'summary'; readonly conversations: readonly NoticeConversation[] }
  | { readonly kind: WatchWord; readonly target: WatchTarget };

export type Notice = NoticeContent & {
  /** The same for the same news; 32 hex digits. */
  readonly id: string;
  readonly place: ReceiptPlace;
  /** Whose access it was checked with, or who is concerned. In a shared chat others read it too. */
  readonly watcher: Person;
};
