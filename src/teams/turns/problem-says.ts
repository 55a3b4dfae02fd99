import type { CommandProblem } from '../commands/command.ts';
import type { Texts } from '../texts/texts.ts';

/** Where a typed command went wrong, and how it is written right; plain text for a card. */
export function problemSays(problem: CommandProblem, texts: Texts): string {
  return `${texts.commandProblem(problem)} ${texts.help.example} ${problem.example}`;
}
