import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';

/**
 * Listens and answers the origin under which this machine reaches the server, e.g. `http://localhost:3978`.
 *
 * @param host undefined listens on every interface.
 * @param port 0 takes a free one.
 * @throws the server's own error, e.g. EADDRINUSE.
 */
export function listen(server: Server, host: string | undefined, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.server.listen({ port, host }, () => {
      server.removeListener('error', reject);
      const address = server.server.address() as AddressInfo;
      resolve(`http://${hostName(host)}:${address.port}`);
    });
  });
}

function hostName(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
