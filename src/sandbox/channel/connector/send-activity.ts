import { chatMembers, type Chat } from '../chats.ts';
import type { ConnectorContext } from './connector-context.ts';
import { refuse } from './connector-error.ts';
import { readOutgoingActivity } from './outgoing-activity.ts';

/**
 * Puts what the bot sends into a chat.
 *
 * Text and card in one activity become two messages, and then no id is answered (Teams platform,
 * format-your-bot-messages). Whatever is no message (typing, trace) is taken and shown to nobody.
 *
 * @param options.targeted only its recipient sees it (Teams platform, "Targeted messages")
 * @param place the chat, and in a channel the thread; without a thread the message begins one.
 * @returns the resource response: `{ id }`, or `{}` when Teams would answer none.
 */
export function sendActivity(
  context: ConnectorContext,
  place: { chat: Chat; rootId: string | undefined },
  body: unknown,
  { targeted = false }: { targeted?: boolean } = {},
): { id?: string } {
  const activity = readOutgoingActivity(body);
  const onlyFor = targeted ? targetOf(context, place.chat, activity.recipientId) : undefined;
  if (activity.type !== 'message') return {};
  const { text, textFormat, attachments, summary } = activity;
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
      summary,
      chatId: place.chat.id,
      threaded: place.chat.kind === 'channel',
      rootId,
      from: { kind: 'bot', id: context.botId, name: context.tenant.app.name },
      deliveryStatus: undefined,
      onlyFor,
    });
    rootId = message.rootId;
    id = message.id;
  }
  return parts.length > 1 ? {} : { id };
}

/** @throws ConnectorError 400 without a recipient who is in the chat, and in personal chats; 403 where the preview is off. */
function targetOf(context: ConnectorContext, chat: Chat, recipientId: string | undefined): string {
  const { tenant, targetedMessages } = context;
  if (!targetedMessages.allowed)
    throw refuse(403, 'NotEnoughPermissions', 'Targeted messages are not enabled.');
  const person = chatMembers(chat, tenant).find((each) =>
    [each.teamsId, each.id].includes(recipientId ?? ''),
  );
  if (chat.kind === 'personal' || person === undefined)
    throw refuse(
      400,
      'Bad Argument',
      'A targeted message needs a recipient who is in this group chat or channel.',
    );
  return person.teamsId;
}
