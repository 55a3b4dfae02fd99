import { commandTable } from '../commands/command-table.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';

/** What somebody reads first: what Kickoff does, one line to try, where there is more; and one button. */
export function welcomeCard({ texts }: { texts: Texts }): AdaptiveCard {
  const { help } = texts;
  const example = commandTable.find(({ name }) => name === 'start')?.example ?? '';
  return card({
    summary: `${help.welcome} – ${help.intro}`,
    body: [
      heading(help.welcome),
      { type: 'TextBlock', text: help.intro, wrap: true },
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: `${help.example} ` },
          { type: 'TextRun', text: example, weight: 'bolder' },
        ],
      },
      { type: 'TextBlock', text: help.more, wrap: true },
      {
        type: 'ActionSet',
        actions: [executeAction({ title: help.start, verb: cardVerbs.open, style: 'positive' })],
      },
    ],
  });
}
