import { groupPath } from './group-path.ts';
import type { LookReads } from './look-reads.ts';
import { odataQuery } from './odata-query.ts';
import { readList } from './read-list.ts';

const mostConversations = 2000;

/**
 * GET /groups/{id}/conversations: all of them, by id alone.
 *
 * @throws CodedError as `readList` says.
 */
export async function listConversationIds(reads: LookReads, groupId: string): Promise<{ id: string }[]> {
  const group = groupPath({ kind: 'group', groupId }, reads.connection.version);
  const path = `${group}/conversations${odataQuery({ $select: 'id', $top: 100 })}`;
  const listed = await readList(reads, { path, most: mostConversations });
  return listed.map(({ id }) => ({ id: String(id) }));
}
