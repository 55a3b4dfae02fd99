import type { Server } from 'restify';
import type { Response, Request } from 'restify';
import type { PageOptions } from './page-options.ts';
import { localOnly } from './local-only.ts';
import { findPerson } from './page-route.ts';

/** `GET /page/{who}/api-token`: a token for trying Kickoff's API with as that person, as plain text for a shell. */
export function apiTokenRoute(server: Server, { tenant, apiToken }: PageOptions): void {
  server.get('/page/:who/api-token', localOnly, async (request: Request, response: Response) => {
    const person = findPerson(tenant, String(request.params?.['who'] ?? ''));
    const text = person === undefined ? 'Nobody here has that name.' : await apiToken(person.id);
    response.sendRaw(person === undefined ? 404 : 200, text, {
      'Content-Type': 'text/plain',
      'Cache-Control': 'no-store',
    });
  });
}
