import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { signInCard } from '../cards/sign-in-card.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { CardParts } from '../turns/teams-parts.ts';

/**
 * Shows a person the sign-in card in their personal chat: there the client can sign in silently, and nobody else sees it.
 *
 * @param ask.button only the button, no silent try: after one that did not help, another would go round in circles
 * @returns false when the person has no personal chat with the bot
 */
export async function askToSignIn(
  ask: { person: Person; place: ReceiptPlace; button?: boolean },
  parts: Pick<CardParts, 'signIn' | 'chats' | 'messages' | 'texts' | 'log'>,
): Promise<boolean> {
  const { person, place } = ask;
  try {
    const chat = place.chatType === 'personal' ? place : await personalChat(person, place, parts);
    const offer = await parts.signIn.offer(person, chat.chatId);
    const card = signInCard({ offer, texts: parts.texts, silent: !ask.button });
    await parts.messages.send(chat, { attachments: [card] });
    return true;
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    parts.log.warn({ person: person.objectId, kind: error.kind }, 'nobody could be asked to sign in');
    return false;
  }
}

async function personalChat(
  person: Person,
  from: ReceiptPlace,
  { chats, messages }: Pick<CardParts, 'chats' | 'messages'>,
): Promise<ReceiptPlace> {
  const known = await chats.personal(person);
  if (known !== undefined) return known;
  const opened = await messages.openPersonal(from, person);
  await chats.rememberPersonal(person, opened);
  return opened;
}
