import type { ListItem, NumberedList } from '../../conversations/ports/lists.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** How long the numbers of a list are good, in milliseconds. */
const lifetime = 3_600_000;

/** Numbers these items for the author of a turn: in the chat where it was said, and where it is answered. */
export async function keepList(
  turn: Turn,
  items: readonly ListItem[],
  { lists, clock, ids }: Pick<TeamsParts, 'lists' | 'clock' | 'ids'>,
): Promise<NumberedList> {
  const list = { id: ids.hex(), items, expiresAt: new Date(clock.now().getTime() + lifetime) };
  for (const chatId of new Set([turn.chatId, turn.place.chatId]))
    await lists.keep({ person: turn.author, chatId }, list);
  return list;
}
