import { accountCard } from '../../cards/account-card.ts';
import { cardMessage } from '../../cards/card-message.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** `whoami`: in the personal chat only, because whom Kickoff acts as, and with what rights, is nobody else's business. */
export async function onWhoami({ author, place }: Turn, parts: TeamsParts): Promise<void> {
  const { messages, texts, describeAccount } = parts;
  const answer = await describeAccount(author);
  await messages.send(place, cardMessage(accountCard({ author, answer, texts })));
}
