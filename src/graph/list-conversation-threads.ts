import type { ThreadSummary } from '../conversations/ports/directory.ts';
import { dateOf } from './date-of.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath } from './group-path.ts';
import { idOf } from './id-of.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';
import { readPages } from './read-pages.ts';

const pageSize = 50;
/** A conversation has one thread, or a few. */
const maxPages = 4;

/**
 * GET /groups/{id}/conversations/{id}/threads, newest first: Graph documents no order and no `$orderby` for it
 * (conversation-list-threads), so they are put in order here.
 *
 * @throws CodedError as `readError` says.
 */
export async function listConversationThreads(
  connection: GraphConnection,
  token: string,
  { groupId, conversationId }: { groupId: string; conversationId: string },
): Promise<ThreadSummary[]> {
  const group = groupPath({ kind: 'group', groupId }, connection.version);
  const query = odataQuery({ $select: 'id,topic,lastDeliveredDateTime,preview', $top: pageSize });
  const path = `${group}/conversations/${pathSegment(conversationId)}/threads${query}`;
  const threads: ThreadSummary[] = [];
  for await (const page of readPages(connection, { path, token, maxPages })) {
    threads.push(...page.map(threadSummary).filter((thread) => thread !== undefined));
  }
  return threads.toSorted((one, other) => delivered(other) - delivered(one));
}

function threadSummary(json: Record<string, unknown>): ThreadSummary | undefined {
  const id = idOf(json);
  if (id === undefined) return undefined;
  const { topic, preview } = json;
  const lastDelivered = dateOf(json['lastDeliveredDateTime']);
  return {
    id,
    topic: typeof topic === 'string' ? topic : '',
    ...(typeof preview === 'string' && { preview }),
    ...(lastDelivered !== undefined && { lastDelivered }),
  };
}

function delivered({ lastDelivered }: ThreadSummary): number {
  return lastDelivered?.getTime() ?? 0;
}
