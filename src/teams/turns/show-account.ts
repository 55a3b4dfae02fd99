import { accountCard } from '../cards/account-card.ts';
import { cardMessage } from '../cards/card-message.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** `whoami`: in the personal chat only, because whom Kickoff acts as, and with what rights, is nobody else's business. */
export async function showAccount(turn: Turn, parts: TeamsParts): Promise<void> {
  const { messages, texts, describeAccount } = parts;
  if (turn.place.chatType !== 'personal') {
    await messages.send(turn.place, { text: texts.whoami.inPersonalChat });
    return;
  }
  const answer = await describeAccount(turn.author);
  await messages.send(turn.place, cardMessage(accountCard({ author: turn.author, answer, texts })));
}
