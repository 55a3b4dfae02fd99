import { parseChatAddress } from '../chat-address.ts';
import type { Chat } from '../chats.ts';
import type { ConnectorContext } from './connector-context.ts';
import { ConnectorError, refuse } from './connector-error.ts';

/**
 * The chat of a conversation id, if the bot may write there.
 *
 * @throws ConnectorError 404 ConversationNotFound, 403 as `assertWritable`.
 */
export function findChat(
  context: ConnectorContext,
  conversationId: string,
): { chat: Chat; rootId: string | undefined } {
  const { chatId, rootId } = parseChatAddress(conversationId);
  const chat = context.chats.byId.get(chatId);
  if (chat === undefined) throw refuse(404, 'ConversationNotFound', 'Conversation not found.');
  assertWritable(context, chat);
  if (rootId !== undefined && context.messages.find(chat.id, rootId) === undefined) {
    throw refuse(404, 'ConversationNotFound', 'Conversation not found.');
  }
  return { chat, rootId };
}

/** @throws ConnectorError 403 in the four shapes in which Teams says that a bot may not write. */
export function assertWritable({ installations }: ConnectorContext, chat: Chat): void {
  if (chat.kind !== 'personal') {
    if (installations.isInstalled(chat.kind === 'channel' ? chat.team.id : chat.id)) return;
    throw refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  }
  if (installations.isBlocked(chat.person.id)) {
    throw refuse(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  }
  if (!installations.isInstalled(chat.person.id)) {
    throw new ConnectorError(403, {
      errorCode: 209,
      message: JSON.stringify({
        subCode: 'MessageWritesBlocked',
        details: 'Thread is blocked from message writes.',
        errorCode: null,
        errorSubCode: null,
      }),
    });
  }
}
