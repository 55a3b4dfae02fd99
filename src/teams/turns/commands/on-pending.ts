import { cardMessage } from '../../cards/card-message.ts';
import { pendingCard } from '../../cards/pending-card.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** `pending`: a person's own unsettled requests. */
export async function onPending({ author, place }: Turn, parts: TeamsParts): Promise<void> {
  const { texts, messages, conversations } = parts;
  const { locale, timeZone } = place;
  const [requests, total] = await Promise.all([
    conversations.pending(author),
    conversations.countPending(author),
  ]);
  const reader = { ...(locale !== undefined && { locale }), ...(timeZone !== undefined && { timeZone }) };
  await messages.send(place, cardMessage(pendingCard({ requests, total, texts, ...reader })));
}
