import type { RequestKind } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { dialogAction } from './dialog-action.ts';
import type { FormProblem } from './form-problem.ts';
import { formTitle } from './form-title.ts';
import { heading } from './heading.ts';
import { problemLine } from './problem-line.ts';
import { textRun } from './text-run.ts';

export interface FillInCardOptions {
  readonly formId: string;
  readonly kind: RequestKind;
  /** For a reply whose thread is known: the topic of what it answers. */
  readonly replyTo?: string;
  readonly problems?: readonly FormProblem[];
  /** A line that is no problem; may hold text from people. */
  readonly notice?: string;
  readonly texts: Texts;
}

/** Where others look on, the form is a dialog: this card opens it, for each person who presses a form of their own. */
export function fillInCard({
  formId,
  kind,
  replyTo,
  problems = [],
  notice,
  texts,
}: FillInCardOptions): AdaptiveCard {
  const title = formTitle(kind, texts);
  const answered = replyTo === undefined ? undefined : texts.form.replyTo(replyTo, undefined);
  const remarks = [answered, notice].filter((line) => line !== undefined);
  const lines = [...remarks, ...problems.map(({ says }) => says)];
  return card({
    summary: [title, ...lines].join(': '),
    body: [
      heading(title),
      ...remarks.map((line) => ({
        type: 'RichTextBlock' as const,
        inlines: [textRun(line, { limit: 1_000 })],
      })),
      ...(problems.length === 0
        ? []
        : [{ type: 'Container' as const, style: 'attention' as const, items: problems.map(problemLine) }]),
      { type: 'TextBlock', text: texts.dialog.fillInNote, wrap: true, spacing: 'small' },
      { type: 'ActionSet', actions: [dialogAction({ title: texts.dialog.fillIn, formId })] },
    ],
  });
}
