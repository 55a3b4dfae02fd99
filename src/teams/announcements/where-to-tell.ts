import type { UncountedAnnouncement } from '../../announcements/announcement.ts';
import { tenantOf } from '../../announcements/tenant-of.ts';
import type { Chats } from '../../conversations/ports/chats.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { ChatToCome } from '../channel/create-chat-to-come.ts';

/**
 * Where a receiver is told: the channel or group chat at the newest address that it was seen at, or, for a person, some place
 * of the tenant from where their chat is found or made.
 *
 * @returns undefined when nothing says where chats of the tenant are: nobody there has written to the bot, and its cloud has no
 *   address of its own
 */
export async function whereToTell(
  receiverId: string,
  announcement: UncountedAnnouncement,
  parts: { chats: Chats; chatToCome: ChatToCome },
): Promise<ReceiptPlace | undefined> {
  const from = await whereFrom(announcement, parts);
  if (announcement.audience.kind !== 'chat') return from;
  // A chat of several has no language of its own: it is told in that of whoever tells it.
  const { locale } = announcement.place ?? {};
  const nowhere = { serviceUrl: '', botId: '', tenantId: tenantOf(announcement.sender) };
  const chat = await parts.chats.newestShared({
    ...(from ?? nowhere),
    ...{ channelId: 'msteams', chatId: receiverId, chatType: typeOf(receiverId) },
    ...(locale !== undefined && { locale }),
  });
  return chat.serviceUrl === '' ? undefined : chat;
}

/**
 * Where it was asked for, else any chat that is known, else the cloud's own address. Whose language, time zone and account a
 * chat has says nothing about others.
 */
async function whereFrom(
  { place, sender }: UncountedAnnouncement,
  { chats, chatToCome }: { chats: Chats; chatToCome: ChatToCome },
): Promise<ReceiptPlace | undefined> {
  const own = sender.kind === 'person' ? await chats.personal(sender.person) : undefined;
  const tenantId = tenantOf(sender);
  const known = place ?? own ?? (await chats.anyOf(tenantId)) ?? chatToCome(tenantId);
  if (known === undefined) return undefined;
  const { locale: _, timeZone: __, accountId: ___, ...address } = known;
  return { ...address, channelId: 'msteams' };
}

/** Ids of channels are told by how they end (Teams platform, "Conversation basics"). */
function typeOf(chatId: string): ReceiptPlace['chatType'] {
  return /@thread\.(?:tacv2|skype)/.test(chatId) ? 'channel' : 'groupChat';
}
