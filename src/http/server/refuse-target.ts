import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers 400, and false so that restify stops, when host and target do not make an address (`Host: [`). restify 12
 * parses them outside of any error handling: one such request would end the process. A target with U+0000 in it is answered
 * the same: no id and no word has one, and PostgreSQL fails a query that does.
 */
export function refuseTarget(request: IncomingMessage, response: ServerResponse): boolean {
  const target = request.url ?? '';
  const base = `http://${request.headers.host ?? 'localhost'}`;
  const isAddress = target.startsWith('/') ? URL.canParse(base + target) : URL.canParse(target, base);
  if (isAddress && !target.includes('%00')) return true;
  response.writeHead(400, { Connection: 'close', 'Content-Length': '0' });
  response.end();
  return false;
}
