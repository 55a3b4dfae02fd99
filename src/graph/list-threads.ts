import { dateOf } from './date-of.ts';
import { groupPath } from './group-path.ts';
import type { LookReads } from './look-reads.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';
import { readList } from './read-list.ts';

/** A group mailbox with more threads in reach than this is not looked through. */
const mostThreads = 2000;
const pageSize = 100;

export interface ListedThread {
  readonly id: string;
  readonly topic: string;
  /** Missing when Graph does not tell. */
  readonly lastDelivered?: Date;
}

export interface ThreadPlace {
  readonly groupId: string;
  readonly conversationId?: string;
  /** Threads of which every post is older may be left out. */
  readonly since?: Date;
}

/**
 * GET /groups/{id}/threads, or those of one conversation; neither `$filter` nor `$orderby` is documented for them.
 *
 * @throws CodedError as `readList` says.
 */
export async function listThreads(
  reads: LookReads,
  { groupId, conversationId, since }: ThreadPlace,
): Promise<ListedThread[]> {
  const group = groupPath({ kind: 'group', groupId }, reads.connection.version);
  const parent =
    conversationId === undefined ? group : `${group}/conversations/${pathSegment(conversationId)}`;
  const query = odataQuery({ $select: 'id,topic,lastDeliveredDateTime', $top: pageSize });
  const listed = await readList(reads, {
    path: `${parent}/threads${query}`,
    most: mostThreads,
    ...(since !== undefined && {
      since: { time: since, of: (thread) => dateOf(thread['lastDeliveredDateTime']) },
    }),
  });
  return listed.map(({ id, topic, lastDeliveredDateTime }) => {
    const lastDelivered = dateOf(lastDeliveredDateTime);
    return {
      id: String(id),
      topic: typeof topic === 'string' ? topic : '',
      ...(lastDelivered !== undefined && { lastDelivered }),
    };
  });
}
