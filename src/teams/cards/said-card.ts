import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { textRun } from './text-run.ts';

/** A card that has done its work and only says what came of it. */
export function saidCard(lines: readonly string[]): AdaptiveCard {
  return card({
    summary: lines.join(' '),
    body: lines.map((line) => ({ type: 'RichTextBlock', inlines: [textRun(line)] })),
  });
}
