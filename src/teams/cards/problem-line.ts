import type { RichTextBlock } from './adaptive-card.ts';
import type { FormProblem } from './form-problem.ts';
import { textRun } from './text-run.ts';

/** A problem as a line of its own: what is wrong in the colour of warnings, what to do in the usual one. */
export function problemLine({ says, next }: FormProblem): RichTextBlock {
  const inlines = [textRun(says, { color: 'attention', weight: 'bolder' })];
  if (next !== undefined) inlines.push({ type: 'TextRun', text: ' ' }, textRun(next));
  return { type: 'RichTextBlock', spacing: 'small', inlines };
}
