import type { CardElement } from './adaptive-card.ts';
import { textRun } from './text-run.ts';

/** What of a text is shown at most: a card holds 80 KB, in which every line takes its share. */
const mostCharacters = 6_000;
const mostLines = 150;

/**
 * Plain text from anybody, line by line, because a text run shows no line breaks; an empty line is a larger gap.
 *
 * @param cut our own sentence below a text that is longer than what is shown
 */
export function textLines(text: string, cut: string): CardElement[] {
  const elements: CardElement[] = [];
  let left = mostCharacters;
  let gap = true;
  for (const line of text.trim().split(/\r\n|[\r\n\u2028\u2029]/)) {
    if (line.trim() === '') {
      gap = true;
      continue;
    }
    if (left <= 0 || elements.length === mostLines) {
      left = -1;
      break;
    }
    elements.push({
      type: 'RichTextBlock',
      spacing: gap ? 'medium' : 'none',
      inlines: [textRun(line, { limit: left })],
    });
    gap = false;
    left = line.length > left ? -1 : left - line.length;
  }
  if (left < 0) elements.push({ type: 'TextBlock', text: cut, wrap: true, isSubtle: true });
  return elements;
}
