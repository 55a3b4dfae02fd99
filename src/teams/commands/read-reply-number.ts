import { lineBreakAt } from './line-break-at.ts';
import { parseTime } from './parse-time.ts';
import { quoteMarks } from './quote-marks.ts';
import { readNumber } from './read-number.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';

export interface ReplyNumber {
  readonly number: number;
  /** Offset behind it. */
  readonly end: number;
  /** Words follow that begin no part: the text, most likely. */
  readonly textFollows: boolean;
}

/** `at 9:00: text`, `at "Monday 9:00"`; `at 9:00 we meet` is a text. */
function isTime(text: string): boolean {
  if (/^at/i.test(text) && quoteMarks.double.includes(text.charAt(skipSpaces(text, 2)) || '\0')) return true;
  const [, said] = /^at[\s\u00a0]+([^\n]{1,40}?)\s?:(?:\s|$)/i.exec(text) ?? [];
  return said !== undefined && parseTime(said) !== undefined;
}

/**
 * The number of a conversation at the beginning of a reply: `#2`, `to #2`, and `2` where nothing but a colon or the end
 * follows (`reply 2027 budget in Finance` names a topic).
 */
export function readReplyNumber(text: string, from: number): ReplyNumber | undefined {
  const start = skipSpaces(text, from);
  const [typed, sign, digits] =
    /^(?:to[\s\u00a0]{1,9})?(?:([#＃])[\s\u00a0]?)?([0-9０-９]{1,3})(?![\p{L}\p{N}])/iu.exec(
      text.slice(start, start + 20),
    ) ?? [];
  const number = readNumber(`#${digits ?? ''}`);
  if (typed === undefined || number === undefined) return undefined;
  const end = start + typed.length;
  const next = skipSpaces(text, end);
  const isOver = next === text.length || lineBreakAt(text, next) > 0 || ':：'.includes(text.charAt(next));
  if (sign === undefined && !isOver) return undefined;
  const isPart = next > end && beginsPart(text, next);
  return { number, end, textFollows: !isOver && !isPart };
}

function beginsPart(text: string, at: number): boolean {
  const word = /^(?:in|with)/i.exec(text.slice(at, at + 4))?.[0];
  if (word === undefined) return isTime(text.slice(at, at + 60));
  const behind = at + word.length;
  return spaceAt(text, behind) > 0 || quoteMarks.double.includes(text.charAt(behind) || '\0');
}
