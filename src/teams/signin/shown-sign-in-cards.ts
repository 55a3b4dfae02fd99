import type { Person } from '../../conversations/person.ts';
import type { Ticket } from '../../conversations/ports/tickets.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';
import { inLanguage } from '../turns/in-language.ts';
import type { CardParts } from '../turns/teams-parts.ts';

type ShownParts = Pick<CardParts, 'tickets' | 'messages' | 'clock' | 'log'>;
type TicketParts = Pick<ShownParts, 'tickets' | 'clock'>;

/** As long as a client may take to answer a card; then what needs a sign-in asks again. */
const outstandingMs = 15 * 60_000;
/** How long a card is remembered, and its button works: also after a weekend. */
const rememberedMs = 7 * 24 * 3_600_000;

/** Where a person asked for a sign-in in words, and the message there that says where its card is. */
export interface AskedAt {
  readonly place: ReceiptPlace;
  readonly activityId?: string;
}

/**
 * Notes that a card is about to be shown.
 *
 * @param askedAt where the person asked for it in words
 */
export async function rememberAsked(
  asked: { person: Person; place: ReceiptPlace; exchangeId: string; askedAt?: AskedAt | undefined },
  { tickets, clock }: TicketParts,
): Promise<void> {
  await tickets.put({
    ...ticketOf('asked-card', asked, new Date(clock.now().getTime() + outstandingMs)),
    ...(asked.askedAt !== undefined && { secret: JSON.stringify(asked.askedAt) }),
  });
}

/** Whether the person has a card in that chat that they have not answered. */
export async function isAskedToSignIn(
  person: Person,
  { chatId }: ReceiptPlace,
  { tickets, clock }: TicketParts,
): Promise<boolean> {
  const asked = await tickets.list('asked-card', person, clock.now());
  return asked.some((each) => each.chatId === chatId);
}

/** Remembers which message shows a sign-in card, so that its button can go once it is of no use. */
export async function rememberSignInCard(
  shown: { person: Person; place: ReceiptPlace; exchangeId: string; activityId: string },
  { tickets, clock }: TicketParts,
): Promise<void> {
  const { place, exchangeId, activityId } = shown;
  const now = clock.now();
  // A client that was quick has answered it already, and hides it.
  if (activityId === '' || (await tickets.find('asked-card', exchangeId, now)) === undefined) return;
  await tickets.put({
    ...ticketOf('shown-card', shown, new Date(now.getTime() + rememberedMs)),
    secret: JSON.stringify({ place, activityId }),
  });
}

/**
 * A card whose token was exchanged is hidden by the client itself.
 *
 * @returns where the person asked for it in words, once: they have seen nothing yet, and are told there
 */
export async function forgetSignInCard(
  exchangeId: string,
  { tickets, clock }: TicketParts,
): Promise<AskedAt | undefined> {
  const asked = await tickets.use('asked-card', exchangeId, clock.now());
  await tickets.use('shown-card', exchangeId, clock.now());
  return asked === undefined ? undefined : askedAtOf(asked);
}

/** Says where it was asked for that it worked: in place of the line there, if there is one. */
export async function tellSignedIn(
  { place, activityId = '' }: AskedAt,
  { messages }: Pick<ShownParts, 'messages'>,
): Promise<void> {
  const text = inLanguage({}, place.locale).texts.signIn.signedIn;
  if (activityId === '') await messages.send(place, { text });
  else await messages.update(place, activityId, { text });
}

function askedAtOf({ secret }: Ticket): AskedAt | undefined {
  return secret === undefined ? undefined : (JSON.parse(secret) as AskedAt);
}

/** Puts a line in place of every sign-in card that a person still sees. Never throws: it is a courtesy. */
export async function closeSignInCards(person: Person, parts: ShownParts): Promise<void> {
  const { tickets, clock } = parts;
  await quietly(person, parts, async () => {
    const asked = await tickets.useAll('asked-card', person, clock.now());
    const shown = await tickets.useAll('shown-card', person, clock.now());
    const lines = asked.map(askedAtOf).filter((each) => each?.activityId !== undefined);
    await Promise.all([
      ...shown.map((each) => putAway(each, 'signedIn', parts)),
      ...lines.map((each) => each && tellSignedIn(each, parts)),
    ]);
  });
}

/** The same of those in a chat that a newer one has just been posted to, and that is not remembered yet. */
export async function replaceSignInCards(
  person: Person,
  { chatId }: ReceiptPlace,
  parts: ShownParts,
): Promise<void> {
  const { tickets, clock } = parts;
  await quietly(person, parts, async () => {
    const shown = await tickets.list('shown-card', person, clock.now());
    const here = shown.filter((each) => each.chatId === chatId);
    for (const { id } of here) {
      const mine = await tickets.use('shown-card', id, clock.now());
      await tickets.use('asked-card', id, clock.now());
      if (mine !== undefined) await putAway(mine, 'newerBelow', parts);
    }
  });
}

async function putAway(
  { secret = '' }: Ticket,
  says: 'signedIn' | 'newerBelow',
  { messages }: Pick<ShownParts, 'messages'>,
): Promise<void> {
  const { place, activityId } = JSON.parse(secret) as { place: ReceiptPlace; activityId: string };
  const signIn: Texts['signIn'] = inLanguage({}, place.locale).texts.signIn;
  await messages.update(place, activityId, { text: signIn[says], attachments: [] });
}

async function quietly(
  person: Person,
  { log }: Pick<ShownParts, 'log'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ person: person.objectId, error }, 'a sign-in card could not be put away');
  }
}

function ticketOf(
  kind: 'asked-card' | 'shown-card',
  { person, place, exchangeId }: { person: Person; place: ReceiptPlace; exchangeId: string },
  expiresAt: Date,
): Ticket {
  const { tenantId, objectId } = person;
  return { kind, id: exchangeId, person: { tenantId, objectId }, chatId: place.chatId, expiresAt };
}
