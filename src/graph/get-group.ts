import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GroupSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupProperties, groupSummary } from './group-summary.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /groups/{id}.
 *
 * @returns undefined when there is no such group
 * @throws CodedError as `readError` says.
 */
export async function getGroup(
  connection: GraphConnection,
  token: string,
  id: string,
): Promise<GroupSummary | undefined> {
  try {
    const path = `/groups/${pathSegment(id)}${odataQuery({ $select: groupProperties })}`;
    return groupSummary(await readGraph(connection, { path, token }), false);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'TARGET_GONE') return undefined;
    throw error;
  }
}
