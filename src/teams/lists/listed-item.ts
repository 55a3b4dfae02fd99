import type { ListItem } from '../../conversations/ports/lists.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** What a number stands for, or a sentence that says why it stands for nothing. */
export type Listed = { item: ListItem } | { item?: undefined; says: string };

/** The item that a number of the author's last list in this chat stands for. */
export async function listedItem(
  turn: Turn,
  number: number,
  { lists, clock, texts }: Pick<TeamsParts, 'lists' | 'clock' | 'texts'>,
): Promise<Listed> {
  const list = await lists.find({ person: turn.author, chatId: turn.chatId }, clock.now());
  if (list === undefined) return { says: texts.list.noList(`#${number}`) };
  const item = list.items[number - 1];
  return item === undefined
    ? { says: texts.list.noSuchNumber(`#${number}`, `#${list.items.length}`) }
    : { item };
}
