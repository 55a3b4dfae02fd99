import { parseChatAddress } from '../chat-address.ts';
import type { ChatIndex } from '../chats.ts';
import type { CountedRequest } from './create-channel-limits.ts';

/** What a request to one conversation is counted as. */
export function countOfChat(as: CountedRequest['as'], conversationId: string): CountedRequest[] {
  return [{ as, chatId: parseChatAddress(conversationId).chatId }];
}

/** What `POST v3/conversations` is counted as: creating, and sending when a first message comes along. */
export function countOfCreation(chats: ChatIndex, body: unknown): CountedRequest[] {
  const { members, channelData, activity } = (body ?? {}) as {
    members?: { id?: string }[];
    channelData?: { channel?: { id?: string } };
    activity?: unknown;
  };
  const member = members?.[0]?.id ?? '';
  const chatId = channelData?.channel?.id ?? chats.byMember.get(member)?.id ?? member;
  const created: CountedRequest = { as: 'create', chatId };
  return activity === undefined ? [created] : [created, { as: 'send', chatId }];
}
