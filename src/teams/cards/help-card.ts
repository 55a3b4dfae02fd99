import type { CommandName } from '../commands/command-name.ts';
import { commandTable, type CommandEntry } from '../commands/command-table.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard, CardElement, TextRun } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';

export interface HelpCardOptions {
  readonly texts: Texts;
  /** One command only. */
  readonly about?: CommandName;
  /** Others read it: what is answered in the own chat alone says so. */
  readonly shared?: boolean;
}

/** What Kickoff can do, from the command table. */
export function helpCard({ texts, about, shared = false }: HelpCardOptions): AdaptiveCard {
  const { title } = texts.help;
  const shown = commandTable.filter(({ name }) => about === undefined || name === about);
  return card({
    summary: [title, ...shown.map(({ usage }) => usage)].join(' – '),
    body: [
      heading(title),
      { type: 'TextBlock', text: texts.help.intro, wrap: true },
      ...shown.map((entry) => commandHelp(entry, { texts, shared })),
      {
        type: 'ActionSet',
        actions: [executeAction({ title: texts.help.start, verb: cardVerbs.open, style: 'positive' })],
      },
    ],
  });
}

function commandHelp(
  { name, usage, example, places }: CommandEntry,
  { texts, shared }: { texts: Texts; shared: boolean },
): CardElement {
  const isElsewhere = shared && places.every((place) => place === 'personal');
  const does = [texts.commandHelp[name], ...(isElsewhere ? [texts.help.ownChat] : [])].join(' ');
  const lines: TextRun[] = [
    { type: 'TextRun', text: usage, weight: 'bolder' },
    { type: 'TextRun', text: does },
  ];
  if (example !== usage) {
    lines.push({ type: 'TextRun', text: `${texts.help.example} ${example}`, isSubtle: true });
  }
  return {
    type: 'Container',
    spacing: 'medium',
    items: lines.map((line) => ({ type: 'RichTextBlock', spacing: 'none', inlines: [line] })),
  };
}
