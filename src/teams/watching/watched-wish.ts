import type { TypedWatch } from '../commands/parse-watched.ts';
import { listedItem } from '../lists/listed-item.ts';
import { namedGroup } from '../lists/named-group.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';

/** What a typed watch names, in words that it is found by; a sentence where it names nothing. */
export type WatchedWish =
  | { kind: 'named'; group: string; conversation?: string }
  | { kind: 'none' }
  | { kind: 'problem'; says: string };

/** A number of the last list may stand for a conversation; nothing at all stands for the group of the chat. */
export async function watchedWish(turn: Turn, typed: TypedWatch, parts: TeamsParts): Promise<WatchedWish> {
  const { groupNumber, conversation } = typed;
  if (groupNumber !== undefined && conversation === undefined) {
    const listed = await listedItem(turn, groupNumber, parts);
    if (listed.item === undefined) return { kind: 'problem', says: listed.says };
    const { item } = listed;
    return {
      kind: 'named',
      group: item.group.id,
      ...(item.conversation !== undefined && { conversation: item.conversation.id }),
    };
  }
  const named = await namedGroup(turn, typed, parts);
  if (named.kind === 'none' || named.kind === 'problem') return named;
  return { kind: 'named', group: named.group, ...(conversation !== undefined && { conversation }) };
}
