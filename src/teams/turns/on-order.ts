import { contentOfRequest } from '../../conversations/content-of-request.ts';
import { draftOf } from '../../conversations/draft-of.ts';
import type { Order } from '../../conversations/give-order.ts';
import { isPlanned } from '../../conversations/schedule/is-planned.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { answerReceipt } from '../receipts/answer-receipt.ts';
import { openForm } from '../forms/open-form.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import type { ActionAnswer } from './action-answer.ts';
import { answerPress, waitsForSignIn } from './answer-press.ts';
import { ownRequest } from './own-request.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

const orders: Readonly<Record<string, Order>> = {
  [cardVerbs.lookAgain]: 'look-again',
  [cardVerbs.sendAgain]: 'send-again',
  [cardVerbs.discard]: 'discard',
  [cardVerbs.postNow]: 'post-now',
  [cardVerbs.confirm]: 'confirm',
  [cardVerbs.confirmNow]: 'confirm-now',
  [cardVerbs.deleteSecond]: 'delete-second',
};

/** These only write down what the author wants. */
const withoutGraph: ReadonlySet<Order> = new Set(['discard', 'confirm']);

/** The order that a verb stands for, if it is one. */
export function orderOf(verb: string): Order | undefined {
  return Object.hasOwn(orders, verb) ? orders[verb] : undefined;
}

/** Does what the author orders about a request; the pressed card shows the receipt as it is then. */
export async function onOrder(
  turn: Turn,
  order: Order,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const known = await ownRequest(turn, data, parts);
  if (known === undefined) return { kind: 'message', text: parts.texts.order.notYours };
  // Where others look on the sign-in is asked for first; in a personal chat the request itself asks.
  if (!withoutGraph.has(order) && turn.place.chatType !== 'personal') {
    const token = await parts.tokens.graphToken(turn.author);
    if (token.kind === 'sign-in') return { kind: 'sign-in', error: token.error };
  }
  const answer = await parts.conversations.order(known.id, turn.author, order);
  switch (answer.kind) {
    case 'not-yours':
      return { kind: 'message', text: parts.texts.order.notYours };
    case 'failed': {
      const { says, next } = parts.texts.error(answer.error);
      return { kind: 'message', text: `${says} ${next}` };
    }
    case 'done':
    case 'too-late':
      return answerReceipt(turn, answer.request, parts);
  }
}

/** *Start another anyway*: the same text once more, once for each card that asks. */
export async function onAgain(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const first = await ownRequest(turn, data, parts);
  if (first === undefined) return { kind: 'message', text: parts.texts.order.notYours };
  if (first.forgotten) return { kind: 'message', text: parts.texts.forget.gone };
  const cardId = turn.replyToId;
  if (cardId === undefined)
    return { kind: 'message', text: parts.texts.error({ code: 'FORM_UNKNOWN' }).says };
  const { request, first: isFirst } = await parts.conversations.start({
    sourceKey: sourceKey.again(first.id, `${turn.place.chatId}|${cardId}`),
    author: turn.author,
    content: contentOfRequest(first),
    place: turn.place,
    cardId,
    again: true,
  });
  const answer = await answerPress(turn, request, parts);
  return answer.kind === 'card' ? { ...answer, shown: isFirst } : answer;
}

/** *Change* on the receipt of what is planned: a form with it, which takes its place once it is sent. */
export async function onChangePlan(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const request = await ownRequest(turn, data, parts);
  if (request === undefined) return { kind: 'message', text: parts.texts.order.notYours };
  if (!isPlanned(request)) return answerReceipt(turn, request, parts);
  await openForm(turn, { draft: { ...draftOf(request), replaces: request.id } }, parts);
  return { kind: 'message', text: parts.texts.formOpened, shown: true };
}

/** *Sign in* on the receipt of a request that waits for it. */
export async function onSignIn(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const request = await ownRequest(turn, data, parts);
  if (request === undefined) return { kind: 'message', text: parts.texts.order.notYours };
  if (turn.place.chatType !== 'personal' || !waitsForSignIn(request))
    return answerPress(turn, request, parts);
  await askToSignIn({ person: turn.author, place: turn.place, anew: true }, parts);
  return { kind: 'message', text: parts.texts.signIn.text, shown: true };
}
