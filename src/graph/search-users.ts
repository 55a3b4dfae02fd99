import type { PersonSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { odataSearchClause } from './odata-search-clause.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /users?$search=…: people of the organisation with words in their name that begin so, or whose address does. Needs
 * `ConsistencyLevel: eventual` (learn.microsoft.com/graph search-query-parameter) and User.ReadBasic.All.
 *
 * @throws CodedError as `readError` says.
 */
export async function searchUsers(
  connection: GraphConnection,
  token: string,
  { name, limit }: { name: string; limit: number },
): Promise<PersonSummary[]> {
  const $search = `${odataSearchClause('displayName', name)} OR ${odataSearchClause('mail', name)}`;
  const query = odataQuery({ $search, $count: true, $select: 'id,displayName,mail', $top: limit });
  const headers = { ConsistencyLevel: 'eventual' };
  const { value } = await readGraph(connection, { path: `/users${query}`, headers, token });
  return Array.isArray(value) ? value.flatMap(personOf) : [];
}

function personOf(user: unknown): PersonSummary[] {
  const { displayName, mail } = (user ?? {}) as { displayName?: unknown; mail?: unknown };
  if (typeof displayName !== 'string' || typeof mail !== 'string' || mail === '') return [];
  return [{ name: displayName, mail }];
}
