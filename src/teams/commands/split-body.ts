import { lineBreakAt } from './line-break-at.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';

/**
 * The body that begins at `at`, behind the colon: one space, or the rest of an empty line with its line break,
 * separates and is dropped; everything else is kept as typed.
 */
export function splitBody(text: string, at: number): string {
  const next = skipSpaces(text, at);
  if (next === text.length) return '';
  const lineBreak = lineBreakAt(text, next);
  return text.slice(lineBreak > 0 ? next + lineBreak : at + spaceAt(text, at));
}
