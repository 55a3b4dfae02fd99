import type { MailPost } from './mail-post.ts';
import type { Watch } from './watch.ts';

/** Whether a watch is about this post, whoever wrote it. */
export function matchesTarget(
  { target }: Pick<Watch, 'target'>,
  post: Pick<MailPost, 'conversationId' | 'threadId'>,
): boolean {
  if (target.conversationId === undefined && target.threadId === undefined) return true;
  return (
    (target.conversationId !== undefined && target.conversationId === post.conversationId) ||
    (target.threadId !== undefined && target.threadId === post.threadId)
  );
}

/**
 * Whether a post is news for a watch: it came after the watch began, and its watcher did not write it. In a shared chat
 * the watcher's own posts are news for the others.
 *
 * @param authorId the object id of who posted it through Kickoff, if it was posted so
 */
export function isNews(watch: Watch, post: MailPost, authorId?: string): boolean {
  if (watch.state === 'ended' || watch.pausedFor === 'unreachable') return false;
  if (post.receivedAt < watch.since || !matchesTarget(watch, post)) return false;
  if (watch.place.chatType !== 'personal') return true;
  return authorId !== watch.watcher.objectId && !watch.addresses.includes(post.from.address);
}
