import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import type { FormProblem } from './form-problem.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { problemLine } from './problem-line.ts';

export interface ForwardCardOptions {
  readonly ticket: string;
  readonly topic: string;
  readonly group: string;
  /** As typed. */
  readonly people?: string;
  readonly comment?: string;
  readonly problem?: FormProblem;
  readonly texts: Texts;
}

/** Asks to whom the newest post of a conversation is to be forwarded, and with what words. */
export function forwardCard(options: ForwardCardOptions): AdaptiveCard {
  const { ticket, topic, group, people = '', comment = '', problem, texts } = options;
  const { housekeeping, receipt } = texts;
  return card({
    summary: `${housekeeping.forwardTitle} ${topic} – ${group}`,
    body: [
      heading(housekeeping.forwardTitle),
      labelledLine(receipt.topic, topic),
      labelledLine(receipt.group, group),
      ...(problem === undefined ? [] : [problemLine(problem)]),
      {
        type: 'Input.Text',
        id: 'people',
        label: housekeeping.forwardTo,
        placeholder: housekeeping.forwardPlaceholder,
        ...(people !== '' && { value: people }),
      },
      {
        type: 'Input.Text',
        id: 'comment',
        label: housekeeping.comment,
        isMultiline: true,
        maxLength: 2_000,
        ...(comment !== '' && { value: comment }),
      },
      {
        type: 'ActionSet',
        actions: [
          executeAction({
            title: housekeeping.forward,
            verb: cardVerbs.forward,
            data: { ticket },
            style: 'positive',
          }),
        ],
      },
    ],
  });
}
