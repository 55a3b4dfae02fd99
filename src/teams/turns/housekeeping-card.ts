import type { Ticket } from '../../conversations/ports/tickets.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { deleteCard } from '../cards/delete-card.ts';
import { forwardCard } from '../cards/forward-card.ts';
import { ownView } from '../cards/own-view.ts';
import type { Texts } from '../texts/texts.ts';

/** What a card that asks back is about. */
export interface Matter {
  readonly groupId: string;
  readonly conversationId: string;
  readonly group: string;
  /** The group's address. */
  readonly mail?: string;
  readonly topic: string;
  /** Who is asked, where others look on. */
  readonly asked?: string;
}

export type HousekeepingKind = Extract<Ticket['kind'], 'delete-conversation' | 'forward-post'>;

/** The card that asks back, which only the person of its ticket can answer. */
export function housekeepingCard(
  { ticket, kind, matter }: { ticket: string; kind: HousekeepingKind; matter: Matter },
  { place, texts }: { place: ReceiptPlace; texts: Texts },
): AdaptiveCard {
  const { topic, group, asked } = matter;
  const make = kind === 'forward-post' ? forwardCard : deleteCard;
  const card = make({ ticket, topic, group, texts, ...(asked !== undefined && { asked }) });
  return ownView(card, place, { view: 'ticket', ticket, kind });
}
