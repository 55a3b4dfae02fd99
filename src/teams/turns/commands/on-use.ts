import { findGroup } from '../../../conversations/find-group.ts';
import type { Command } from '../../commands/command.ts';
import { commandTable } from '../../commands/command-table.ts';
import { escapeCardText } from '../../cards/escape-card-text.ts';
import { namedGroup } from '../../lists/named-group.ts';
import { showCandidates } from '../../lists/show-candidates.ts';
import { waitForSignIn } from '../../signin/wait-for-sign-in.ts';
import { lookUp } from '../look-up.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

type UseCommand = Extract<Command, { kind: 'use' }>;

const example = commandTable.find(({ name }) => name === 'use')?.example ?? '';

/** `use`: sets, shows or forgets the group that this chat posts to when none is named; said to everybody in the chat. */
export async function onUse(turn: Turn, command: UseCommand, parts: TeamsParts): Promise<void> {
  const { texts, messages, defaultGroups } = parts;
  const chat = { tenantId: turn.author.tenantId, chatId: turn.chatId };
  const say = (text: string) => messages.send(turn.place, { text });
  const nameOf = (group: { name: string }): string => escapeCardText(group.name);
  if (command.nothing === true) {
    await defaultGroups.forget(chat);
    await say(texts.use.forgotten);
    return;
  }
  if (command.group === undefined) {
    const used = await defaultGroups.find(chat);
    await say(used === undefined ? texts.use.none(example) : texts.use.is(nameOf(used)));
    return;
  }
  const named = await namedGroup(turn, command, parts);
  if (named.kind === 'problem') {
    await say(named.says);
    return;
  }
  const typed = named.kind === 'none' ? '' : named.group;
  const found = await lookUp(turn.author, parts, (token) => findGroup(parts.directory, token, typed));
  if (found.kind === 'sign-in') return waitForSignIn(turn, command, parts);
  if (found.kind === 'failed') return showCandidates(turn, { typed, error: found.error }, parts);
  const { id, name, mail } = found.value;
  await defaultGroups.choose(chat, { id, name, mail }, turn.author);
  await say(
    turn.place.chatType === 'personal' || turn.place.onlyFor !== undefined
      ? texts.use.chosen(nameOf(found.value))
      : texts.use.chosenBy(escapeCardText(turn.author.name), nameOf(found.value)),
  );
}
