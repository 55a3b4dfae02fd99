import { cardMessage } from '../../cards/card-message.ts';
import { helpCard } from '../../cards/help-card.ts';
import type { CommandName } from '../../commands/command-name.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** `help`: every command, or one. */
export async function onHelp(
  { place }: Turn,
  { about }: { about?: CommandName },
  { texts, messages }: TeamsParts,
): Promise<void> {
  const shared = place.chatType !== 'personal' && place.onlyFor === undefined;
  await messages.send(place, cardMessage(helpCard({ texts, shared, ...(about !== undefined && { about }) })));
}
