import type { CommandEntry } from './command-table.ts';
import { findTimePart, withoutTimePart } from './find-time-part.ts';
import { findQuotes } from './find-quotes.ts';
import { lineBreakAt } from './line-break-at.ts';
import { readReplyNumber } from './read-reply-number.ts';
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
  /** The body follows a number without a colon. */
  readonly textFollows: boolean;
  /** The line on which the parts stand, from the beginning of the message. */
  readonly line: string;
  /** Where the parts begin in it. */
  readonly from: number;
  readonly head: Head;
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
  const head = scanHead(line, from, findQuotes(line), { isReply: kind === 'reply' });
  const timePart = findTimePart(line, from, head, { numbered: numbered !== undefined });
  const rest = timePart === undefined ? { line, head } : withoutTimePart(line, head, timePart);
  return {
    ...(timePart !== undefined && { when: timePart.said }),
    ...splitParts(rest.line, from, rest.head, { conversation: kind === 'thread' }),
    ...(numbered !== undefined && { number: numbered.number }),
    ...{ kind, textFollows, line, from, head, body: readBody(text, line, head, textFollows) },
  };
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
