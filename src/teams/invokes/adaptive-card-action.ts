import type { InvokeResponse } from 'botbuilder';
import { acceptSignIn } from '../signin/accept-sign-in.ts';
import { loginRequest } from '../signin/login-request.ts';
import type { ErrorSentences } from '../texts/texts.ts';
import { onCardAction } from '../turns/on-card-action.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { cardActionAnswer } from './card-action-answer.ts';

/**
 * `adaptiveCard/action`: a pressed `Action.Execute`. One that cannot go on without its person's sign-in is answered with
 * a login request; the client then sends it again with what the sign-in brought.
 */
export async function adaptiveCardAction(
  turn: Turn,
  value: unknown,
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { action } = (value ?? {}) as { action?: { verb?: unknown; data?: unknown } };
  const data = typeof action?.data === 'object' && action.data !== null ? action.data : {};
  const verb = action?.verb;
  if (typeof verb !== 'string') return cardActionAnswer(400, 'error', { code: '400', message: 'No verb' });
  const signIn = await acceptSignIn(turn, value, parts, { named: true });
  if (signIn.kind === 'wrong-code') return cardActionAnswer(401, 'wrongCode', null);
  if (signIn.kind === 'refused') return signInFailed(parts.texts.error(signIn.error));
  if (signIn.kind === 'wait')
    return cardActionAnswer(
      200,
      'message',
      `${parts.texts.error(signIn.error).says} ${parts.texts.signIn.pressAgain}`,
    );
  const result = await onCardAction(turn, verb, data as Record<string, unknown>, parts);
  switch (result.kind) {
    case 'card':
      return cardActionAnswer(200, 'card', result.card);
    case 'message':
      return cardActionAnswer(200, 'message', result.text);
    case 'sign-in':
      // Signed in, and it did not help: another silent try would go round in circles.
      return signIn.kind === 'none'
        ? loginRequest(turn, parts)
        : signInFailed(parts.texts.error(result.error));
    case 'unknown':
      return cardActionAnswer(400, 'error', { code: '400', message: parts.texts.oldButton });
  }
}

/** The client then shows the button. */
function signInFailed({ says, next }: ErrorSentences): InvokeResponse {
  return cardActionAnswer(412, 'signInFailed', { code: '412', message: `${says} ${next}` });
}
