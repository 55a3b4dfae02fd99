import type { Server } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { answerPosting } from './answer-posting.ts';
import { apiHandler } from './api-handler.ts';
import type { ApiParts } from './api-parts.ts';
import { identifyCaller } from './identify-caller.ts';
import type { PostingRoute } from './posting-route.ts';
import { readIdempotencyKey } from './read-idempotency-key.ts';
import { readJson } from './read-json.ts';
import { startPosting } from './start-posting.ts';

/** A route that posts: looked at in the order size, JSON, token, rate, key, fields. */
export function mountPosting(server: Server, route: PostingRoute, parts: ApiParts): void {
  server.post(
    `/api/v1/${route.path}`,
    apiHandler(parts, async (request, response) => {
      if (!parts.open) throw new CodedError('API_CLOSED');
      const body = await readJson(request, parts.bodyBytes);
      const caller = await identifyCaller(request, response, {
        ...parts,
        check: (token) => parts.callers.person(token),
      });
      const key = readIdempotencyKey(request);
      const posted = await startPosting({ caller, key, ...route.read(body, parts.rich) }, parts);
      answerPosting(response, posted, parts);
    }),
  );
}
