import { lineBreakAt } from './line-break-at.ts';
import { spaceAt } from './space-at.ts';

/** The first offset from `at` (up to `end`) that is not a space; line breaks are skipped only when asked for. */
export function skipSpaces(text: string, at: number, end = text.length, breaks = false): number {
  let position = at;
  while (position < end) {
    const length = spaceAt(text, position) || (breaks ? lineBreakAt(text, position) : 0);
    if (length === 0) break;
    position += length;
  }
  return Math.min(position, end);
}
