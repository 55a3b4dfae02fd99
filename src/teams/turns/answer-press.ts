import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import { answerReceipt } from '../receipts/answer-receipt.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/**
 * What a press is answered with when there is a request of the person's behind it: its receipt; or, where others look on
 * and it waits for a sign-in, the wish for one. Once there is a token the request goes on within the same press.
 *
 * In a personal chat the sign-in card of the receipt asks by itself.
 */
export async function answerPress(
  turn: Turn,
  request: ConversationRequest,
  parts: TeamsParts,
): Promise<ActionAnswer> {
  if (!waitsForSignIn(request) || turn.place.chatType === 'personal')
    return answerReceipt(turn, request, parts);
  const token = await parts.tokens.graphToken(turn.author);
  if (token.kind === 'sign-in') return { kind: 'sign-in', error: token.error };
  if (token.kind === 'wait')
    return {
      kind: 'message',
      text: `${parts.texts.error(token.error).says} ${parts.texts.signIn.pressAgain}`,
    };
  const answer = await parts.conversations.order(request.id, turn.author, 'go-on');
  const now = 'request' in answer ? answer.request : request;
  if (!waitsForSignIn(now)) return answerReceipt(turn, now, parts);
  return { kind: 'sign-in', error: reasonOf(now) };
}

/** Whether the person has to sign in before the request can go on. */
export function waitsForSignIn({ state, waitingFor }: ConversationRequest): boolean {
  return state === 'waiting' && waitingFor === 'sign-in';
}

function reasonOf({ reason }: ConversationRequest): CodedError {
  return new CodedError(reason?.code ?? 'SIGN_IN_REQUIRED', reason?.details);
}
