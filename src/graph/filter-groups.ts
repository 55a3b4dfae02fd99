import type { GroupSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupSummaries } from './group-summaries.ts';
import { groupProperties } from './group-summary.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /groups?$filter=…: groups of every kind; the directory compares without regard to case.
 *
 * @param filter with texts written by `odataString`
 * @param limit at most so many (1 to 999)
 * @throws CodedError as `readError` says.
 */
export async function filterGroups(
  connection: GraphConnection,
  token: string,
  { filter, limit }: { filter: string; limit: number },
): Promise<GroupSummary[]> {
  const query = odataQuery({ $filter: filter, $select: groupProperties, $top: limit });
  const { value } = await readGraph(connection, { path: `/groups${query}`, token });
  return groupSummaries(value);
}
