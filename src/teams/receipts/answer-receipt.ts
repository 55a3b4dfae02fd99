import type { ConversationRequest } from '../../conversations/request.ts';
import type { ActionAnswer } from '../turns/action-answer.ts';
import type { CardParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { buildReceipt } from './build-receipt.ts';

/**
 * What its author's press on a card is answered with when there is a request behind it: its receipt, or a line while it is being
 * posted. A client keeps an answered card until the message changes again, so one that says "posting" could stay for
 * ever when the truth had arrived a moment before it.
 */
export async function answerReceipt(
  { place }: Pick<Turn, 'place'>,
  request: ConversationRequest,
  parts: CardParts,
): Promise<ActionAnswer> {
  if (request.forgotten) return { kind: 'message', text: parts.texts.forget.gone };
  if (request.state === 'accepted' || request.state === 'sending') {
    const { working, workingNote } = parts.texts.receipt;
    return { kind: 'message', text: `${working} ${workingNote}`, shown: true };
  }
  return { kind: 'card', card: await buildReceipt(request, place, parts) };
}
