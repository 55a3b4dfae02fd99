import type { Head } from './scan-head.ts';
import { skipSeparators } from './skip-separators.ts';
import { skipSpaces } from './skip-spaces.ts';
import { trimSpaces } from './trim-spaces.ts';

/** The value of a part, and where it stands; offsets into the command's line. */
export interface PartValue {
  /** Without its quotes; undefined when nothing is there. */
  readonly value: string | undefined;
  readonly at: number;
  /** Behind its last character. */
  readonly end: number;
  /** It is held together by quotes. */
  readonly quoted: boolean;
  /** Where words stand behind the closing quote, or behind the number, that belong to no part. */
  readonly strayAt?: number;
  /** Where the closing quote or the number before them ends. */
  readonly sureEnd?: number;
}

/**
 * Reads what stands between two offsets as one value. Quotes around it are dropped, with a comma or semicolon behind them, and
 * so is an opening one that is never closed.
 */
export function readValue(line: string, from: number, to: number, head: Head): PartValue {
  const at = skipSpaces(line, from, to);
  const end = at + trimSpaces(line, at, to).length;
  const open = at === head.unclosedAt;
  const whole = { value: textOrNone(trimSpaces(line, open ? at + 1 : at, end)), at, end, quoted: false };
  const close = head.quoted.get(at);
  if (close !== undefined && close < to) {
    const strayAt = skipSeparators(line, close + 1, end);
    if (strayAt === end) return { value: textOrNone(trimSpaces(line, at + 1, close)), at, end, quoted: true };
    return { ...whole, strayAt, sureEnd: close + 1 };
  }
  const number = /^[#＃] ?[1-9１-９][0-9０-９]{0,2}(?=[^0-9０-９\p{L}])/u.exec(
    line.slice(at, Math.min(end, at + 8)),
  )?.[0];
  if (number === undefined) return whole;
  const sureEnd = at + number.length;
  const strayAt = skipSeparators(line, sureEnd, end);
  return strayAt === sureEnd || strayAt === end ? whole : { ...whole, strayAt, sureEnd };
}

function textOrNone(text: string): string | undefined {
  return text === '' ? undefined : text;
}
