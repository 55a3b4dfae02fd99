import type { AdaptiveCard } from './adaptive-card.ts';

/** A card as an activity's attachment. */
export function cardAttachment(card: AdaptiveCard): {
  contentType: 'application/vnd.microsoft.card.adaptive';
  content: AdaptiveCard;
} {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
}
