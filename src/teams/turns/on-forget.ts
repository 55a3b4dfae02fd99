import { cardMessage } from '../cards/card-message.ts';
import { forgetCard } from '../cards/forget-card.ts';
import { forgottenCard } from '../cards/forgotten-card.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** *forget me*: asks back, in the personal chat only, for how much is open is nobody else's business. */
export async function onForget({ author, place }: Turn, parts: TeamsParts): Promise<void> {
  const { texts, messages, forgetting } = parts;
  const open = await forgetting.openRequests(author);
  await messages.send(place, cardMessage(forgetCard({ open, texts })));
}

/** The button: forgets whoever presses it. */
export async function onForgetMe({ author }: Turn, parts: TeamsParts): Promise<ActionAnswer> {
  const forgotten = await parts.forgetting.forgetMe(author);
  return { kind: 'card', card: forgottenCard({ forgotten, texts: parts.texts }) };
}
