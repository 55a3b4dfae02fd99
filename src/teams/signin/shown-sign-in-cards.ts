import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import { inLanguage } from '../turns/in-language.ts';
import type { CardParts } from '../turns/teams-parts.ts';

type ShownParts = Pick<CardParts, 'tickets' | 'messages' | 'clock' | 'log'>;

/** How long a card is remembered; its button ends long before. */
const rememberedMs = 24 * 3_600_000;

/** Remembers which message shows a sign-in card, so that its button can go once it is of no use. */
export async function rememberSignInCard(
  shown: { person: Person; place: ReceiptPlace; exchangeId: string; activityId: string },
  { tickets, clock }: Pick<ShownParts, 'tickets' | 'clock'>,
): Promise<void> {
  const { person, place, exchangeId, activityId } = shown;
  if (activityId === '') return;
  await tickets.put({
    kind: 'shown-card',
    id: exchangeId,
    person: { tenantId: person.tenantId, objectId: person.objectId },
    chatId: place.chatId,
    secret: JSON.stringify({ place, activityId }),
    expiresAt: new Date(clock.now().getTime() + rememberedMs),
  });
}

/** A card whose token was exchanged is hidden by the client itself. */
export async function forgetSignInCard(
  exchangeId: string,
  { tickets, clock }: Pick<ShownParts, 'tickets' | 'clock'>,
): Promise<void> {
  await tickets.use('shown-card', exchangeId, clock.now());
}

/** Puts a line in place of every sign-in card that a person still sees. Never throws: it is a courtesy. */
export async function closeSignInCards(person: Person, parts: ShownParts): Promise<void> {
  const { tickets, messages, clock, log } = parts;
  try {
    const shown = await tickets.useAll('shown-card', person, clock.now());
    await Promise.all(
      shown.map(({ secret = '' }) => {
        const { place, activityId } = JSON.parse(secret) as { place: ReceiptPlace; activityId: string };
        const text = inLanguage({}, place.locale).texts.signIn.signedIn;
        return messages.update(place, activityId, { text, attachments: [] });
      }),
    );
  } catch (error) {
    log.warn({ person: person.objectId, error }, 'a sign-in card could not be put away');
  }
}
