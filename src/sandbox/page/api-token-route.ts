import type { Request, Response, Server } from 'restify';
import type { PageOptions } from './page-options.ts';
import { localOnly } from './local-only.ts';
import { findPerson } from './page-route.ts';

/**
 * `GET /page/{who}/api-token`: a token for trying Kickoff's API with as that person, as plain text for a shell.
 * `GET /page/app-token`: one for trying it as an app alone.
 */
export function apiTokenRoute(server: Server, { tenant, apiToken, appToken }: PageOptions): void {
  const answer = (response: Response, status: number, text: string): void => {
    response.sendRaw(status, text, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  };
  server.get('/page/:who/api-token', localOnly, async (request: Request, response: Response) => {
    const person = findPerson(tenant, String(request.params?.['who'] ?? ''));
    if (person === undefined) return answer(response, 404, 'Nobody here has that name.');
    return answer(response, 200, await apiToken(person.id));
  });
  server.get('/page/app-token', localOnly, async (_request: Request, response: Response) =>
    answer(response, 200, await appToken()),
  );
}
