import type { Request, Response, Server } from 'restify';
import { localOnly } from './local-only.ts';
import type { PageOptions } from './page-options.ts';
import { findPerson } from './page-route.ts';
import { visibleGroups } from './visible-groups.ts';

/** The open streams of all browser tabs. */
export interface EventStreams {
  /** Ends them all, so that the server can close. */
  close(): void;
}

/**
 * `GET /page/{who}/events`: server-sent events that name what changed, `chat` with the chat's id, `mail` with the
 * group's id, `inbox` and `dialog`; the page then reads it anew. A tab that was away reads everything when its stream opens again.
 */
export function eventStreams(server: Server, { tenant, clientOf, mailboxes }: PageOptions): EventStreams {
  const open = new Set<() => void>();
  server.get('/page/:who/events', localOnly, async (request: Request, response: Response): Promise<void> => {
    const person = findPerson(tenant, String(request.params?.['who'] ?? ''));
    if (person === undefined) return void response.send(404, { message: 'Nobody here has that name.' });
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const send = (event: string, data: unknown): void => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const stopChats = clientOf(person.id).onChange((chat) =>
      chat === '' ? send('dialog', {}) : send('chat', { chat }),
    );
    const stopMail = mailboxes.onChange((group) => {
      if (visibleGroups(tenant, person).some((each) => each.id === group)) send('mail', { group });
    });
    const stopInbox = mailboxes.onForward((addresses) => {
      if (addresses.includes(person.mail.toLowerCase())) send('inbox', {});
    });
    const end = (): void => {
      stopChats();
      stopMail();
      stopInbox();
      open.delete(end);
      response.end();
    };
    open.add(end);
    request.once('close', end);
    send('hello', {});
  });
  return {
    close() {
      for (const end of open) end();
    },
  };
}
