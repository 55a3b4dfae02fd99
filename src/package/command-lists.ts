import { commandTable, type CommandPlace } from '../teams/commands/command-table.ts';
import type { Texts } from '../teams/texts/texts.ts';

export interface CommandList {
  readonly scopes: readonly [CommandPlace];
  readonly triggers?: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

const places: readonly CommandPlace[] = ['personal', 'groupChat', 'team'];

/** What Teams suggests while people type, one list per place (the schema wants one for each). */
export function commandLists(
  { commandHelp }: Pick<Texts, 'commandHelp'>,
  options: { slash: boolean },
): CommandList[] {
  return places.map((place) => ({
    scopes: [place],
    // A slash command's answer is private, and there is nobody to hide it from in a personal chat.
    ...(options.slash && place !== 'personal' && { triggers: ['mention', 'slash'] }),
    commands: commandTable
      .filter(({ places: listed }) => listed.includes(place))
      .map(({ name, words }) => ({ title: words[0] ?? name, description: commandHelp[name] })),
  }));
}
