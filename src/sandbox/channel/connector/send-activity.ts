import type { Chat } from '../chats.ts';
import type { ConnectorContext } from './connector-context.ts';
import { readOutgoingActivity } from './outgoing-activity.ts';

/**
 * Puts what the bot sends into a chat.
 *
 * Text and card in one activity become two messages, and then no id is answered (Teams platform,
 * format-your-bot-messages). Whatever is no message (typing, trace) is taken and shown to nobody.
 *
 * @param place the chat, and in a channel the thread; without a thread the message begins one.
 * @returns the resource response: `{ id }`, or `{}` when Teams would answer none.
 */
export function sendActivity(
  context: ConnectorContext,
  place: { chat: Chat; rootId: string | undefined },
  body: unknown,
): { id?: string } {
  const activity = readOutgoingActivity(body);
  if (activity.type !== 'message') return {};
  const { text, textFormat, attachments } = activity;
  const parts =
    text !== '' && attachments.length > 0
      ? [
          { text, attachments: [] },
          { text: '', attachments },
        ]
      : [{ text, attachments }];
  let rootId = place.rootId;
  let id = '';
  for (const part of parts) {
    const message = context.messages.add({
      ...part,
      textFormat,
      chatId: place.chat.id,
      threaded: place.chat.kind === 'channel',
      rootId,
      from: { kind: 'bot', id: context.botId, name: context.tenant.app.name },
      deliveryStatus: undefined,
    });
    rootId = message.rootId;
    id = message.id;
  }
  return parts.length > 1 ? {} : { id };
}
