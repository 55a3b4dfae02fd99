import type { IncomingMessage, ServerResponse } from 'node:http';
import restify from 'restify';
import type { Certificates } from './certificate.ts';

/** restify hands its options on to its router, which its types do not say. */
interface Options extends restify.ServerOptions {
  maxParamLength: number;
}

/** restify's handlers in front of everything, which its types do not know. */
type Guarded = restify.Server & {
  first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void;
};

/**
 * A restify server that no request can end or tie up: HTTPS with certificates, else plain HTTP.
 *
 * @param options.name what it calls itself in the header `Server`
 */
export function createSandboxServer(options: { name: string; certificates?: Certificates }): restify.Server {
  const { name, certificates } = options;
  const settings: Options = {
    name,
    ...(certificates !== undefined && {
      key: certificates.privateKey,
      certificate: certificates.certificate,
    }),
    // The router answers 404 for segments above 100 characters; Exchange's ids are longer.
    maxParamLength: 2048,
  };
  const server = restify.createServer(settings) as Guarded;
  // restify would listen for upgrades and leave their sockets open for ever; Node alone answers them plainly.
  server.server.removeAllListeners('upgrade');
  server.first(refuseAddress);
  return server;
}

/**
 * restify, and what runs before a route, make an address of host and target outside of any error handling: a request
 * with `Host: [` or the target `//` would end the process.
 */
function refuseAddress(request: IncomingMessage, response: ServerResponse): boolean {
  const target = request.url ?? '';
  const base = `http://${request.headers.host ?? 'localhost'}`;
  const joined = target.startsWith('/') ? `${base}${target}` : target;
  if (URL.canParse(joined, base) && URL.canParse(target, base)) return true;
  response.writeHead(400, { Connection: 'close', 'Content-Length': '0' });
  response.end();
  return false;
}
