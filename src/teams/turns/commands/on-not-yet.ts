import type { CommandName } from '../../commands/command-name.ts';
import { commandTable } from '../../commands/command-table.ts';
import type { TeamsParts } from '../teams-parts.ts';
import type { Turn } from '../turn.ts';

/** Commands whose words are known and that cannot do anything yet say so. */
export async function onNotYet(
  { place }: Turn,
  name: CommandName,
  { texts, messages }: TeamsParts,
): Promise<void> {
  const word = commandTable.find((entry) => entry.name === name)?.words[0] ?? name;
  await messages.send(place, { text: texts.notYet(word) });
}
