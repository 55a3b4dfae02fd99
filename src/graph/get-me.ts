import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';

/** The signed-in person as the directory knows them; what is missing there is undefined. */
export interface Me {
  id: string;
  displayName?: string;
  mail?: string;
  userPrincipalName?: string;
}

/**
 * GET /me: whose token this is.
 *
 * @throws CodedError as `readError` says.
 */
export async function getMe(connection: GraphConnection, token: string): Promise<Me> {
  const names = ['displayName', 'mail', 'userPrincipalName'] as const;
  const path = `/me${odataQuery({ $select: ['id', ...names].join(',') })}`;
  const me = await readGraph(connection, { path, token });
  const known = names.filter((name) => typeof me[name] === 'string').map((name) => [name, me[name]]);
  return { id: String(me['id']), ...(Object.fromEntries(known) as Omit<Me, 'id'>) };
}
