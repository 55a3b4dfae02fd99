import type { ConversationRequest } from '../../conversations/request.ts';
import { openQuestion } from '../../conversations/open-question.ts';
import { isPlanned } from '../../conversations/schedule/is-planned.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardAction } from './adaptive-card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';

/** What the author of a request can order in its state; the server checks that it is the author who presses. */
export function orderActions(request: ConversationRequest, all: Texts): CardAction[] {
  const { receipt: texts } = all;
  const { id: requestId, state, dueAt, looks = 0, lookComplete, alsoFound = [] } = request;
  const action = (title: string, verb: string, style?: 'positive'): CardAction =>
    executeAction({ title, verb, data: { requestId }, ignoresInputs: true, ...(style && { style }) });
  const discard = action(texts.discard, cardVerbs.discard);
  switch (state) {
    case 'unknown':
      // While looks are still to come the author need not decide anything.
      if (dueAt !== undefined && (lookComplete || looks === 0)) return [];
      return [
        action(texts.lookAgain, cardVerbs.lookAgain, 'positive'),
        action(texts.sendAgain, cardVerbs.sendAgain),
        discard,
      ];
    case 'waiting':
      return waitingActions(request, all, action);
    case 'created':
      return alsoFound.length > 0 ? [action(texts.deleteSecond, cardVerbs.deleteSecond)] : [];
    default:
      return [];
  }
}

function waitingActions(
  request: ConversationRequest,
  { receipt: texts, plan }: Texts,
  action: (title: string, verb: string, style?: 'positive') => CardAction,
): CardAction[] {
  const { waitingFor } = request;
  const discard = action(texts.discard, cardVerbs.discard);
  // Where others look on, the press itself can sign in; in a personal chat it brings a fresh sign-in card.
  if (waitingFor === 'sign-in') return [action(texts.signIn, cardVerbs.signIn, 'positive'), discard];
  if (isPlanned(request)) {
    if (openQuestion(request) === undefined) {
      const change = action(plan.change, cardVerbs.changePlan, 'positive');
      return [change, action(texts.postNow, cardVerbs.postNow), discard];
    }
    return [
      action(plan.confirm, cardVerbs.confirm, 'positive'),
      action(plan.change, cardVerbs.changePlan),
      action(texts.postNow, cardVerbs.confirmNow),
      discard,
    ];
  }
  if (waitingFor === 'author') return [action(texts.postNow, cardVerbs.postNow, 'positive'), discard];
  return [discard];
}
