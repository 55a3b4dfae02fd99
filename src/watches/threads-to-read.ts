import type { MailThread, SeenPost } from './mail-post.ts';

/** Posts may become readable this much later than they are dated, in milliseconds: so far back is read again each time. */
export const overlap = 600_000;

/**
 * The threads of a list that may hold something new, those first of which nothing is known. After an outage a mailbox may
 * hold more than one round can read: a thread is left out when its last post was found in a round so late that whatever
 * came with it was readable as well.
 *
 * @param from nothing older matters
 */
export function threadsToRead(
  listed: readonly MailThread[],
  seen: readonly SeenPost[],
  from: Date,
): MailThread[] {
  const known = new Map<string, SeenPost>();
  for (const post of seen) {
    const other = known.get(post.threadId);
    if (other === undefined || other.receivedAt < post.receivedAt) known.set(post.threadId, post);
  }
  const isRead = ({ id, lastDelivered }: MailThread): boolean => {
    const last = known.get(id);
    return last !== undefined && lastDelivered !== undefined && last.receivedAt >= lastDelivered;
  };
  const isDone = (thread: MailThread): boolean => {
    const last = known.get(thread.id);
    return (
      isRead(thread) && last !== undefined && last.readAt.getTime() >= last.receivedAt.getTime() + overlap
    );
  };
  return listed
    .filter(({ lastDelivered }) => lastDelivered === undefined || lastDelivered >= from)
    .filter((thread) => !isDone(thread))
    .toSorted((one, other) => Number(isRead(one)) - Number(isRead(other)));
}
