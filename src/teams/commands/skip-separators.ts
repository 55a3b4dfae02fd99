import { skipSpaces } from './skip-spaces.ts';

/** The first offset that is neither a space nor a mark between parts. */
export function skipSeparators(line: string, from: number, to: number): number {
  let at = skipSpaces(line, from, to);
  while (at < to && ',;，；'.includes(line.charAt(at))) at = skipSpaces(line, at + 1, to);
  return at;
}
