import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Housekeeping } from '../conversations/ports/housekeeping.ts';
import { dateOf } from './date-of.ts';
import { forwardPost } from './forward-post.ts';
import type { GraphConnection } from './graph-connection.ts';
import { listThreads } from './list-threads.ts';
import { createLookReads } from './look-reads.ts';
import { odataQuery } from './odata-query.ts';
import { readList } from './read-list.ts';
import { postProperties } from './thread-post.ts';
import { threadPath } from './thread-path.ts';

/** A thread with more posts than this is not gone through. */
const mostPosts = 2_000;
const pageSize = 50;
/** All reads together, in milliseconds; somebody waits. */
const deadlineMs = 10_000;

/** Forwarding behind Graph, as `conversations/` wants it. */
export function createHousekeeping(connection: GraphConnection): Housekeeping {
  return {
    async newestPost(token, { groupId, conversationId }) {
      const reads = createLookReads(connection, { token, deadlineMs });
      const threads = await listThreads(reads, { groupId, conversationId });
      const thread = newest(threads, ({ lastDelivered }) => lastDelivered);
      if (thread === undefined) throw new CodedError('TARGET_GONE');
      const path = threadPath({ groupId, threadId: thread.id }, connection.version);
      const posts = await readList(reads, {
        path: `${path}/posts${odataQuery({ $select: postProperties, $top: pageSize })}`,
        most: mostPosts,
      });
      const post = newest(posts, (each) => dateOf(each['receivedDateTime']));
      if (post === undefined) throw new CodedError('TARGET_GONE');
      return { groupId, threadId: thread.id, postId: String(post['id']) };
    },
    forward: (token, post, { recipients, comment }) =>
      forwardPost(connection, token, { post, recipients, comment }),
  };
}

/** Graph promises no order. */
function newest<Item>(items: readonly Item[], time: (item: Item) => Date | undefined): Item | undefined {
  return items.toSorted((one, other) => (time(other)?.getTime() ?? 0) - (time(one)?.getTime() ?? 0))[0];
}
