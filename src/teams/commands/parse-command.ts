import type { Command } from './command.ts';
import type { CommandName } from './command-name.ts';
import { lineBreakAt } from './line-break-at.ts';
import { matchCommandWord } from './match-command-word.ts';
import { nearestCommand } from './nearest-command.ts';
import { parsePosting } from './parse-posting.ts';
import { skipSpaces } from './skip-spaces.ts';

/**
 * Reads one typed message (plain text without the bot's mention, see `cleanMessageText`) as a command.
 *
 * Never throws; never changes the case or the line breaks of what was typed; what is no command comes back whole as
 * `unknown`.
 *
 * @example parseCommand('start "Budget" in "Finance": Hello').kind === 'start'
 */
export function parseCommand(text: string): Command {
  const start = skipSpaces(text, 0, text.length, true);
  if (start === text.length) return { kind: 'empty' };
  const unknown = { kind: 'unknown', text, nearest: nearestCommand(text.slice(start, start + 80)) } as const;
  const match = matchCommandWord(text, start);
  if (match === undefined) return unknown;
  const { name, takes } = match.entry;
  if (takes === 'parts' || takes === 'thread-parts') return parsePosting(text, match);
  const rest = skipMarks(text, match.end);
  if (name === 'help' && rest < text.length) return readHelp(text, rest) ?? unknown;
  // `sign in sheet for Monday` is a text, not a wish to sign in.
  if (rest < text.length) return unknown;
  return readBare(name, unknown);
}

function readBare(name: CommandName, otherwise: Command): Command {
  if (
    name === 'help' ||
    name === 'pending' ||
    name === 'sign-in' ||
    name === 'sign-out' ||
    name === 'forget-me'
  )
    return { kind: name };
  return otherwise;
}

/** `help thread` is about a command, `help it` about nothing; `help me with …` is no command at all. */
function readHelp(text: string, at: number): Command | undefined {
  const about = matchCommandWord(text, at);
  if (about !== undefined && skipMarks(text, about.end) === text.length) {
    return { kind: 'help', about: about.entry.name };
  }
  let end = at;
  while (end < text.length && lineBreakAt(text, end) === 0 && skipSpaces(text, end) === end) end += 1;
  return skipMarks(text, end) === text.length ? { kind: 'help' } : undefined;
}

function skipMarks(text: string, at: number): number {
  let position = skipSpaces(text, at, text.length, true);
  while ('.!?:'.includes(text[position] ?? '\0')) {
    position = skipSpaces(text, position + 1, text.length, true);
  }
  return position;
}
