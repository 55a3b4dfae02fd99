import type { CommandEntry } from './command-table.ts';
import { findTimePart, withoutTimePart } from './find-time-part.ts';
import { findQuotes } from './find-quotes.ts';
import { lineBreakAt } from './line-break-at.ts';
import { meantWord } from './meant-word.ts';
import { parseTime } from './parse-time.ts';
import { quoteMarks } from './quote-marks.ts';
import { readReplyNumber, type ReplyNumber } from './read-reply-number.ts';
import { scanHead, type Head } from './scan-head.ts';
import { skipSpaces } from './skip-spaces.ts';
import { splitBody } from './split-body.ts';
import { splitParts, type Parts } from './split-parts.ts';

/** The parts of a command that posts, before anything is said about them. */
export interface ReadPosting extends Parts {
  readonly kind: 'start' | 'thread' | 'reply';
  /** Of the conversation that is answered. */
  readonly number?: number;
  /** When it is to be posted, as typed. */
  readonly when?: string;
  readonly body: string;
  /** The body follows a number or a quoted part without a colon. */
  readonly textFollows: boolean;
  /** The line on which the parts stand, from the beginning of the message. */
  readonly line: string;
  /** Where the parts begin in it. */
  readonly from: number;
  /** Offsets of keywords and quotes are those outside the time. */
  readonly head: Head;
  /** The line with spaces in place of the time. */
  readonly partsLine: string;
  /** Where the part that says when begins. */
  readonly timeAt?: number;
}

const kinds = { parts: 'start', 'thread-parts': 'thread', 'reply-parts': 'reply' } as const;

/** Whether a command posts. */
export function isPosting(takes: CommandEntry['takes']): takes is keyof typeof kinds {
  return takes in kinds;
}

/**
 * Reads what follows `start`, `thread` or `reply`. Topic, group, conversation and people stand on the command's line; the
 * body begins behind its colon (`scanHead` says which colon that is), or on the next line when there is none.
 */
export function readPosting(text: string, end: number, takes: keyof typeof kinds): ReadPosting {
  const kind = kinds[takes];
  const numbered = kind === 'reply' ? readReplyNumber(text, end) : undefined;
  const from = numbered?.end ?? end;
  const textFollows = numbered?.textFollows ?? false;
  const line = text.slice(0, textFollows ? from : findLineEnd(text, from));
  const read = readLine(text, line, { kind, from, numbered, textFollows });
  const textAt = textWithoutColon(read);
  if (textAt === undefined) return read;
  return readLine(text, line.slice(0, textAt), { kind, from, numbered, textFollows: true });
}

function readLine(
  text: string,
  line: string,
  how: Pick<ReadPosting, 'kind' | 'from' | 'textFollows'> & { numbered: ReplyNumber | undefined },
): ReadPosting {
  const { kind, from, numbered, textFollows } = how;
  const whole = scanHead(line, from, findQuotes(line), { isReply: kind === 'reply' });
  const timePart = findTimePart(line, from, whole, { numbered: numbered !== undefined });
  const { line: partsLine, head } =
    timePart === undefined ? { line, head: whole } : withoutTimePart(line, whole, timePart);
  return {
    ...(timePart !== undefined && { when: timePart.said, timeAt: timePart.at }),
    ...splitParts(partsLine, from, head, { conversation: kind === 'thread' }),
    ...(numbered !== undefined && { number: numbered.number }),
    ...{ kind, textFollows, line, partsLine, from, head },
    body: readBody(text, line, whole, textFollows),
  };
}

/** Words behind a quoted group or conversation, on a line without a colon: where the group ends, if they are the text. */
function textWithoutColon({ line, head, textFollows, values }: ReadPosting): number | undefined {
  const value = values.conversation ?? values.group;
  if (value?.strayAt === undefined || textFollows || head.colonAt !== undefined) return undefined;
  const isLast = skipSpaces(line, value.end) === line.length;
  return isLast && !beginsLikePart(line.slice(value.strayAt, value.end)) ? value.sureEnd : undefined;
}

/** Quotes, options and words that begin a part begin no text, nor do words taken for those before what they would lead in. */
function beginsLikePart(typed: string): boolean {
  if (quoteMarks.double.includes(typed.charAt(0))) return true;
  const [word = ''] = /^[\p{L}\p{M}]+|^--?(?=\w)/u.exec(typed.slice(0, 20)) ?? [];
  if (/^(?:--?|in|with|at|about)$/i.test(word)) return true;
  if (meantWord(word).length === 0) return false;
  const rest = typed.slice(word.length).trim();
  if (rest === '') return true;
  return (
    /^\S*@|^<at\b/i.test(rest) || quoteMarks.double.includes(rest.charAt(0)) || parseTime(rest) !== undefined
  );
}

function readBody(text: string, line: string, { colonAt }: Head, textFollows: boolean): string {
  if (textFollows) return text.slice(skipSpaces(text, line.length));
  if (colonAt !== undefined) return splitBody(text, colonAt + 1);
  return text.slice(line.length + lineBreakAt(text, line.length));
}

function findLineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && lineBreakAt(text, at) === 0) at += 1;
  return at;
}
