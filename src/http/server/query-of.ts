import type { IncomingMessage } from 'node:http';

/** The query of a request's target. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  const target = request.url ?? '';
  const start = target.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : target.slice(start));
}
