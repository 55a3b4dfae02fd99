import type { GroupSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupProperties } from './group-summary.ts';
import { groupSummaries } from './group-summaries.ts';
import { odataQuery } from './odata-query.ts';
import { odataSearchClause } from './odata-search-clause.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /groups?$search="displayName:…": groups of every kind with words that begin so, anywhere in the name. Needs
 * `ConsistencyLevel: eventual` (learn.microsoft.com/graph search-query-parameter).
 *
 * @param limit at most so many (1 to 999)
 * @throws CodedError as `readError` says.
 */
export async function searchGroups(
  connection: GraphConnection,
  token: string,
  { name, limit }: { name: string; limit: number },
): Promise<GroupSummary[]> {
  const search = odataSearchClause('displayName', name);
  const query = odataQuery({ $search: search, $count: true, $select: groupProperties, $top: limit });
  const headers = { ConsistencyLevel: 'eventual' };
  const { value } = await readGraph(connection, { path: `/groups${query}`, headers, token });
  return groupSummaries(value);
}
