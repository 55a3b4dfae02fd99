import { formatChatAddress } from '../chat-address.ts';
import type { Chat } from '../chats.ts';
import type { ConnectorContext } from './connector-context.ts';
import { refuse } from './connector-error.ts';
import { assertWritable } from './find-chat.ts';
import { sendActivity } from './send-activity.ts';

export interface ConversationResource {
  /** Conversation id; in a channel it names the new thread. */
  id: string;
  /** Id of the first message, when one was sent along. */
  activityId?: string;
}

/**
 * `POST v3/conversations`: the personal chat with a person (the same one every time), or a new thread in a channel.
 * A bot cannot create channels or group chats (Teams platform, send-proactive-messages).
 *
 * @throws ConnectorError 400, 403, 404, 413.
 */
export function createConversation(context: ConnectorContext, body: unknown): ConversationResource {
  const parameters = (body ?? {}) as {
    members?: { id?: string }[];
    channelData?: { channel?: { id?: string } };
    activity?: unknown;
  };
  const channelId = parameters.channelData?.channel?.id;
  if (channelId !== undefined) return beginThread(context, channelId, parameters.activity);
  const [member, ...others] = parameters.members ?? [];
  if (member?.id === undefined || others.length > 0) {
    throw refuse(400, 'Bad Argument', 'Give one member, or a channel.');
  }
  const chat = findPersonalChat(context, member.id);
  if (parameters.activity === undefined) return { id: chat.id };
  const sent = sendActivity(context, { chat, rootId: undefined }, parameters.activity);
  return { id: chat.id, ...(sent.id === undefined ? {} : { activityId: sent.id }) };
}

function beginThread(context: ConnectorContext, channelId: string, activity: unknown): ConversationResource {
  const chat = context.chats.byId.get(channelId);
  if (chat?.kind !== 'channel') throw refuse(404, 'ConversationNotFound', 'Conversation not found.');
  assertWritable(context, chat);
  if (activity === undefined) throw refuse(400, 'Bad Argument', 'A new thread needs its first activity.');
  const { id } = sendActivity(context, { chat, rootId: undefined }, activity);
  if (id === undefined) throw refuse(400, 'Bad Argument', 'A new thread begins with one message.');
  return { id: formatChatAddress({ chatId: chat.id, rootId: id }), activityId: id };
}

/** @param memberId a `29:` id or an Entra object id; no mail addresses. */
function findPersonalChat(context: ConnectorContext, memberId: string): Chat {
  const chat = context.chats.byMember.get(memberId);
  if (chat?.kind !== 'personal') throw refuse(404, 'ConversationNotFound', 'No such person.');
  if (!context.installations.isInstalled(chat.person.id)) {
    throw refuse(403, 'ForbiddenOperationException', "Bot isn't installed in user's personal scope");
  }
  assertWritable(context, chat);
  return chat;
}
