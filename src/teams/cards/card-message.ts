import type { AdaptiveCard } from './adaptive-card.ts';
import { cardAttachment } from './card-attachment.ts';

/** One card as the attachment of a message (Teams splits messages that hold text and a card, so it holds no text). */
export function cardMessage(card: AdaptiveCard): {
  attachments: ReturnType<typeof cardAttachment>[];
} {
  return { attachments: [cardAttachment(card)] };
}
