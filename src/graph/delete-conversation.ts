import { callGraph } from './call-graph.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath } from './group-path.ts';
import { pathSegment } from './path-segment.ts';
import { readError } from './read-error.ts';

/** Longest time for it; somebody waits. */
const deadlineMs = 10_000;

/**
 * DELETE /groups/{id}/conversations/{id} (learn.microsoft.com/graph group-delete-conversation: 204). What is not there
 * any more counts as deleted, so that it may be asked for again.
 *
 * @throws CodedError as `readError` says, DELETING_NOT_ALLOWED for a 403; TARGET_GONE only for ids that are none.
 */
export async function deleteConversation(
  connection: GraphConnection,
  { groupId, conversationId }: { groupId: string; conversationId: string },
  token: string,
): Promise<void> {
  const group = groupPath({ kind: 'group', groupId }, connection.version);
  const path = `${group}/conversations/${pathSegment(conversationId)}`;
  const reply = await callGraph(connection, { method: 'DELETE', path, token, deadlineMs });
  if (reply.kind === 'answer' && (isSuccess(reply.status) || reply.status === 404)) return;
  throw readError(reply, 'DELETING_NOT_ALLOWED');
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}
