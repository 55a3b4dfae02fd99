import { limits } from '../../conversations/limits.ts';
import { linesOf } from '../../conversations/lines-of.ts';
import type { CardElement } from './adaptive-card.ts';
import { textRun } from './text-run.ts';

/**
 * Plain text from anybody, line by line, because a text run shows no line breaks; an empty line is a larger gap. What is within
 * the limits of a notice fits: a card holds 80 KB, in which every line takes its share.
 *
 * @param cut our own sentence below a text that is longer than what is shown
 */
export function textLines(text: string, cut: string): CardElement[] {
  const elements: CardElement[] = [];
  let left: number = limits.notice;
  let gap = true;
  for (const line of linesOf(text)) {
    if (line.trim() === '') {
      gap = true;
      continue;
    }
    if (left <= 0 || elements.length === limits.noticeLines) {
      left = -1;
      break;
    }
    elements.push({
      type: 'RichTextBlock',
      spacing: gap ? 'medium' : 'none',
      // What shows nothing would take six characters of the card for each.
      inlines: [textRun(line.toWellFormed().replaceAll(/\p{Cc}/gu, ' '), { limit: left })],
    });
    gap = false;
    left = line.length > left ? -1 : left - line.length;
  }
  if (left < 0) elements.push({ type: 'TextBlock', text: cut, wrap: true, isSubtle: true });
  return elements;
}
