import type { Texts } from '../texts/texts.ts';
import { splitPeople } from '../forms/split-people.ts';
import type { AdaptiveCard, Choice } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardVerbs } from './card-verbs.ts';
import { executeAction } from './execute-action.ts';
import type { FormProblem } from './form-problem.ts';
import { heading } from './heading.ts';
import { labelledLine } from './labelled-line.ts';
import { peoplePicker } from './people-picker.ts';
import { problemLine } from './problem-line.ts';

export interface ForwardCardOptions {
  readonly ticket: string;
  readonly topic: string;
  readonly group: string;
  /** Who is asked, where others look on. */
  readonly asked?: string;
  /** As typed and chosen. */
  readonly people?: string;
  /** Candidates for a name that is not clear. */
  readonly candidates?: readonly Choice[];
  /** Some of them are outside the organisation, which is asked about before it is sent: who, and what the answer is about. */
  readonly outsiders?: { readonly line: string; readonly addresses: string };
  readonly comment?: string;
  readonly problem?: FormProblem;
  readonly texts: Texts;
}

/** Asks to whom the newest post of a conversation is to be forwarded, and with what words. */
export function forwardCard(options: ForwardCardOptions): AdaptiveCard {
  const {
    ticket,
    topic,
    group,
    asked,
    people = '',
    comment = '',
    candidates = [],
    problem,
    outsiders,
    texts,
  } = options;
  const typed = splitPeople(people).text;
  const { housekeeping, receipt } = texts;
  return card({
    summary: `${housekeeping.forwardTitle} ${topic} – ${group}`,
    body: [
      heading(housekeeping.forwardTitle),
      labelledLine(receipt.topic, topic),
      labelledLine(receipt.group, group),
      ...(asked === undefined ? [] : [labelledLine(housekeeping.asked, asked)]),
      ...(problem === undefined ? [] : [problemLine(problem)]),
      ...(outsiders === undefined
        ? []
        : [problemLine({ says: outsiders.line, next: housekeeping.forwardIfMeant })]),
      peoplePicker({ label: housekeeping.forwardPicker, people, candidates }),
      {
        type: 'Input.Text',
        id: 'people',
        label: housekeeping.forwardTo,
        placeholder: housekeeping.forwardPlaceholder,
        ...(typed !== '' && { value: typed }),
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
            title: outsiders === undefined ? housekeeping.forward : housekeeping.forwardOutside,
            verb: cardVerbs.forward,
            data: { ticket, ...(outsiders && { outsiders: outsiders.addresses }) },
            style: 'positive',
          }),
        ],
      },
    ],
  });
}
