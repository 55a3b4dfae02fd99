import type { ChannelActivity } from '../channel/channel-activity.ts';
import type { Chat } from '../channel/chats.ts';
import type { Delivery } from '../channel/deliver.ts';
import type { ClientContext } from './client-context.ts';
import { htmlOf, sharedAttachments, type MessageContent } from './message-content.ts';
import { messageActivity } from './message-activity.ts';

export interface SentMessage {
  messageId: string;
  /** What was delivered to the bot, and its answer; both undefined where the bot does not hear. */
  activity: ChannelActivity | undefined;
  delivery: Delivery | undefined;
}

/** Puts a typed message into a chat and, where the bot hears it, delivers it once. */
export async function sendMessage(
  context: ClientContext,
  message: {
    chat: Chat;
    rootId: string | undefined;
    text: string;
    mention: boolean | undefined;
    content?: MessageContent;
  },
): Promise<SentMessage> {
  const { channel } = context;
  const speaker = context.speaker();
  const { chat, content = {} } = message;
  const files = sharedAttachments(channel.files, chat, content);
  const at = `@${speaker.tenant.app.name}`;
  const { text, mention, slash } = readTyped(message, at);
  const kept = channel.messages.add({
    chatId: chat.id,
    threaded: chat.kind === 'channel',
    rootId: message.rootId,
    from: { kind: 'person', id: speaker.person.teamsId, name: speaker.person.displayName },
    text: mention ? `${at} ${text}` : text,
    textFormat: 'plain',
    attachments: files.attachments,
    deliveryStatus: undefined,
    ...(slash && { onlyFor: speaker.person.teamsId }),
  });
  if (chat.kind !== 'personal' && !mention && !slash) {
    return { messageId: kept.id, activity: undefined, delivery: undefined };
  }
  const activity = messageActivity(speaker, {
    id: kept.id,
    chat,
    rootId: kept.rootId,
    at: kept.sentAt,
    text,
    mention,
    html: htmlOf(content, files.pictures),
    attachments: files.attachments,
  });
  const heard = slash ? targeted(activity) : activity;
  const delivery = await channel.deliver(heard);
  channel.messages.change(kept, { deliveryStatus: delivery.status });
  return { messageId: kept.id, activity: heard, delivery };
}

/** What is said to the bot alone (Teams platform, "Targeted messages", preview). */
function targeted(activity: ChannelActivity): ChannelActivity {
  return { ...activity, recipient: { ...activity.recipient, isTargeted: true } };
}

/** To whom it is said: to everybody, to the bot too (`mention`), or to the bot alone (`slash`). */
function readTyped(
  { chat, text, mention }: { chat: Chat; text: string; mention: boolean | undefined },
  at: string,
): { text: string; mention: boolean; slash: boolean } {
  if (chat.kind === 'personal') return { text, mention: false, slash: false };
  if (/^\/\w/.test(text)) return { text, mention: false, slash: true };
  const isTyped = text.toLowerCase().startsWith(at.toLowerCase());
  if (!(mention ?? isTyped)) return { text, mention: false, slash: false };
  return { text: isTyped ? text.slice(at.length).trimStart() : text, mention: true, slash: false };
}
