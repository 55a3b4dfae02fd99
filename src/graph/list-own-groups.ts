import type { GroupSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupProperties, groupSummary } from './group-summary.ts';
import { odataQuery } from './odata-query.ts';
import { readPages } from './read-pages.ts';

/** The most that Graph puts on a page of memberships, and more than people have. */
const pageSize = 999;
const maxPages = 2;

/**
 * GET /me/memberOf/microsoft.graph.group: the person's groups of every kind, by name. The cast makes it an advanced
 * query, which needs `ConsistencyLevel: eventual` and `$count=true`; new memberships appear late
 * (learn.microsoft.com/graph user-list-memberof).
 *
 * @throws CodedError as `readError` says.
 */
export async function listOwnGroups(
  connection: GraphConnection,
  token: string,
  options: { deadlineMs?: number } = {},
): Promise<GroupSummary[]> {
  const query = odataQuery({
    $count: true,
    $orderby: 'displayName',
    $select: groupProperties,
    $top: pageSize,
  });
  const pages = readPages(connection, {
    path: `/me/memberOf/microsoft.graph.group${query}`,
    headers: { ConsistencyLevel: 'eventual' },
    token,
    maxPages,
    ...options,
  });
  const groups: GroupSummary[] = [];
  for await (const page of pages) {
    groups.push(...page.map((group) => groupSummary(group, true)).filter((group) => group !== undefined));
  }
  return groups;
}
