import type { InvokeResponse } from 'botbuilder';
import { cardVerbs } from '../cards/card-verbs.ts';
import { acceptSignIn } from '../signin/accept-sign-in.ts';
import { loginRequest } from '../signin/login-request.ts';
import type { ErrorSentences } from '../texts/texts.ts';
import { onCardAction } from '../turns/on-card-action.ts';
import { onView } from '../turns/on-view.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { cardActionAnswer } from './card-action-answer.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * `adaptiveCard/action`: a pressed `Action.Execute`. One that cannot go on without its person's sign-in is answered with
 * a login request; the client then sends it again with what the sign-in brought. What a client sends by itself, when it
 * shows a card, is answered and does nothing.
 */
export async function adaptiveCardAction(
  turn: Turn,
  value: unknown,
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { action, trigger } = (value ?? {}) as {
    action?: { verb?: unknown; data?: unknown };
    trigger?: unknown;
  };
  const data = (typeof action?.data === 'object' && action.data !== null ? action.data : {}) as Data;
  const verb = action?.verb;
  if (typeof verb !== 'string') return cardActionAnswer(400, 'error', { code: '400', message: 'No verb' });
  if (verb === cardVerbs.view) return cardActionAnswer(200, 'card', await onView(turn, data, parts));
  if (trigger === 'automatic') return oldButton(parts);
  return press(turn, { verb, data, value }, parts);
}

async function press(
  turn: Turn,
  { verb, data, value }: { verb: string; data: Data; value: unknown },
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const signIn = await acceptSignIn(turn, value, parts, { named: true });
  if (signIn.kind === 'wrong-code') return cardActionAnswer(401, 'wrongCode', null);
  if (signIn.kind === 'refused') return signInFailed(parts.texts.error(signIn.error));
  if (signIn.kind === 'wait')
    return cardActionAnswer(
      200,
      'message',
      `${parts.texts.error(signIn.error).says} ${parts.texts.signIn.pressAgain}`,
    );
  const result = await onCardAction(turn, verb, data, parts);
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
      return oldButton(parts);
  }
}

function oldButton({ texts }: TeamsParts): InvokeResponse {
  return cardActionAnswer(400, 'error', { code: '400', message: texts.oldButton });
}

/** The client then shows the button. */
function signInFailed({ says, next }: ErrorSentences): InvokeResponse {
  return cardActionAnswer(412, 'signInFailed', { code: '412', message: `${says} ${next}` });
}
