import { cardMessage } from '../../cards/card-message.ts';
import { watchingCard } from '../../cards/watching-card.ts';
import { inOwnChat } from '../../lists/in-own-chat.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** `watching`: what the author watches, in whichever chat; in their own chat, because it is nobody else's business. */
export async function showWatching(turn: Turn, parts: TeamsParts): Promise<void> {
  const shown = await inOwnChat(turn, parts);
  if (shown === undefined) return;
  const watches = await parts.watches.watching(turn.author);
  const card = watchingCard({ watches, chatId: turn.place.chatId, texts: parts.texts });
  await parts.messages.send(shown.place, cardMessage(card));
}
