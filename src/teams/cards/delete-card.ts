import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';

export interface DeleteCardOptions {
  readonly ticket: string;
  readonly topic: string;
  readonly group: string;
  /** Who is asked, where others look on. */
  readonly asked?: string;
  readonly texts: Texts;
}

/** Asks back before a conversation is deleted for everybody, naming it and its group. */
export function deleteCard({ ticket, topic, group, asked, texts }: DeleteCardOptions): AdaptiveCard {
  const { housekeeping, receipt } = texts;
  const data = { ticket };
  return card({
    summary: `${housekeeping.deleteTitle} ${topic} – ${group}`,
    body: [
      heading(housekeeping.deleteTitle, 'warning'),
      labelledLine(receipt.topic, topic),
      labelledLine(receipt.group, group),
      ...(asked === undefined ? [] : [labelledLine(housekeeping.asked, asked)]),
      { type: 'TextBlock', text: housekeeping.deleteNote, wrap: true },
      {
        type: 'ActionSet',
        actions: [
          executeAction({ title: housekeeping.delete, verb: cardVerbs.deleteConversation, data }),
          executeAction({ title: housekeeping.keep, verb: cardVerbs.keepConversation, data }),
        ],
      },
    ],
  });
}
