import { contentOfRequest } from '../../conversations/content-of-request.ts';
import type { Order } from '../../conversations/give-order.ts';
import { personKey } from '../../conversations/person.ts';
import { sourceKey } from '../../conversations/source-key.ts';
import { cardVerbs } from '../cards/card-verbs.ts';
import { answerReceipt } from '../receipts/answer-receipt.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

const orders: Readonly<Record<string, Order>> = {
  [cardVerbs.lookAgain]: 'look-again',
  [cardVerbs.sendAgain]: 'send-again',
  [cardVerbs.discard]: 'discard',
  [cardVerbs.postNow]: 'post-now',
  [cardVerbs.deleteSecond]: 'delete-second',
};

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
  const requestId = typeof data['requestId'] === 'string' ? data['requestId'] : '';
  const answer = await parts.conversations.order(requestId, turn.author, order);
  switch (answer.kind) {
    case 'not-yours':
      return { kind: 'message', text: parts.texts.order.notYours };
    case 'failed': {
      const { says, next } = parts.texts.error(answer.error);
      return { kind: 'message', text: `${says} ${next}` };
    }
    case 'done':
    case 'too-late':
      return answerReceipt(answer.request, parts);
  }
}

/** *Start another anyway*: the same text once more, once for each card that asks. */
export async function onAgain(
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  const requestId = typeof data['requestId'] === 'string' ? data['requestId'] : '';
  const first = await parts.conversations.find(requestId);
  if (first === undefined || personKey(first.author) !== personKey(turn.author))
    return { kind: 'message', text: parts.texts.order.notYours };
  if (first.forgotten) return { kind: 'message', text: parts.texts.forget.gone };
  const cardId = turn.replyToId;
  if (cardId === undefined)
    return { kind: 'message', text: parts.texts.error({ code: 'FORM_UNKNOWN' }).says };
  const { request, first: isFirst } = await parts.conversations.start({
    sourceKey: sourceKey.again(requestId, `${turn.place.chatId}|${cardId}`),
    author: turn.author,
    content: contentOfRequest(first),
    place: turn.place,
    cardId,
    again: true,
  });
  const answer = await answerReceipt(request, parts);
  return answer.kind === 'card' ? { ...answer, shown: isFirst } : answer;
}
