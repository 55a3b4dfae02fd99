import type { Server } from 'restify';
import { z } from 'zod';
import { htmlCopy } from '../client/html-copy.ts';
import type { PageOptions } from './page-options.ts';
import { pageRoute } from './page-route.ts';
import { serveUploads } from './serve-uploads.ts';
import { servePictures } from './serve-pictures.ts';

const inputs = z.record(z.string(), z.string()).default({});
const file = z
  .object({ name: z.string().min(1), base64: z.base64() })
  .transform(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
const sendBody = z
  .object({
    chat: z.string(),
    text: z.string(),
    mention: z.boolean().optional(),
    replyTo: z.string().optional(),
    files: z.array(file).default([]),
    pictures: z.array(file).default([]),
    cards: z.array(z.record(z.string(), z.unknown())).default([]),
  })
  .refine(
    ({ text, files, pictures, cards }) => text !== '' || files.length + pictures.length + cards.length > 0,
  );
const pressBody = z.object({ messageId: z.string(), action: z.string(), inputs });
const consentBody = z.object({ messageId: z.string(), answer: z.enum(['accept', 'decline']) });
const searchBody = z.object({ messageId: z.string(), inputId: z.string(), text: z.string(), inputs });

/** Files of one message, as base64 in JSON, in bytes. */
const mostSent = 16 * 1024 * 1024;

/** What the middle of the page does: read a chat, write, press, search. */
export function chatRoutes(server: Server, options: PageOptions): void {
  const { tenant, clientOf } = options;
  const route = pageRoute(server, tenant);
  servePictures(server, options);
  serveUploads(server, options);
  route.get('messages', ({ person, query }) => clientOf(person.id).messages(query['chat'] ?? 'personal'));
  route.post('open', ({ person, body }) => clientOf(person.id).open(z.string().parse(body['chat'])));
  route.post(
    'send',
    async ({ person, body }) => {
      const { chat, text, mention, replyTo, files, pictures, cards } = sendBody.parse(body);
      const sent = await clientOf(person.id).send(chat, text, {
        ...(mention !== undefined && { mention }),
        ...(replyTo !== undefined && { replyTo }),
        ...(pictures.length > 0 && { html: withPictures(text, pictures.length) }),
        ...{ files, pictures, cards },
      });
      return { messageId: sent.messageId, status: sent.delivery?.status };
    },
    { maxBodySize: mostSent },
  );
  route.post('press', async ({ person, body }) => {
    const { messageId, action, inputs } = pressBody.parse(body);
    const result = await clientOf(person.id).press(messageId, action, inputs);
    // What was sent to the bot may hold a token: it stays on the server.
    return { ...result, activity: undefined };
  });
  route.post('signed-in', async ({ person, body }) => {
    const finish = await clientOf(person.id).finishSignIn(z.string().parse(body['messageId']));
    return finish.kind === 'pressed' ? { ...finish.result, activity: undefined } : finish;
  });
  route.post('file-consent', async ({ person, body }) => {
    const { messageId, answer } = consentBody.parse(body);
    const { status } = await clientOf(person.id).answerFileConsent(messageId, answer);
    return { status };
  });
  route.post('search', ({ person, body }) => {
    const { messageId, inputId, text, inputs } = searchBody.parse(body);
    return clientOf(person.id).search(messageId, inputId, text, inputs);
  });
}

/** Pictures follow the text. */
function withPictures(text: string, count: number): string {
  const pictures = Array.from({ length: count }, (_, index) => `<p><img data-picture="${index}"></p>`);
  return `${text === '' ? '' : htmlCopy(text)}${pictures.join('')}`;
}
