import restify from 'restify';
import type { Request, Response, Server } from 'restify';
import type { SandboxPerson, SandboxTenant } from '../tenant/tenant.ts';
import { z } from 'zod';
import { localOnly } from './local-only.ts';

/** What a route is given: who asks, and what they sent, with every value a string unless the route reads more. */
export interface PageCall {
  person: SandboxPerson;
  query: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
}

export type PageOperation = (call: PageCall) => unknown;

/**
 * Adds `GET` or `POST /page/{who}/{name}`, `who` being the part of a person's address before the `@`.
 * An operation answers JSON, or throws an Error whose message the page shows (400).
 */
export function pageRoute(
  server: Server,
  tenant: SandboxTenant,
): {
  get: (name: string, operation: PageOperation) => void;
  post: (name: string, operation: PageOperation, options?: { maxBodySize: number }) => void;
} {
  // Handlers answer nothing: restify writes what an async one returns into its log, with the whole request.
  const answer =
    (operation: PageOperation) =>
    async (request: Request, response: Response): Promise<void> => {
      response.setHeader('Cache-Control', 'no-store');
      const person = findPerson(tenant, String(request.params?.['who'] ?? ''));
      if (person === undefined) return void response.send(404, { message: 'Nobody here has that name.' });
      try {
        const body = (request.body ?? {}) as PageCall['body'];
        const query = (request.query ?? {}) as PageCall['query'];
        response.send(200, (await operation({ person, query, body })) ?? {});
      } catch (error) {
        response.send(400, { message: sentenceOf(error) });
      }
    };
  const readQuery = restify.plugins.queryParser({ mapParams: false });
  const readBody = ({ maxBodySize } = { maxBodySize: 256 * 1024 }) =>
    restify.plugins.bodyParser({ mapParams: false, maxBodySize });
  return {
    get: (name, operation) => server.get(`/page/:who/${name}`, localOnly, readQuery, answer(operation)),
    post: (name, operation, options) =>
      server.post(`/page/:who/${name}`, localOnly, readBody(options), answer(operation)),
  };
}

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'The page sent something in a wrong shape.';
  return error instanceof Error ? error.message : 'Something went wrong.';
}

/** @param who the part of an address before the `@`: `ada`. */
export function findPerson(tenant: SandboxTenant, who: string): SandboxPerson | undefined {
  return tenant.people.find((person) => person.mail.split('@')[0] === who);
}
