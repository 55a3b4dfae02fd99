import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** One request to the stand-in. */
export interface IdentityRequest {
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/**
 * Stands in for the endpoint of a managed identity, as App Service and virtual machines (IMDS) have it: JSON with the token.
 *
 * @param token what it hands out; undefined answers 400, as when the identity is not assigned
 */
export async function startManagedIdentity(token: (request: IdentityRequest) => Promise<string | undefined>) {
  const requests: IdentityRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname: path, searchParams } = url;
    const asked = { path, query: Object.fromEntries(searchParams), headers: request.headers };
    requests.push(asked);
    void token(asked).then((access_token) => {
      const expires = Math.floor(Date.now() / 1000) + 3_600;
      const answer = access_token
        ? {
            access_token,
            expires_on: String(expires),
            expires_in: '3600',
            resource: asked.query['resource'],
            token_type: 'Bearer',
          }
        : { error: 'invalid_request', error_description: 'Identity not found' };
      response.writeHead(access_token ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    requests,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
