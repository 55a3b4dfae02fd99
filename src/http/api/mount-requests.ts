import type { Request, Server } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { personKey, type Person } from '../../conversations/person.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { answer } from '../server/answer.ts';
import { queryOf } from '../server/query-of.ts';
import { apiHandler } from './api-handler.ts';
import type { ApiParts } from './api-parts.ts';
import { checkInput } from './check-input.ts';
import { describeRequest } from './describe-request.ts';
import { identifyCaller } from './identify-caller.ts';
import { isSettled } from './settled.ts';
import { waitQuery } from './shapes/wait-query.ts';

/** How often a request that is waited for is looked at, in milliseconds: any instance may be the one that moves it. */
const pause = 250;

/**
 * `GET /api/v1/requests/{id}`: what became of a request, for its author alone. With `?wait=10s` the answer waits until the
 * request is settled, that time is over, the caller is gone or the server stops.
 */
export function mountRequests(server: Server, parts: ApiParts): void {
  server.get(
    '/api/v1/requests/:id',
    apiHandler(parts, async (request, response) => {
      if (!parts.open) throw new CodedError('API_CLOSED');
      const { person } = await identifyCaller(request, response, parts);
      const { wait } = checkInput(waitQuery, Object.fromEntries(queryOf(request)));
      const id = String(request.params?.['id'] ?? '');
      const found = await settledInTime(id, person, {
        request,
        ms: Number.parseInt(wait ?? '0', 10) * 1_000,
      });
      const etag = `"${found.version}"`;
      const headers = { 'Content-Type': 'application/json', ETag: etag };
      if (isKnown(request.headers['if-none-match'], etag)) {
        return answer(response, { status: 304, headers: { ETag: etag } });
      }
      return answer(response, { status: 200, headers, body: JSON.stringify(describeRequest(found, parts)) });
    }),
  );

  async function ownRequest(id: string, person: Person): Promise<ConversationRequest> {
    const found = await parts.conversations.find(id);
    if (found === undefined || personKey(found.author) !== personKey(person))
      throw new CodedError('API_REQUEST_UNKNOWN');
    return found;
  }

  async function settledInTime(
    id: string,
    person: Person,
    { request, ms }: { request: Request; ms: number },
  ): Promise<ConversationRequest> {
    const gone = new AbortController();
    request.once('close', () => gone.abort());
    const ended = AbortSignal.any([gone.signal, parts.stopping]);
    for (let waited = 0; ; waited += pause) {
      const found = await ownRequest(id, person);
      if (waited >= ms || isSettled(found) || ended.aborted) return found;
      await parts.timer.wait(pause, ended);
    }
  }
}

/** Whether `If-None-Match` names this version (RFC 9110 §13.1.2; weak or strong is the same to it). */
function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
