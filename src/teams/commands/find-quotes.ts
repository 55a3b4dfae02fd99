import { lineBreakAt } from './line-break-at.ts';
import { spaceAt } from './space-at.ts';

/** What closes each opening quote: typewriter, English, German, Swedish, French, Swiss and full-width styles. */
const closersOf: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  '’': '’',
  '＂': '＂',
};

const families = ['"', "'", '“”„', '«»', '‹›', '‘’‚', '＂'];

/** What ends a low quote on a keyboard that has no other closing quote; only where nothing better closes it. */
const straightCloserOf: Readonly<Record<string, string>> = { '„': '"', '‚': "'" };

/** Finds where the quote that opens at an offset of the line closes; undefined when it never does, or is none. */
export type FindClosingQuote = (at: number) => number | undefined;

/**
 * Quotes of one style may be nested: a quote after a space opens, one before a space or a mark closes, one inside a
 * word is an apostrophe. All questions together take time linear in the line: a search that fails has read to the
 * end, and leaves behind what later questions of that style need.
 */
export function findQuotes(line: string): FindClosingQuote {
  const unclosed = new Map<string, ReadonlyMap<number, number>>();
  const closeIn = (family: string, at: number): number | undefined => {
    const known = unclosed.get(family);
    if (known !== undefined) return known.get(at);
    const pairs = matchFrom(line, at, family);
    if (!pairs.has(at)) unclosed.set(family, pairs);
    return pairs.get(at);
  };
  return (at) => {
    const character = line.charAt(at);
    if (closersOf[character] === undefined) return undefined;
    const family = families.find((characters) => characters.includes(character)) ?? character;
    const straight = straightCloserOf[character];
    return closeIn(family, at) ?? (straight === undefined ? undefined : closeIn(family + straight, at));
  };
}

function matchFrom(line: string, at: number, family: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open = [at];
  for (let position = at + 1; position < line.length && !pairs.has(at); position += 1) {
    const character = line[position] ?? '';
    if (!family.includes(character)) continue;
    const last = open.at(-1);
    if (last !== undefined && closes(line, position, last)) {
      open.pop();
      pairs.set(last, position);
    } else if (boundaryBefore(line, position)) {
      open.push(position);
    }
  }
  return pairs;
}

function closes(line: string, at: number, opener: number): boolean {
  const character = line[at] ?? '';
  const opening = line[opener] ?? '';
  if (straightCloserOf[opening] === character) return boundaryAfter(line, at);
  if (!closersOf[opening]?.includes(character)) return false;
  // A character that only ever closes need not stand at the end of a word.
  return boundaryAfter(line, at) || (character !== opening && !boundaryBefore(line, at));
}

function boundaryBefore(line: string, at: number): boolean {
  // `;` is also the end of a literal `&nbsp;`.
  return at === 0 || isGap(line, at - 1) || '/,;:([<，；：'.includes(line[at - 1] ?? '');
}

function boundaryAfter(line: string, at: number): boolean {
  return at + 1 === line.length || isGap(line, at + 1) || ':：/,;，；)].!?<>'.includes(line[at + 1] ?? '');
}

function isGap(line: string, at: number): boolean {
  return spaceAt(line, at) > 0 || lineBreakAt(line, at) > 0;
}
