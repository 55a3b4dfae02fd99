import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';

/** The part of `text` between two offsets without the spaces around it; what is inside stays as it is. */
export function trimSpaces(text: string, from = 0, to = text.length): string {
  const start = skipSpaces(text, from, to);
  let end = to;
  while (end > start) {
    if (spaceAt(text, end - 1) === 1) end -= 1;
    else if (end - start >= 6 && text.startsWith('&nbsp;', end - 6)) end -= 6;
    else break;
  }
  return text.slice(start, end);
}
