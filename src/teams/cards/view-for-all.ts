import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { cardVerbs } from './card-verbs.ts';
import { forOthers } from './for-others.ts';

/** What only the person may press whose card it is; everything else acts for whoever presses. */
const ownVerbs: ReadonlySet<string> = new Set([
  cardVerbs.again,
  cardVerbs.signIn,
  cardVerbs.lookAgain,
  cardVerbs.sendAgain,
  cardVerbs.discard,
  cardVerbs.postNow,
  cardVerbs.changePlan,
  cardVerbs.deleteSecond,
  cardVerbs.deleteConversation,
  cardVerbs.keepConversation,
  cardVerbs.forward,
  cardVerbs.watchHere,
  cardVerbs.pauseAnnouncement,
  cardVerbs.resumeAnnouncement,
  cardVerbs.stopAnnouncement,
  cardVerbs.exportAnnouncement,
]);

/**
 * One person's card as everybody in the chat sees it: without what only that person may press or fill in, and in the words
 * for the others where it has them.
 */
export function viewForAll(card: AdaptiveCard): AdaptiveCard {
  const { refresh, [forOthers]: words = card } = card;
  if (refresh === undefined) return card;
  const { [forOthers]: _, ...shown } = words;
  return { ...shown, refresh, body: words.body.flatMap(elementForAll) };
}

function elementForAll(element: CardElement): CardElement[] {
  if (element.type.startsWith('Input.')) return [];
  if (element.type !== 'ActionSet') return [element];
  const actions = element.actions.filter((action) => !isOwn(action));
  return actions.length === 0 ? [] : [{ ...element, actions }];
}

function isOwn(action: CardAction): boolean {
  if (action.type === 'Action.OpenUrl') return false;
  const { verb, requestId, formId } = action.data;
  if (typeof verb === 'string' && ownVerbs.has(verb)) return true;
  // A form that holds what that person wrote.
  return requestId !== undefined || formId !== undefined;
}
