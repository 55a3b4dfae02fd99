import type { IncomingMessage } from 'node:http';
import type { Histogram } from 'prom-client';
import type { Request, Response, Server } from 'restify';
import type { Log } from '../../conversations/ports/log.ts';
import { beforeRouting } from './before-routing.ts';
import { routeOf } from './route-of.ts';

/**
 * Gives every request an id (`X-Request-Id` of the answer, `request` of its log line) and records, once its answer is
 * out or its caller gone (444), how long it took: by route template, never by address.
 *
 * @param options.newId makes the ids.
 * @param options.durations takes seconds under the labels `route` and `status`.
 */
export function observeRequests(
  server: Server,
  options: { log: Log; durations: Histogram<'route' | 'status'>; newId: () => string },
): void {
  const running = new WeakMap<IncomingMessage, { id: string; startedAt: number }>();
  beforeRouting(server, (request, response) => {
    const id = `http-${options.newId()}`;
    running.set(request, { id, startedAt: performance.now() });
    response.setHeader('X-Request-Id', id);
    return true;
  });
  server.on('after', (request: Request, response: Response) => {
    const { id, startedAt } = running.get(request) ?? { id: '', startedAt: performance.now() };
    const ms = performance.now() - startedAt;
    const route = routeOf(request);
    const status = response.statusCode;
    options.durations.observe({ route, status }, ms / 1000);
    // Probes come every few seconds and say nothing while they go well.
    const level = isProbe(route) && status < 400 ? 'debug' : 'info';
    options.log[level]({ request: id, route, status, ms: Math.round(ms) }, 'Answered');
  });
}

function isProbe(route: string): boolean {
  return /^(GET|HEAD) \/(healthz|readyz|metrics)$/.test(route);
}
