import type { AdaptiveCard } from './adaptive-card.ts';
import { cardAttachment } from './card-attachment.ts';
import { viewForAll } from './view-for-all.ts';

/**
 * One card as the attachment of a message (Teams splits messages that hold text and a card, so it holds no text). Everybody
 * in the chat reads it, so what only its own person may press is left to that person's view. The summary is what a
 * notification says of it: without one Teams says no more than that a card was sent (MicrosoftDocs/msteams-docs, issue 4390).
 */
export function cardMessage(card: AdaptiveCard): {
  attachments: ReturnType<typeof cardAttachment>[];
  summary: string;
} {
  const shown = viewForAll(card);
  return { attachments: [cardAttachment(shown)], summary: shown.fallbackText };
}
