import type { Server } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { personKey, type Person } from '../../conversations/person.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { answerWithEtag } from './answer-with-etag.ts';
import { apiHandler } from './api-handler.ts';
import type { ApiParts } from './api-parts.ts';
import { checkQuery } from './check-query.ts';
import { describeRequest } from './describe-request.ts';
import { identifyCaller } from './identify-caller.ts';
import { isSettled } from './settled.ts';
import { waitQuery } from './shapes/wait-query.ts';
import { waitUntil } from './wait-until.ts';

/**
 * `GET /api/v1/requests/{id}`: what became of a request, for its author alone. With `?wait=10s` the answer waits until the
 * request is settled, that time is over, the caller is gone or the server stops.
 */
export function mountRequests(server: Server, parts: ApiParts): void {
  server.get(
    '/api/v1/requests/:id',
    apiHandler(parts, async (request, response) => {
      if (!parts.open) throw new CodedError('API_CLOSED');
      const { person } = await identifyCaller(request, response, {
        ...parts,
        check: (token) => parts.callers.person(token),
      });
      const { wait } = checkQuery(waitQuery, request);
      const id = String(request.params?.['id'] ?? '');
      const look = () => ownRequest(id, person);
      const found = await waitUntil(look, { isEnough: isSettled, wait, request }, parts);
      answerWithEtag(request, response, {
        version: String(found.version),
        body: describeRequest(found, parts),
      });
    }),
  );

  async function ownRequest(id: string, person: Person): Promise<ConversationRequest> {
    const found = await parts.conversations.find(id);
    if (found === undefined || personKey(found.author) !== personKey(person))
      throw new CodedError('API_REQUEST_UNKNOWN');
    return found;
  }
}
