import type { Request, RequestHandler } from 'restify';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets only this machine's own page in. Anybody's web page can make a browser send requests to loopback, also under
 * a name of its own (DNS rebinding): the host has to be a loopback name, and what changes anything has to come from
 * this origin as JSON.
 */
export const localOnly: RequestHandler = (request, response, next) => {
  if (isAllowed(request)) return next();
  response.send(403, { message: 'This page can be used only from its own address on this machine.' });
  return next(false);
};

function isAllowed(request: Request): boolean {
  const host = request.headers.host ?? '';
  if (!loopbackHosts.has(host.replace(/:\d+$/, ''))) return false;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead || (request.headers['content-type'] ?? '').startsWith('application/json');
}
