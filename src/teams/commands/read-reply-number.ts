import { lineBreakAt } from './line-break-at.ts';
import { parseTime } from './parse-time.ts';
import { readNumber } from './read-number.ts';
import { skipSpaces } from './skip-spaces.ts';

export interface ReplyNumber {
  readonly number: number;
  /** Offset behind it. */
  readonly end: number;
  /** Words follow that begin no part: the text, most likely. */
  readonly textFollows: boolean;
}

/** `at 9:00: text`, `at "Monday 9:00"`; `at 9:00 we meet` is a text. */
function isTime(text: string): boolean {
  if (/^at[\s\u00a0]*["“„«]/i.test(text)) return true;
  const [, said] = /^at[\s\u00a0]+([^\n]{1,40}?)\s?:(?:\s|$)/i.exec(text) ?? [];
  return said !== undefined && parseTime(said) !== undefined;
}

/**
 * The number of a conversation at the beginning of a reply: `#2`, `to #2`, and `2` where nothing but a colon or the end
 * follows (`reply 2027 budget in Finance` names a topic).
 */
export function readReplyNumber(text: string, from: number): ReplyNumber | undefined {
  const start = skipSpaces(text, from);
  const [typed, sign, digits = ''] =
    /^(?:to[\s\u00a0]{1,9})?(#?)(\d{1,3})(?![\p{L}\p{N}])/iu.exec(text.slice(start, start + 20)) ?? [];
  const number = readNumber(`#${digits}`);
  if (typed === undefined || number === undefined) return undefined;
  const end = start + typed.length;
  const next = skipSpaces(text, end);
  const isOver = next === text.length || lineBreakAt(text, next) > 0 || ':：'.includes(text.charAt(next));
  if (sign === '' && !isOver) return undefined;
  const isPart =
    next > end &&
    (/^(?:in|with)[\s\u00a0"“„«]/i.test(text.slice(next, next + 5)) || isTime(text.slice(next, next + 60)));
  return { number, end, textFollows: !isOver && !isPart };
}
