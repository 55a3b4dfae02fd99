import type { GroupAudience } from '../conversations/ports/directory.ts';
import { callGraph } from './call-graph.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';

/**
 * GET /groups/{id}/members/$count, and how many of them are guests. Both are advanced queries, which need
 * `ConsistencyLevel: eventual` (learn.microsoft.com/graph aad-advanced-queries). What Graph does not let us count, or not in
 * time, stays undefined.
 */
export async function readAudience(
  connection: GraphConnection,
  token: string,
  { groupId, deadlineMs }: { groupId: string; deadlineMs: number },
): Promise<GroupAudience> {
  const path = `/groups/${pathSegment(groupId)}/members`;
  const guestsOnly = odataQuery({ $filter: "userType eq 'Guest'" });
  const count = (countPath: string): Promise<number | undefined> =>
    readCount(connection, { path: countPath, token, deadlineMs });
  const [members, guests] = await Promise.all([
    count(`${path}/$count`),
    count(`${path}/microsoft.graph.user/$count${guestsOnly}`),
  ]);
  return { ...(members !== undefined && { members }), ...(guests !== undefined && { guests }) };
}

/** The answer is the bare number. */
async function readCount(
  connection: GraphConnection,
  { path, token, deadlineMs }: { path: string; token: string; deadlineMs: number },
): Promise<number | undefined> {
  const headers = { ConsistencyLevel: 'eventual' };
  const reply = await callGraph(connection, { method: 'GET', path, token, headers, deadlineMs });
  if (reply.kind === 'silence' || reply.status !== 200) return undefined;
  return typeof reply.body === 'number' && Number.isSafeInteger(reply.body) ? reply.body : undefined;
}
