import type { Server } from 'restify';
import { answer } from '../server/answer.ts';
import { describeApi } from './openapi/describe-api.ts';
import type { ApiParts } from './api-parts.ts';

/** `GET /api/v1/openapi.json` (and HEAD): the description of the API, for anybody: it holds nothing of this installation but its address. */
export function mountOpenapi(server: Server, { publicUrl }: Pick<ApiParts, 'publicUrl'>): void {
  const body = JSON.stringify(describeApi(publicUrl));
  for (const method of ['get', 'head'] as const)
    server[method]('/api/v1/openapi.json', async (_request, response) =>
      answer(response, {
        status: 200,
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
        body,
      }),
    );
}
