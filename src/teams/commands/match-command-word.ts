import { commandTable, type CommandEntry } from './command-table.ts';
import { lineBreakAt } from './line-break-at.ts';
import { quoteMarks } from './quote-marks.ts';
import { skipSpaces } from './skip-spaces.ts';
import { spaceAt } from './space-at.ts';

export interface CommandMatch {
  readonly entry: CommandEntry;
  /** Offset behind the command's words. */
  readonly end: number;
}

/** Spaces between two words of a command; more mean that the second is none. */
const longestGap = 24;

const candidates = commandTable
  .flatMap((entry) => [
    ...entry.words.map((words) => ({ entry, words, isPhrase: false })),
    ...entry.phrases.map((words) => ({ entry, words, isPhrase: true })),
  ])
  .sort((a, b) => b.words.length - a.words.length);

/** The command whose words stand at this offset, in any capitalisation and width, also as `/start`; the longest one wins. */
export function matchCommandWord(text: string, at: number): CommandMatch | undefined {
  const start = text[at] === '/' ? at + 1 : at;
  for (const { entry, words, isPhrase } of candidates) {
    const end = wordsEnd(text, start, words);
    if (end === undefined) continue;
    const isAlone = entry.takes === 'nothing' || entry.takes === 'command';
    if (isPhrase ? endsPhrase(text, end) : endsWord(text, end, isAlone ? '.!?' : '')) return { entry, end };
  }
  return undefined;
}

function wordsEnd(text: string, start: number, words: string): number | undefined {
  let at = start;
  for (const [index, word] of words.split(' ').entries()) {
    const wordAt = index === 0 ? at : skipSpaces(text, at, at + longestGap);
    if (index > 0 && wordAt === at) return undefined;
    at = wordAt + word.length;
    if (text.slice(wordAt, at).normalize('NFKC').toLowerCase() !== word) return undefined;
  }
  return at;
}

function endsWord(text: string, at: number, marks: string): boolean {
  return (
    isEnd(text, at) || spaceAt(text, at) > 0 || `${quoteMarks.double}${marks}`.includes(text[at] ?? '\0')
  );
}

function endsPhrase(text: string, at: number): boolean {
  if (!endsWord(text, at, '')) return false;
  const next = skipSpaces(text, at);
  return (
    isEnd(text, next) ||
    quoteMarks.opening.includes(text[next] ?? '\0') ||
    /^in\s/i.test(text.slice(next, next + 3))
  );
}

function isEnd(text: string, at: number): boolean {
  return at >= text.length || lineBreakAt(text, at) > 0 || text[at] === ':' || text[at] === '：';
}
