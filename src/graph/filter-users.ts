import { isObjectId } from '../conversations/is-object-id.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { odataString } from './odata-string.ts';
import { peopleNotReadable } from './people-not-readable.ts';
import { readGraph } from './read-graph.ts';

/** More people than one hardly share an address; more are asked for only to see that. */
const most = 5;

/**
 * GET /users?$filter=…: people with this mail address or sign-in name, which User.ReadBasic.All shows of everybody.
 *
 * @throws CodedError PEOPLE_NOT_READABLE, and as `readError` says.
 */
export async function filterUsers(
  connection: GraphConnection,
  token: string,
  mail: string,
): Promise<{ id: string; name: string }[]> {
  const wanted = odataString(mail);
  const $filter = `mail eq ${wanted} or userPrincipalName eq ${wanted}`;
  try {
    const query = odataQuery({ $filter, $select: 'id,displayName', $top: most });
    const { value } = await readGraph(connection, { path: `/users${query}`, token });
    return Array.isArray(value) ? value.flatMap(personOf) : [];
  } catch (error) {
    throw peopleNotReadable(error);
  }
}

function personOf(user: unknown): { id: string; name: string }[] {
  const { id, displayName } = (user ?? {}) as { id?: unknown; displayName?: unknown };
  if (typeof id !== 'string' || !isObjectId(id)) return [];
  return [{ id: id.toLowerCase(), name: typeof displayName === 'string' ? displayName : '' }];
}
