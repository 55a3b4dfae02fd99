import type { TypedGroup } from '../commands/command.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';
import type { Turn } from '../turns/turn.ts';
import { listedItem } from './listed-item.ts';

/** The group that a command names: typed, by its number, or by being the chat's own. */
export type NamedGroup =
  { kind: 'named' | 'default'; group: string } | { kind: 'none' } | { kind: 'problem'; says: string };

/** Answers words that `findGroup` finds the group by; nothing is looked up. */
export async function namedGroup(
  turn: Turn,
  { group, groupNumber }: TypedGroup,
  parts: TeamsParts,
): Promise<NamedGroup> {
  if (groupNumber !== undefined) {
    const listed = await listedItem(turn, groupNumber, parts);
    if (listed.item === undefined) return { kind: 'problem', says: listed.says };
    return { kind: 'named', group: listed.item.group.id };
  }
  if (group !== undefined) return { kind: 'named', group };
  const { tenantId } = turn.author;
  const used = await parts.defaultGroups.find({ tenantId, chatId: turn.chatId });
  return used === undefined ? { kind: 'none' } : { kind: 'default', group: used.id };
}
