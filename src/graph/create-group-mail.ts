import type { GroupMail } from '../watches/ports/group-mail.ts';
import { dateOf } from './date-of.ts';
import { getMe } from './get-me.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath } from './group-path.ts';
import { listThreads } from './list-threads.ts';
import { createLookReads } from './look-reads.ts';
import { mailPostOf } from './mail-post-of.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';
import { readList } from './read-list.ts';
import { createServerTime } from './server-time.ts';
import { postProperties } from './thread-post.ts';
import { threadPath } from './thread-path.ts';

/** A thread with more posts than this in reach is not read. */
const mostPosts = 2_000;
const pageSize = 50;

/** The groups' mailboxes behind Graph, as `watches/` wants them: read only, one request after the other. */
export function createGroupMail(options: GraphConnection): GroupMail {
  const { endpoint, version, serverTime = createServerTime() } = options;
  const connection = { endpoint, version, serverTime };
  return {
    open(groupId, { token, deadlineMs }) {
      const reads = createLookReads(connection, { token, deadlineMs });
      return {
        threads: (since) => listThreads(reads, { groupId, since }),
        async posts(thread, since) {
          const path = threadPath({ groupId, threadId: thread.id }, version);
          const listed = await readList(reads, {
            path: `${path}/posts${odataQuery({ $select: postProperties, $top: pageSize })}`,
            most: mostPosts,
            since: { time: since, of: (post) => dateOf(post['receivedDateTime']) },
          });
          return listed.map((post) => mailPostOf(post, thread));
        },
      };
    },
    async checkAccess(groupId, token) {
      const group = groupPath({ kind: 'group', groupId }, version);
      await readGraph(connection, {
        path: `${group}/threads${odataQuery({ $select: 'id', $top: 1 })}`,
        token,
      });
    },
    async addresses(token) {
      const { mail = '', userPrincipalName = '' } = await getMe((path) =>
        readGraph(connection, { path, token }),
      );
      const known = [mail, userPrincipalName].map((address) => address.trim().toLowerCase());
      return [...new Set(known.filter((address) => address !== ''))];
    },
    serverTime: () => serverTime.now(),
  };
}
