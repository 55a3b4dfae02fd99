import type { Person } from '../conversations/person.ts';
import { callGraph } from './call-graph.ts';
import type { GraphConnection } from './graph-connection.ts';
import { pathSegment } from './path-segment.ts';
import { readError } from './read-error.ts';

const deadlineMs = 15_000;

/**
 * POST /users/{id}/teamwork/installedApps (learn.microsoft.com/graph/api/userteamwork-post-installedapps). 409 says that the
 * app is there already, which is why it may be asked for again when an answer was lost: a person has an app once.
 *
 * @throws CodedError as `readError` says; GRAPH_UNREACHABLE when nobody knows whether it was installed.
 */
export async function installAppForPerson(
  connection: GraphConnection,
  { person, appId, token }: { person: Person; appId: string; token: string },
): Promise<void> {
  const app = `${connection.endpoint}/${connection.version}/appCatalogs/teamsApps/${pathSegment(appId)}`;
  const reply = await callGraph(connection, {
    method: 'POST',
    path: `/users/${pathSegment(person.objectId)}/teamwork/installedApps`,
    token,
    deadlineMs,
    body: { 'teamsApp@odata.bind': app },
  });
  const status = reply.kind === 'answer' ? reply.status : 0;
  if (status === 409 || (status >= 200 && status < 300)) return;
  throw readError(reply);
}
