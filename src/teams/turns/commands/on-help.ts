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
  await messages.send(place, cardMessage(helpCard({ texts, ...(about !== undefined && { about }) })));
}
