import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';
import { peopleNotReadable } from './people-not-readable.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /users/{id}: name and mail address, which User.ReadBasic.All shows of everybody.
 *
 * @returns undefined when there is nobody with this id
 * @throws CodedError PEOPLE_NOT_READABLE, and as `readError` says.
 */
export async function getPerson(
  connection: GraphConnection,
  token: string,
  id: string,
): Promise<{ name: string; mail?: string } | undefined> {
  try {
    const path = `/users/${pathSegment(id)}${odataQuery({ $select: 'id,displayName,mail' })}`;
    const { displayName, mail } = await readGraph(connection, { path, token });
    return {
      name: typeof displayName === 'string' ? displayName : '',
      ...(typeof mail === 'string' && mail !== '' && { mail }),
    };
  } catch (error) {
    if (error instanceof CodedError && error.code === 'TARGET_GONE') return undefined;
    throw peopleNotReadable(error);
  }
}
