import type { Server } from 'restify';
import { z } from 'zod';
import type { PageOptions } from './page-options.ts';
import { pageRoute } from './page-route.ts';

const inputs = z.record(z.string(), z.string()).default({});
const submitBody = z.object({ action: z.string(), inputs });
const choicesBody = z.object({ inputId: z.string(), text: z.string(), inputs });
/** In Outlook, where neither is given. */
const place = { chat: z.string().optional(), messageId: z.string().optional() };
const commandBody = z.object({ commandId: z.string(), ...place });
const findBody = z.object({ commandId: z.string(), text: z.string(), ...place });

/** The person's dialog, and the commands of the message extension. */
export function dialogRoutes(server: Server, { tenant, clientOf }: PageOptions): void {
  const route = pageRoute(server, tenant);
  route.get('dialog', ({ person }) => ({ dialog: clientOf(person.id).dialogs.current() }));
  route.post('dialog-close', ({ person }) => clientOf(person.id).dialogs.close());
  route.post('dialog-submit', ({ person, body }) => {
    const { action, inputs } = submitBody.parse(body);
    return clientOf(person.id).dialogs.submit(action, inputs);
  });
  route.post('dialog-choices', ({ person, body }) =>
    clientOf(person.id).dialogs.choices(choicesBody.parse(body)),
  );
  route.post('command', ({ person, body }) => {
    const client = clientOf(person.id);
    const { commandId, chat, messageId } = commandBody.parse(body);
    return client.dialogs.run({ commandId, place: client.placeOf(placeIn(chat, messageId)) });
  });
  route.post('find', ({ person, body }) => {
    const client = clientOf(person.id);
    const { commandId, chat, messageId, text } = findBody.parse(body);
    return client.dialogs.search({ commandId, place: client.placeOf(placeIn(chat, messageId)) }, text);
  });
}

function placeIn(
  chat: string | undefined,
  messageId: string | undefined,
): { chat?: string; messageId?: string } {
  return { ...(chat !== undefined && { chat }), ...(messageId !== undefined && { messageId }) };
}
