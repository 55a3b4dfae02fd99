import type { ReceiptPlace } from '../../conversations/request.ts';
import { cardMessage } from '../cards/card-message.ts';
import { pausedHereCard } from '../cards/paused-here-card.ts';
import { welcomeCard } from '../cards/welcome-card.ts';
import { askToSignIn } from '../signin/ask-to-sign-in.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** Greets whoever added the bot to their personal chat: once, until they remove it. */
export async function onAddedByPerson({ author, place }: Turn, parts: TeamsParts): Promise<void> {
  await parts.personInstalls.added(author);
  if (!(await parts.installations.added(place))) return;
  await parts.messages.send(place, cardMessage(welcomeCard({ texts: parts.texts })));
  // Somebody who was told in a channel to come here and sign in.
  const waiting = await parts.conversations.pending(author);
  if (waiting.some(({ waitingFor }) => waitingFor === 'sign-in'))
    await askToSignIn({ person: author, place }, parts);
}

/** One line in a team's General or a group chat: once, until the bot is removed there; and what was watched there goes on. */
export async function onAddedToChat(place: ReceiptPlace, parts: TeamsParts): Promise<void> {
  if (!(await parts.installations.added(place))) return;
  await parts.forgetting.cameBack({ chat: { tenantId: place.tenantId, chatId: place.chatId } });
  const { installed } = parts.texts;
  const text = place.chatType === 'channel' ? installed.team : installed.groupChat;
  await parts.messages.send(place, { text });
  if (await parts.watches.pausedIn(place)) {
    await parts.messages.send(place, cardMessage(pausedHereCard(parts.texts)));
  }
}
