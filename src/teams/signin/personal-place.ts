import { hasChat } from '../../conversations/has-chat.ts';
import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { CardParts } from '../turns/teams-parts.ts';

/**
 * The chat of a person with the bot, made if there is none (see `hasChat`).
 *
 * @throws ChannelError when the person has no chat with the bot, and none can be made
 */
export async function personalPlace(
  person: Person,
  from: ReceiptPlace,
  { chats, messages }: Pick<CardParts, 'chats' | 'messages'>,
): Promise<ReceiptPlace> {
  if (from.chatType === 'personal' && hasChat(from)) return from;
  const known = await chats.personal(person);
  if (known !== undefined) return known;
  const opened = await messages.openPersonal(from, person);
  await chats.rememberPersonal(person, opened);
  return opened;
}
