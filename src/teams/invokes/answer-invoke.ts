import type { InvokeResponse } from 'botbuilder';
import { takeFileConsent } from '../announcements/take-file-consent.ts';
import { dialogAnswer } from '../dialogs/dialog-answer.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { submitCardDialog } from '../dialogs/submit-card-dialog.ts';
import { answerExtension } from '../extension/answer-extension.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { adaptiveCardAction } from './adaptive-card-action.ts';
import { refuseInvoke } from './refuse-invoke.ts';
import { searchChoices } from './search-choices.ts';
import { tokenExchange } from './token-exchange.ts';
import { verifyState } from './verify-state.ts';

/**
 * Answers an invoke in the shape that its client expects; never the 501 with which Bot Framework meets those that it does
 * not know. Surfaces that are not offered say in a line what to do instead.
 */
export async function answerInvoke(
  turn: Turn,
  invoke: { name: string; value: unknown },
  parts: TeamsParts,
): Promise<InvokeResponse> {
  const { name, value } = invoke;
  switch (name) {
    case 'adaptiveCard/action':
      return adaptiveCardAction(turn, value, parts);
    case 'application/search':
      return searchChoices(turn, value, parts);
    case 'signin/tokenExchange':
      return tokenExchange(turn, value, parts);
    case 'signin/verifyState':
      return verifyState(turn, value, parts);
    case 'signin/failure': {
      const { code } = (value ?? {}) as { code?: unknown };
      parts.log.warn({ code: String(code).slice(0, 40) }, 'the client could not sign in silently');
      return { status: 200 };
    }
    case 'task/fetch':
      return dialogAnswer(await openDialog(turn, value, parts));
    case 'task/submit':
      return dialogAnswer(await submitCardDialog(turn, value, parts));
    case 'fileConsent/invoke':
      return takeFileConsent(turn, value, parts);
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
    case 'composeExtension/query':
      return answerExtension(turn, invoke, parts);
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink':
      return refuseInvoke(name, parts.texts.useTheChat);
    default:
      parts.log.warn({ kind: name.slice(0, 60) }, 'an invoke is not known');
      return { status: 400, body: { error: { code: 'BadRequest', message: 'This invoke is not known.' } } };
  }
}
