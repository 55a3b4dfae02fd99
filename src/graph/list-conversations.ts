import type { ConversationSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath } from './group-path.ts';
import { idOf } from './id-of.ts';
import { odataQuery } from './odata-query.ts';
import { readPages } from './read-pages.ts';

const pageSize = 50;
/** How far a list that is not sorted is read, unless told otherwise. */
const mostPages = 10;

/**
 * GET /groups/{id}/conversations: the newest ones first. Graph documents neither an order of this list nor `$orderby`
 * for it (group-list-conversations), so reading stops early only as long as the list proves to be newest first.
 *
 * @param options.limit at most so many
 * @param options.deadlineMs milliseconds for each page
 * @throws CodedError as `readError` says.
 */
export async function listConversations(
  connection: GraphConnection,
  token: string,
  options: { groupId: string; limit: number; maxPages?: number; deadlineMs?: number },
): Promise<ConversationSummary[]> {
  const { groupId, limit, maxPages = mostPages, deadlineMs } = options;
  const query = odataQuery({ $select: 'id,topic,lastDeliveredDateTime,preview', $top: pageSize });
  const path = `${groupPath({ kind: 'group', groupId }, connection.version)}/conversations${query}`;
  const request = { path, token, maxPages, ...(deadlineMs !== undefined && { deadlineMs }) };
  const found: ConversationSummary[] = [];
  for await (const page of readPages(connection, request)) {
    found.push(...page.map(conversationSummary).filter((conversation) => conversation !== undefined));
    if (found.length >= limit && isNewestFirst(found)) break;
  }
  return found.toSorted((one, other) => delivered(other) - delivered(one)).slice(0, limit);
}

function conversationSummary(json: Record<string, unknown>): ConversationSummary | undefined {
  const id = idOf(json);
  if (id === undefined) return undefined;
  const { topic, preview, lastDeliveredDateTime } = json;
  const lastDelivered = new Date(String(lastDeliveredDateTime));
  return {
    id,
    topic: typeof topic === 'string' ? topic : '',
    ...(typeof preview === 'string' && { preview }),
    ...(!Number.isNaN(lastDelivered.getTime()) && { lastDelivered }),
  };
}

function isNewestFirst(conversations: readonly ConversationSummary[]): boolean {
  return conversations.every((each, index) => {
    const before = conversations[index - 1];
    return before === undefined || delivered(before) >= delivered(each);
  });
}

function delivered({ lastDelivered }: ConversationSummary): number {
  return lastDelivered?.getTime() ?? 0;
}
