import type { Registry } from 'prom-client';
import type { Server } from 'restify';
import { isBearer } from '../metrics/is-bearer.ts';
import { answer } from '../server/answer.ts';
import { answerProblem } from '../server/answer-problem.ts';

/**
 * `GET /metrics` in Prometheus' text format.
 *
 * @param options.token who may read: `undefined` lets everybody who reaches this server (the loopback listener), a text
 * asks for it as bearer token and is otherwise 404, as if nothing were here.
 */
export function mountMetrics(
  server: Server,
  options: { registry: Registry; token: string | undefined },
): void {
  server.get('/metrics', async (request, response) => {
    if (options.token !== undefined && !isBearer(request.headers.authorization, options.token)) {
      return answerProblem(response, 404);
    }
    return answer(response, {
      status: 200,
      headers: { 'Content-Type': options.registry.contentType },
      body: await options.registry.metrics(),
    });
  });
}
