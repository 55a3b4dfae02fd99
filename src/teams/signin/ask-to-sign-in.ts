import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { signInCard } from '../cards/sign-in-card.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { personalPlace } from './personal-place.ts';
import { rememberSignInCard } from './shown-sign-in-cards.ts';

/**
 * Shows a person the sign-in card in their personal chat: there the client can sign in silently, and nobody else sees it.
 *
 * @param ask.button only the button, no silent try: after one that did not help, another would go round in circles
 * @returns false when the person has no personal chat with the bot
 */
export async function askToSignIn(
  ask: { person: Person; place: ReceiptPlace; button?: boolean },
  parts: Pick<CardParts, 'signIn' | 'chats' | 'tickets' | 'messages' | 'clock' | 'texts' | 'log'>,
): Promise<boolean> {
  const { person } = ask;
  try {
    const place = await personalPlace(person, ask.place, parts);
    const offer = await parts.signIn.offer(person, place.chatId);
    const card = signInCard({ offer, texts: parts.texts, silent: !ask.button });
    const activityId = await parts.messages.send(place, { attachments: [card] });
    await rememberSignInCard({ person, place, exchangeId: offer.exchangeId, activityId }, parts);
    return true;
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    parts.log.warn({ person: person.objectId, kind: error.kind }, 'nobody could be asked to sign in');
    return false;
  }
}
