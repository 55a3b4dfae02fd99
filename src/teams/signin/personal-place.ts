import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { CardParts } from '../turns/teams-parts.ts';

/**
 * The chat of a person with the bot, made if there is none. A place that is personal and has no chat id stands for "there,
 * once there is one": the person had not installed the app when it was asked for.
 *
 * @throws ChannelError when the person has no chat with the bot, and none can be made
 */
export async function personalPlace(
  person: Person,
  from: ReceiptPlace,
  { chats, messages }: Pick<CardParts, 'chats' | 'messages'>,
): Promise<ReceiptPlace> {
  if (from.chatType === 'personal' && from.chatId !== '') return from;
  const known = await chats.personal(person);
  if (known !== undefined) return known;
  const opened = await messages.openPersonal(from, person);
  await chats.rememberPersonal(person, opened);
  return opened;
}
