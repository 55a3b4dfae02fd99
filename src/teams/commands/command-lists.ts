import type { Texts } from '../texts/texts.ts';
import { commandTable, type CommandPlace } from './command-table.ts';

/** One list of commands as a Teams app manifest has it (schema 1.29, `bots[].commandLists[]`). */
export interface CommandList {
  readonly scopes: readonly CommandPlace[];
  /** Absent: suggested after the bot's mention only. */
  readonly triggers?: readonly ('mention' | 'slash')[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/**
 * What the manifest suggests to people while they type, one list for the personal chat and one for chats with others.
 * Titles are what is typed, in every language.
 *
 * @param options.slash also after `/`: needs `supportsTargetedMessages`, a preview of Teams
 */
export function commandLists(
  texts: Pick<Texts, 'commandHelp'>,
  { slash = false }: { slash?: boolean } = {},
): CommandList[] {
  const listFor = (...scopes: CommandPlace[]): CommandList => ({
    scopes,
    ...(slash && { triggers: ['mention', 'slash'] }),
    commands: commandTable
      .filter(({ suggested, places }) => suggested && scopes.every((scope) => places.includes(scope)))
      .map(({ name, words: [title = name] }) => ({ title, description: texts.commandHelp[name] })),
  });
  return [listFor('personal'), listFor('groupChat', 'team')];
}
