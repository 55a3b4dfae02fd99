import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GroupSummary } from '../conversations/ports/directory.ts';
import { filterGroups } from './filter-groups.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataString } from './odata-string.ts';
import { searchGroups } from './search-groups.ts';

/**
 * Groups with exactly this name first, then those whose name begins with it, then those that have its words elsewhere.
 *
 * @throws CodedError as `readError` says.
 */
export async function findGroupsByName(
  connection: GraphConnection,
  token: string,
  { name, limit }: { name: string; limit: number },
): Promise<GroupSummary[]> {
  if (name.trim() === '') return [];
  const text = odataString(name);
  const found = await Promise.all([
    filterGroups(connection, token, { filter: `displayName eq ${text}`, limit }),
    filterGroups(connection, token, { filter: `startswith(displayName,${text})`, limit }),
    searchGroups(connection, token, { name, limit }).catch(noneIfRefused),
  ]);
  const byId = new Map(found.flat().map((group) => [group.id, group]));
  return [...byId.values()].slice(0, limit);
}

/** Some characters are refused in a search though they occur in names; the other two look-ups still answer. */
function noneIfRefused(error: unknown): GroupSummary[] {
  if (error instanceof CodedError && error.code === 'GRAPH_REFUSED') return [];
  throw error;
}
