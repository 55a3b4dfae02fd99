import type { StartCommand, ThreadCommand } from './command.ts';
import type { CommandMatch } from './match-command-word.ts';
import { findQuotes } from './find-quotes.ts';
import { lineBreakAt } from './line-break-at.ts';
import { scanHead } from './scan-head.ts';
import { skipSpaces } from './skip-spaces.ts';
import { splitBody } from './split-body.ts';
import { splitParts } from './split-parts.ts';

/**
 * Reads what follows `start` or `thread`. Topic, group, conversation and people stand on the command's line; the
 * body begins behind its colon (`scanHead` says which colon that is), or on the next line when there is none.
 */
export function parsePosting(text: string, match: CommandMatch): StartCommand | ThreadCommand {
  const lineEnd = findLineEnd(text, match.end);
  const line = text.slice(0, lineEnd);
  const closingQuote = findQuotes(line);
  const head = scanHead(line, match.end, closingQuote);
  const isThread = match.entry.takes === 'thread-parts';
  const { conversation, ...parts } = splitParts(line, match.end, head, { conversation: isThread });
  const body =
    head.colonAt === undefined
      ? text.slice(lineEnd + lineBreakAt(text, lineEnd))
      : splitBody(text, head.colonAt + 1);

  const { unclosedAt } = head;
  const needed = [parts.topic, parts.group, isThread ? conversation : '-'];
  const common = {
    ...parts,
    body,
    complete:
      head.certain &&
      unclosedAt === undefined &&
      needed.every((part) => part !== undefined) &&
      skipSpaces(body, 0, body.length, true) < body.length,
    problem:
      unclosedAt === undefined
        ? undefined
        : {
            at: unclosedAt,
            code: 'quote-not-closed' as const,
            details: { near: line.slice(unclosedAt, unclosedAt + 20) },
            example: match.entry.example,
          },
  };
  return isThread ? { kind: 'thread', ...common, conversation } : { kind: 'start', ...common };
}

function findLineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && lineBreakAt(text, at) === 0) at += 1;
  return at;
}
