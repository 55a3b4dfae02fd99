import type { ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { cardVerbs } from './card-verbs.ts';
import type { CardView } from './card-view.ts';

/**
 * A card that is one person's. Where others see it too, that person's client asks for it by itself, and everybody else is
 * shown `viewForAll` of it (Teams platform, "User Specific Views"). Everywhere else, and where the person's account is
 * not known, it stays as it is.
 *
 * @param place where the card is shown, with the account of the person whose card it is
 */
export function ownView(card: AdaptiveCard, place: ReceiptPlace, view: CardView): AdaptiveCard {
  const { accountId } = place;
  if (accountId === undefined || !hasOwnView(place)) return card;
  const verb = cardVerbs.view;
  return {
    ...card,
    refresh: { action: { type: 'Action.Execute', verb, data: { ...view, verb } }, userIds: [accountId] },
  };
}

/** Whether one person can be shown something else there than the others. */
export function hasOwnView({ chatType, accountId }: ReceiptPlace): boolean {
  return chatType !== 'personal' && accountId !== undefined;
}
