import { parseTime } from './parse-time.ts';
import type { Head } from './scan-head.ts';
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
  for (const { index: at } of line.slice(0, head.end).matchAll(/\bat(?=[\s\u00a0"“„«])/gi)) {
    if (at < begins || isQuoted(head, at) || !standsAlone(line, at, begins)) continue;
    const end = endOf(line, at, head);
    const said = valueOf(line, at + 2, end, head);
    const isTime = said.quoted || parseTime(said.text) !== undefined;
    const behindQuote = [...head.quoted.values()].some(
      (close) => close < at && skipSpaces(line, close + 1, at) === at,
    );
    if (said.text !== '' && (behindQuote || (isTime && isBehindPart(at, end, begins, head, numbered))))
      return { said: said.text, at, end };
  }
  return undefined;
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

function isQuoted({ quoted }: Head, at: number): boolean {
  return [...quoted].some(([open, close]) => open < at && at < close);
}

function standsAlone(line: string, at: number, begins: number): boolean {
  return at === begins || spaceAt(line, at - 1) > 0 || '"“”»«›‹'.includes(line.charAt(at - 1));
}

/** The part ends where the next begins, or behind its own quotes. */
function endOf(line: string, at: number, head: Head): number {
  const close = head.quoted.get(skipSpaces(line, at + 2, head.end));
  if (close !== undefined) return close + 1;
  return head.keywords.find((keyword) => keyword.at > at)?.at ?? head.end;
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
  if (keywords.some((keyword) => keyword.word === 'in' && keyword.at >= end)) return false;
  return numbered || keywords.some((keyword) => keyword.word !== 'about' && keyword.at < at);
}
