import { cutText } from '../cards/cut-text.ts';
import type { Command } from '../commands/command.ts';
import { commandTable } from '../commands/command-table.ts';
import type { Texts } from '../texts/texts.ts';

/** What was not understood, and how the nearest command is written if there is one; plain text for a card. */
export function notUnderstood(command: Extract<Command, { kind: 'unknown' }>, texts: Texts): string {
  const line = texts.unknown.personal(cutText(command.text, 60));
  const nearest = commandTable.find(({ name }) => name === command.nearest);
  return nearest === undefined ? line : `${line} ${texts.unknown.nearest(nearest.example)}`;
}
