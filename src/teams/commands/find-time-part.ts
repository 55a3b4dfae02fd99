import { parseTime } from './parse-time.ts';
import { quoteMarks } from './quote-marks.ts';
import type { Head, Keyword } from './scan-head.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';
import { trimSpaces } from './trim-spaces.ts';

/** The part of a command's head that says when; offsets into its line. */
export interface TimePart {
  /** What was typed, without its quotes. */
  readonly said: string;
  readonly at: number;
  readonly end: number;
}

/**
 * Finds ` at …`, which topics and names may hold as well (“Meeting at noon”, “Room at 9”). It says when
 * - directly behind a quoted part, or behind a number that names what is answered;
 * - behind `in …` or `with …`, when what follows is quoted or can be read as a time, and no further `in` follows.
 */
export function findTimePart(
  line: string,
  from: number,
  head: Head,
  { numbered }: { numbered: boolean },
): TimePart | undefined {
  const begins = skipSpaces(line, from, head.end);
  const around = lookAround(line, head);
  for (const { index: at } of line.slice(0, head.end).matchAll(/\bat(?!\w)/gi)) {
    const { quoted, behindQuote, keyword } = around(at);
    if (quoted || !standsAlone(line, at, begins)) continue;
    const close = head.quoted.get(skipSpaces(line, at + 2, head.end));
    // The part ends where the next begins, or behind its own quotes.
    const end = close === undefined ? (keyword?.at ?? head.end) : close + 1;
    const said = valueOf(line, at + 2, end, head);
    const isTime = said.quoted || parseTime(said.text) !== undefined;
    if (said.text !== '' && (behindQuote || (isTime && isBehindPart(at, end, begins, head, numbered))))
      return { said: said.text, at, end };
  }
  return undefined;
}

/**
 * What stands around an offset: whether it is inside quotes or directly behind some, and the keyword that follows. Asked with
 * rising offsets only, so that all answers together take time linear in the line.
 */
function lookAround(
  line: string,
  { quoted, keywords }: Head,
): (at: number) => { quoted: boolean; behindQuote: boolean; keyword: Keyword | undefined } {
  const pairs = [...quoted];
  let nextPair = 0;
  let nextKeyword = 0;
  /** The first offset behind the last quote that is no space. */
  let behind = -1;
  return (at) => {
    for (let close = pairs[nextPair]?.[1]; close !== undefined && close < at; close = pairs[nextPair]?.[1]) {
      behind = skipSpaces(line, close + 1);
      nextPair += 1;
    }
    while ((keywords[nextKeyword]?.at ?? at + 1) <= at) nextKeyword += 1;
    const isQuoted = (pairs[nextPair]?.[0] ?? at) < at;
    return { quoted: isQuoted, behindQuote: behind === at, keyword: keywords[nextKeyword] };
  };
}

/** The head without the part that says when, and the line with spaces in its place, so that all offsets stay. */
export function withoutTimePart(
  line: string,
  head: Head,
  { at, end }: TimePart,
): { line: string; head: Head } {
  const outside = (position: number): boolean => position < at || position >= end;
  return {
    line: line.slice(0, at) + ' '.repeat(end - at) + line.slice(end),
    head: {
      ...head,
      keywords: head.keywords.filter((keyword) => outside(keyword.at)),
      quoted: new Map([...head.quoted].filter(([open]) => outside(open))),
    },
  };
}

function standsAlone(line: string, at: number, begins: number): boolean {
  const isOver = spaceAt(line, at + 2) > 0 || isDoubleQuote(line, at + 2);
  if (!isOver || at <= begins) return isOver && at === begins;
  return spaceAt(line, at - 1) > 0 || isDoubleQuote(line, at - 1) || line.endsWith('&nbsp;', at);
}

function isDoubleQuote(line: string, at: number): boolean {
  return quoteMarks.double.includes(line.charAt(at) || '\0');
}

function valueOf(line: string, from: number, end: number, head: Head): { text: string; quoted: boolean } {
  const start = skipSpaces(line, from, end);
  const close = head.quoted.get(start);
  if (close === undefined) return { text: trimSpaces(line, start, end), quoted: false };
  return { text: trimSpaces(line, start + 1, close), quoted: true };
}

function isBehindPart(
  at: number,
  end: number,
  begins: number,
  { keywords }: Head,
  numbered: boolean,
): boolean {
  if (at === begins) return numbered;
  const lastIn = keywords.findLast(({ word }) => word === 'in');
  if (lastIn !== undefined && lastIn.at >= end) return false;
  const first = keywords.find(({ word }) => word !== 'about');
  return numbered || (first !== undefined && first.at < at);
}
