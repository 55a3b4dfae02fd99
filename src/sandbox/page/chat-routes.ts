import type { Server } from 'restify';
import { z } from 'zod';
import type { PageOptions } from './page-options.ts';
import { pageRoute } from './page-route.ts';

const inputs = z.record(z.string(), z.string()).default({});
const sendBody = z.object({
  chat: z.string(),
  text: z.string().min(1),
  mention: z.boolean().optional(),
  replyTo: z.string().optional(),
});
const pressBody = z.object({ messageId: z.string(), action: z.string(), inputs });
const searchBody = z.object({ messageId: z.string(), inputId: z.string(), text: z.string(), inputs });

/** What the middle of the page does: read a chat, write, press, search. */
export function chatRoutes(server: Server, { tenant, clientOf }: PageOptions): void {
  const route = pageRoute(server, tenant);
  route.get('messages', ({ person, query }) => clientOf(person.id).messages(query['chat'] ?? 'personal'));
  route.post('open', ({ person, body }) => clientOf(person.id).open(z.string().parse(body['chat'])));
  route.post('send', async ({ person, body }) => {
    const { chat, text, mention, replyTo } = sendBody.parse(body);
    const sent = await clientOf(person.id).send(chat, text, {
      ...(mention === undefined ? {} : { mention }),
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    return { messageId: sent.messageId, status: sent.delivery?.status };
  });
  route.post('press', async ({ person, body }) => {
    const { messageId, action, inputs } = pressBody.parse(body);
    const result = await clientOf(person.id).press(messageId, action, inputs);
    // What was sent to the bot may hold a token: it stays on the server.
    return { ...result, activity: undefined };
  });
  route.post('search', ({ person, body }) => {
    const { messageId, inputId, text, inputs } = searchBody.parse(body);
    return clientOf(person.id).search(messageId, inputId, text, inputs);
  });
}
