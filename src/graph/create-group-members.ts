import type { GroupMembers, MembersPage } from '../announcements/ports/group-members.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GraphConnection } from './graph-connection.ts';
import { nextPath } from './next-path.ts';
import { odataQuery } from './odata-query.ts';
import { pathSegment } from './path-segment.ts';
import { readGraph } from './read-graph.ts';

/** The most that Graph puts on a page (learn.microsoft.com/graph/api/group-list-members). */
const pageSize = 999;

/**
 * GET /groups/{id}/members, a page at a time. Guests are members like the others: whether somebody can be written to in
 * Teams, only Teams says. A token that may not read people still sees their ids; names are left out then.
 */
export function createGroupMembers(connection: GraphConnection): GroupMembers {
  return {
    async page(groupId, { token, position }) {
      const members = `/groups/${pathSegment(groupId)}/members`;
      const path = position ?? `${members}${odataQuery({ $select: 'id,displayName', $top: pageSize })}`;
      return pageOf(connection, await read(connection, path, token));
    },
  };
}

async function read(connection: GraphConnection, path: string, token: string) {
  try {
    return await readGraph(connection, { path, token });
  } catch (error) {
    if (!(error instanceof CodedError) || error.status !== 403) throw error;
    throw new CodedError('MEMBERS_NOT_READABLE', {}, { cause: error, log: error.message });
  }
}

function pageOf(connection: GraphConnection, body: Record<string, unknown>): MembersPage {
  const { value, '@odata.nextLink': link } = body;
  if (!Array.isArray(value))
    throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a page of members that is no list' });
  const next = nextPath(connection, link);
  if (next === undefined && typeof link === 'string')
    throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a next page that is not followed' });
  return { members: value.flatMap(memberOf), ...(next !== undefined && { next }) };
}

function memberOf(item: unknown): { id: string; name?: string }[] {
  if (typeof item !== 'object' || item === null) return [];
  const { id, displayName, '@odata.type': type } = item as Record<string, unknown>;
  if (typeof id !== 'string' || (type !== undefined && type !== '#microsoft.graph.user')) return [];
  const named = typeof displayName === 'string' && displayName !== '';
  return [{ id: id.toLowerCase(), ...(named && { name: displayName }) }];
}
