import type { RichTextBlock } from './adaptive-card.ts';
import { textRun } from './text-run.ts';

/** One fact of a card, `Label: value`; the value may come from anybody. */
export function labelledLine(label: string, value: string): RichTextBlock {
  return {
    type: 'RichTextBlock',
    spacing: 'small',
    inlines: [{ type: 'TextRun', text: `${label}: `, isSubtle: true }, textRun(value)],
  };
}
