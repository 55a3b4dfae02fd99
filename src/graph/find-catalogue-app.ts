import type { GraphConnection } from './graph-connection.ts';
import { idOf } from './id-of.ts';
import { odataQuery } from './odata-query.ts';
import { odataString } from './odata-string.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /appCatalogs/teamsApps (learn.microsoft.com/graph/api/appcatalogs-list-teamsapps): an app by the id of its manifest.
 *
 * @returns the catalogue's own id; undefined when the app is not there
 * @throws CodedError as `readError` says.
 */
export async function findCatalogueApp(
  connection: GraphConnection,
  token: string,
  manifestId: string,
): Promise<string | undefined> {
  const path = `/appCatalogs/teamsApps${odataQuery({ $filter: `externalId eq ${odataString(manifestId)}` })}`;
  const { value } = await readGraph(connection, { path, token });
  return Array.isArray(value) ? idOf(value[0]) : undefined;
}
