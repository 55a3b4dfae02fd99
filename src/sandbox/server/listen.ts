import type { Server } from 'restify';

/**
 * Listens on loopback and answers the origin, e.g. `https://localhost:49152`.
 *
 * @param port 0 takes a free one.
 * @throws the server's own error, e.g. EADDRINUSE.
 */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.removeListener('error', reject);
      resolve(`${server.secure ? 'https' : 'http'}://localhost:${server.address().port}`);
    });
  });
}
