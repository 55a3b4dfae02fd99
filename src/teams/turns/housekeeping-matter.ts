import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import { personKey } from '../../conversations/person.ts';
import type { TicketKind } from '../../conversations/ports/tickets.ts';
import { cardMessage } from '../cards/card-message.ts';
import { saidCard } from '../cards/said-card.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { Matter } from './housekeeping-card.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

export type CardData = Readonly<Record<string, unknown>>;

/** What the card is about, if it is this person's, in this chat, and not answered yet. */
export async function matterOf(
  { author, place }: Turn,
  kind: TicketKind,
  data: CardData,
  { tickets, clock }: TeamsParts,
  how: 'find' | 'use',
): Promise<Matter | undefined> {
  const id = textIn(data, 'ticket');
  const found = await tickets.find(kind, id, clock.now());
  const isTheirs =
    found?.secret !== undefined &&
    personKey(found.person) === personKey(author) &&
    found.chatId === place.chatId;
  if (!isTheirs) return undefined;
  const ticket = how === 'find' ? found : await tickets.use(kind, id, clock.now());
  return ticket?.secret === undefined ? undefined : (JSON.parse(ticket.secret) as Matter);
}

/** An error about the group, with its name; anything else is a defect and goes on. */
export function aboutGroup(error: unknown, group: string): CodedError {
  if (!(error instanceof CodedError)) throw error;
  return new CodedError(error.code, { group, ...error.details }, { cause: error, log: error.message });
}

/** What passes: nothing of this is tried again by itself, so the person is told to. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'GRAPH_UNREACHABLE',
  'GRAPH_THROTTLED',
  'SIGN_IN_EXPIRED',
  'SIGN_IN_REQUIRED',
  'SIGN_IN_UNAVAILABLE',
  'SIGN_IN_THROTTLED',
]);

/** What went wrong, and what to do about it. */
export function linesOf(error: CodedError, { texts }: TeamsParts): string[] {
  const { says, next } = texts.error(error);
  return [says, passing.has(error.code) ? texts.housekeeping.pressAgain : next];
}

/** In place of a card that can be answered once only: for everybody who saw it. */
export function ended(
  { place, replyToId }: Turn,
  lines: readonly string[],
  { messages, background }: TeamsParts,
): ActionAnswer {
  const card = saidCard(lines);
  if (place.chatType !== 'personal' && replyToId !== undefined)
    background.run('answered card', () => messages.update(place, replyToId, cardMessage(card)));
  return { kind: 'card', card };
}

/** A text in a card's data; empty for anything else. */
export function textIn(data: CardData, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}
