import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers 400, and false so that restify stops, when host and target do not make an address (`Host: [`). restify 12
 * parses them outside of any error handling: one such request would end the process.
 */
export function refuseTarget(request: IncomingMessage, response: ServerResponse): boolean {
  const target = request.url ?? '';
  const base = `http://${request.headers.host ?? 'localhost'}`;
  if (target.startsWith('/') ? URL.canParse(base + target) : URL.canParse(target, base)) return true;
  response.writeHead(400, { Connection: 'close', 'Content-Length': '0' });
  response.end();
  return false;
}
