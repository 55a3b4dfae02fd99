import type { CommandName } from '../commands/command-name.ts';
import { commandTable } from '../commands/command-table.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeCardText } from './escape-card-text.ts';

export interface UnknownLineOptions {
  readonly text: string;
  readonly nearest?: CommandName;
  readonly personal: boolean;
  readonly texts: Texts;
}

/** One message line about a text that is no command: what was not understood, and the nearest command if any. */
export function unknownLine({ text, nearest, personal, texts }: UnknownLineOptions): string {
  const said = escapeCardText(text, { limit: 60 });
  const first = personal ? texts.unknown.personal(said) : texts.unknown.channel(said);
  const meant = commandTable.find(({ name }) => name === nearest);
  if (meant !== undefined) return `${first} ${texts.unknown.nearest(meant.example)}`;
  return personal ? first : `${first} ${texts.unknown.help}`;
}
