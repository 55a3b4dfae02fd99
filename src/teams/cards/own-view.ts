import type { ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { cardVerbs } from './card-verbs.ts';
import type { CardView } from './card-view.ts';
import { forOthers } from './for-others.ts';

/**
 * A card that is one person's. Where others see it too, that person's client asks for it by itself, and everybody else is
 * shown `viewForAll` of it (Teams platform, "User Specific Views"). Everywhere else, and where the person's account is
 * not known, it stays as it is.
 *
 * @param place where the card is shown, with the account of the person whose card it is
 * @param toOthers the card as it is said to everybody else, where it addresses its person; where their account is not known
 *   all read this one
 */
export function ownView(
  card: AdaptiveCard,
  place: ReceiptPlace,
  view: CardView,
  toOthers?: () => AdaptiveCard,
): AdaptiveCard {
  const { accountId, chatType, onlyFor } = place;
  const others = chatType === 'personal' || onlyFor !== undefined ? undefined : toOthers?.();
  if (accountId === undefined || !hasOwnView(place)) return others ?? card;
  const verb = cardVerbs.view;
  return {
    ...card,
    ...(others !== undefined && { [forOthers]: others }),
    refresh: { action: { type: 'Action.Execute', verb, data: { ...view, verb } }, userIds: [accountId] },
  };
}

/** Whether one person can be shown something else there than the others. */
export function hasOwnView({ chatType, accountId }: ReceiptPlace): boolean {
  return chatType !== 'personal' && accountId !== undefined;
}
