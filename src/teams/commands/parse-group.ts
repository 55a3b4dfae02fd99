import type { CommandProblemCode, TypedGroup } from './command.ts';
import { findQuotes } from './find-quotes.ts';
import { quoteMarks } from './quote-marks.ts';
import { readNumber } from './read-number.ts';
import { readValue, type PartValue } from './read-value.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';
import { trimSpaces } from './trim-spaces.ts';
import { unclearQuote } from './unclear-quote.ts';

/** What is wrong with a typed reference; offsets into it. */
export interface ReferenceMistake {
  readonly code: CommandProblemCode;
  readonly at: number;
  /** The word that leads to nothing, or the number, as typed. */
  readonly word?: string;
  /** The reference as it may have been meant. */
  readonly right: string;
}

/** One group as it stands behind a command: `"Finance"`, `in Finance`, an address, or `#2` of the last list. */
export function parseGroup(said: string): TypedGroup & { mistake?: ReferenceMistake } {
  if (/^in[:：]?$/i.test(said)) return { mistake: leadsNowhere(said.slice(0, 2), 2) };
  const from = behindIn(said);
  const { value, unclosed } = readGroup(said, from);
  const groupNumber = value.quoted ? undefined : readNumber(said.slice(value.at, value.end));
  const mistake = findMistake(said, { from, value, unclosed, groupNumber });
  return {
    ...(value.value !== undefined && { group: value.value }),
    ...(groupNumber !== undefined && { groupNumber }),
    ...(mistake !== undefined && { mistake }),
  };
}

function readGroup(said: string, from: number): { value: PartValue; unclosed: boolean } {
  const at = skipSpaces(said, from);
  const close = findQuotes(said)(at);
  const opens = quoteMarks.opening.includes(said.charAt(at) || '\0');
  const unclosed = close === undefined && opens && !/^['‘]\d/.test(said.slice(at, at + 2));
  const head = {
    ...{ end: said.length, certain: true, keywords: [] },
    quoted: new Map(close === undefined ? [] : [[at, close]]),
    ...(unclosed && { unclosedAt: at }),
  };
  // A mark at the end belongs to the sentence where quotes or a number say so, and else to the name.
  const marks = /[.!?]+$/.exec(said.slice(-8))?.[0].length ?? 0;
  const short = readValue(said, from, said.length - marks, head);
  const isSure = short.quoted || readNumber(said.slice(short.at, short.end)) !== undefined;
  return { value: isSure ? short : readValue(said, from, said.length, head), unclosed };
}

function findMistake(
  said: string,
  {
    from,
    value,
    unclosed,
    groupNumber,
  }: {
    from: number;
    value: PartValue;
    unclosed: boolean;
    groupNumber: number | undefined;
  },
): ReferenceMistake | undefined {
  const { at, end, strayAt, sureEnd, value: name } = value;
  const typed = said.slice(at, end);
  const quoted = (text: string): string =>
    `"${text.slice(0, 120).replace(/^[,'‘’"“”„«»‹›＂]+|["“”„«»‹›＂]/g, '') || 'Group'}"`;
  if (unclosed) return { code: 'quote-not-closed', at, right: quoted(typed) };
  if (strayAt !== undefined) return { code: 'words-unclear', at: strayAt, right: said.slice(at, sureEnd) };
  if (name === undefined && from > 0) return leadsNowhere(trimSpaces(said, 0, from), from);
  if (/^[#＃]$/.test(typed)) return leadsNowhere('#', end);
  if (groupNumber === undefined && !value.quoted && /^[#＃] ?\d+$/.test(typed.normalize('NFKC')))
    return { code: 'number-unclear', at, word: typed, right: '"Group"' };
  const unclear = value.quoted ? undefined : unclearQuote(typed);
  return unclear === undefined
    ? undefined
    : { code: 'quote-unclear', at: at + unclear, right: quoted(typed.replace(/''$/, '')) };
}

function leadsNowhere(word: string, at: number): ReferenceMistake {
  return { code: 'nothing-follows', at, word, right: '"Group"' };
}

/** The offset behind the `in` that may lead in the group; 0 without one. */
function behindIn(said: string): number {
  if (!/^in/i.test(said)) return 0;
  const begins = spaceAt(said, 2) > 0 || quoteMarks.double.includes(said.charAt(2) || '\0');
  return begins ? 2 : 0;
}
