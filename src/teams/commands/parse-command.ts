import type { BareCommandName, Command, CommandProblem } from './command.ts';
import type { CommandEntry } from './command-table.ts';
import { findFewWordsProblem } from './find-few-words-problem.ts';
import { lineBreakAt } from './line-break-at.ts';
import { matchCommandWord } from './match-command-word.ts';
import { nearestCommand } from './nearest-command.ts';
import { parseGroup, type ReferenceMistake } from './parse-group.ts';
import { parsePosting } from './parse-posting.ts';
import { parseWatched } from './parse-watched.ts';
import { isPosting } from './read-posting.ts';
import { skipSpaces } from './skip-spaces.ts';
import { trimSpaces } from './trim-spaces.ts';

/** More than this behind a command that takes a few words is a text, in UTF-16 units. */
const fewWords = 300;

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
  if (isPosting(takes)) return parsePosting(text, match, takes);
  const rest = skipMarks(text, match.end);
  switch (takes) {
    case 'group':
    case 'line': {
      const line = readLine(text, match.end);
      return line === undefined ? unknown : readFewWords(text, line, match.entry, unknown);
    }
    case 'command':
      return rest < text.length ? (readHelp(text, rest) ?? unknown) : { kind: 'help' };
    case 'nothing':
      // `sign in sheet for Monday` is a text, not a wish to sign in.
      return rest < text.length ? unknown : { kind: name as BareCommandName };
  }
}

interface FewWords {
  readonly said: string;
  /** Where they begin in the message. */
  readonly from: number;
}

function readFewWords(
  text: string,
  { said, from }: FewWords,
  entry: CommandEntry,
  otherwise: Command,
): Command {
  const { name, words } = entry;
  const wrong = (read: (said: string) => { mistake?: ReferenceMistake }): { problem?: CommandProblem } => {
    const problem = findFewWordsProblem(text, read, { word: words[0] ?? name, from, said });
    return problem === undefined ? {} : { problem };
  };
  if (name === 'use' && /^(?:nothing|none|no group)[.!]?$/i.test(said)) return { kind: name, nothing: true };
  if (name === 'recent' || name === 'use') {
    const { mistake: _, ...group } = parseGroup(said);
    return { kind: name, ...group, ...wrong(parseGroup) };
  }
  if (name !== 'watch' && name !== 'unwatch') return otherwise;
  return { kind: name, said, ...wrong(parseWatched) };
}

/** The rest of the message if it is one line of a few words, without the colon that may lead to it. */
function readLine(text: string, from: number): FewWords | undefined {
  const start = skipSpaces(text, from, text.length, true);
  if (text.length - start > fewWords && skipSpaces(text, start + fewWords, text.length, true) < text.length)
    return undefined;
  let end = start;
  while (end < text.length && lineBreakAt(text, end) === 0) end += 1;
  if (skipSpaces(text, end, text.length, true) < text.length) return undefined;
  const begin = ':：'.includes(text.charAt(start) || '\0') ? skipSpaces(text, start + 1, end) : start;
  return { said: trimSpaces(text, begin, end), from: begin };
}

/** `help thread` is about a command, and so is `help thraed`; `help it` is about nothing, `help me with …` is no command at all. */
function readHelp(text: string, at: number): Command | undefined {
  const about = matchCommandWord(text, at);
  if (about !== undefined && skipMarks(text, about.end) === text.length) {
    return { kind: 'help', about: about.entry.name };
  }
  let end = at;
  while (end < text.length && lineBreakAt(text, end) === 0 && skipSpaces(text, end) === end) end += 1;
  if (skipMarks(text, end) !== text.length) return undefined;
  const meant = nearestCommand(text.slice(at, Math.min(end, at + 80)));
  return { kind: 'help', ...(meant !== undefined && { about: meant }) };
}

function skipMarks(text: string, at: number): number {
  let position = skipSpaces(text, at, text.length, true);
  while ('.!?:'.includes(text[position] ?? '\0')) {
    position = skipSpaces(text, position + 1, text.length, true);
  }
  return position;
}
