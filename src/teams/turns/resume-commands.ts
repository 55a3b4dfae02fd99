import type { Person } from '../../conversations/person.ts';
import type { Command } from '../commands/command.ts';
import { inLanguage, type Lasting } from './in-language.ts';
import { onCommand } from './on-command.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** Does what a person asked for before signing in, each once. */
export async function resumeCommands(person: Person, lasting: Lasting<TeamsParts>): Promise<void> {
  const waiting = await lasting.waitingCommands.takeAll(person, lasting.clock.now());
  for (const each of waiting) {
    const { turn, command } = JSON.parse(each) as { turn: Turn; command: Command };
    await onCommand({ ...turn, resumed: true }, command, inLanguage(lasting, turn.place.locale));
  }
}
