import { personKey, type Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { signInCard } from '../cards/sign-in-card.ts';
import { ChannelError } from '../channel/channel-error.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import { personalPlace } from './personal-place.ts';
import {
  forgetSignInCard,
  isAskedToSignIn,
  rememberAsked,
  rememberSignInCard,
  replaceSignInCards,
  type AskedAt,
} from './shown-sign-in-cards.ts';

/** Longer than a card takes to be posted, in milliseconds; whoever dies in between blocks the next for no longer. */
const askingMs = 20_000;

/** A card was posted; or one is there that the person has not answered; or they have no chat with the bot. */
export type Asked = 'asked' | 'outstanding' | 'nowhere';

export interface AskOptions {
  person: Person;
  place: ReceiptPlace;
  /** Only the button, no silent try: after one that did not help, another would go round in circles. */
  button?: boolean;
  /** The person asked for it in words: it takes the place of a card that is there, and they hear of a silent sign-in. */
  anew?: boolean;
  /** What is said where they asked, if that is another chat than the card's: whether they sign in silently shows only there. */
  line?: string;
}

type AskParts = Pick<
  CardParts,
  'signIn' | 'chats' | 'tickets' | 'leases' | 'messages' | 'clock' | 'texts' | 'log'
>;

/**
 * Shows a person the sign-in card in their personal chat: there the client can sign in silently, and nobody else sees it.
 * Whatever needs a sign-in in the meantime, over all instances, waits for that one card.
 */
export async function askToSignIn(ask: AskOptions, parts: AskParts): Promise<Asked> {
  const { person } = ask;
  try {
    const place = await personalPlace(person, ask.place, parts);
    const lease = await parts.leases.take(`ask to sign in|${personKey(person)}`, askingMs);
    if (lease === undefined) return 'outstanding';
    try {
      if (!ask.anew && (await isAskedToSignIn(person, place, parts))) return 'outstanding';
      await postCard({ ...ask, place, askedAt: ask.anew ? await askedAt(ask, parts) : undefined }, parts);
    } finally {
      await lease.free();
    }
    return 'asked';
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    parts.log.warn({ person: person.objectId, kind: error.kind }, 'nobody could be asked to sign in');
    return 'nowhere';
  }
}

/** Where it was asked for, and the line there, which says later that it worked. */
async function askedAt({ place, line }: AskOptions, { messages }: AskParts): Promise<AskedAt> {
  if (line === undefined || place.chatType === 'personal') return { place };
  return { place, activityId: await messages.send(place, { text: line }) };
}

async function postCard(
  { person, place, button, askedAt }: AskOptions & { askedAt: AskedAt | undefined },
  parts: AskParts,
): Promise<void> {
  const { signIn, messages, texts } = parts;
  const offer = await signIn.offer(person, place.chatId, texts.language);
  const { exchangeId } = offer;
  // Before it is shown: a client answers at once.
  await rememberAsked({ person, place, exchangeId, askedAt }, parts);
  try {
    const card = signInCard({ offer, texts, silent: !button });
    const activityId = await messages.send(place, {
      attachments: [card],
      summary: card.content.text,
    });
    await replaceSignInCards(person, place, parts);
    await rememberSignInCard({ person, place, exchangeId, activityId }, parts);
  } catch (error) {
    await forgetSignInCard(exchangeId, parts);
    throw error;
  }
}
