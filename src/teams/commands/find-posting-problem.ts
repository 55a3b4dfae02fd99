import { cutText } from '../cards/cut-text.ts';
import type { CommandProblem, CommandProblemCode } from './command.ts';
import { findMistake } from './find-mistake.ts';
import { missingParts, type MissingPart } from './missing-parts.ts';
import { parseTime } from './parse-time.ts';
import type { ReadPosting } from './read-posting.ts';
import { skipSpaces } from './skip-spaces.ts';
import { wordsAround } from './words-around.ts';
import { writeCommand, type WrittenParts } from './write-command.ts';

const placeholders = { topic: 'Topic', group: 'Group', conversation: 'Conversation' } as const;

/** A part longer than this is cut in the example, in characters. */
const shownOfPart = 120;

export interface PostingContext {
  /** The command's first word. */
  readonly word: string;
  readonly hasBody: boolean;
  /** Reads another message as the same command; its first word may be written in another way. */
  readonly again: (text: string) => ReadPosting;
}

interface Found {
  readonly code: CommandProblemCode;
  readonly at: number;
  readonly details: Readonly<Record<string, string>>;
  /** Heads that may have been meant, the likeliest first. */
  readonly heads?: readonly string[];
}

/** What keeps a typed command from being posted as it stands, and where; undefined for one that only has no text yet. */
export function findPostingProblem(read: ReadPosting, context: PostingContext): CommandProblem | undefined {
  const found = find(read, context.hasBody);
  if (found === undefined) return undefined;
  const { heads = [], ...problem } = found;
  const tried = heads.map((head) => context.again(`${head}: text`));
  const right = tried.find((each) => find(each, false) === undefined) ?? tried.at(-1);
  return { ...problem, example: writeExample(corrected(read, right ?? read, context), context) };
}

/** Leaves out what would itself need a correction. */
function writeExample(parts: WrittenParts, { again }: PostingContext): string {
  const { word, number, body } = parts;
  const bare =
    number === undefined
      ? { topic: 'Topic', group: 'Group', conversation: parts.conversation && 'Conversation' }
      : { number };
  const examples = [
    parts,
    { ...parts, people: '' },
    { word, ...bare, people: '', body },
    { word, ...bare, people: '', body: 'text' },
  ].map(writeCommand);
  return examples.find((example) => find(again(example), true) === undefined) ?? examples.at(-1) ?? '';
}

function find(read: ReadPosting, hasBody: boolean): Found | undefined {
  const { line, head, when } = read;
  const found = (code: CommandProblemCode, at: number, near = wordsAround(line, at)): Found => ({
    ...{ code, at, details: { near } },
  });
  if (head.unclosedAt !== undefined) {
    const near = line.slice(head.unclosedAt, head.unclosedAt + 20);
    return found('quote-not-closed', head.unclosedAt, near.trimEnd().toWellFormed());
  }
  if (!head.certain) return found('colon-unclear', head.end);
  if (read.textFollows) {
    const text = read.body.slice(0, 20).toWellFormed();
    return found('text-unclear', line.length, `${wordsAround(line, line.length)} ${text}`);
  }
  const mistake = findMistake(read, { hasBody });
  if (mistake !== undefined) {
    const { code, at, word, heads } = mistake;
    const { details } = found(code, at);
    return { code, at, details: { ...details, ...(word !== undefined && { word }) }, heads };
  }
  if (when !== undefined && parseTime(when) === undefined)
    return found('time-unclear', read.timeAt ?? head.end, cutText(when, 40));
  const [first] = missingParts(read);
  // Whoever writes a text means to post it; without one the form is what was asked for.
  if (first === undefined || !hasBody) return undefined;
  return found(`${first}-missing`, head.end);
}

/** The parts as they are written right, with a word in place of each that is missing. */
function corrected(
  { body, head: { unclosedAt } }: ReadPosting,
  read: ReadPosting,
  { word, hasBody }: PostingContext,
): WrittenParts {
  const { kind, number, groupNumber, when } = read;
  const missing = missingParts(read);
  const shown = (part: string | undefined): string | undefined => {
    const cut = part === undefined ? undefined : cutText(part, shownOfPart);
    return unclosedAt === undefined ? cut : cut?.replace(/["“”„«»‹›＂]|^['‘‚]/g, '').trim() || undefined;
  };
  const partOr = (name: MissingPart): string | undefined =>
    shown(read[name]) ?? (missing.includes(name) ? placeholders[name] : undefined);
  return {
    ...{ word, body: hasBody ? exampleText(body) : 'text', people: shown(read.people) ?? '' },
    ...(number === undefined
      ? {
          topic: shown(read.topic) ?? (kind === 'reply' ? placeholders.conversation : placeholders.topic),
          group: partOr('group'),
          ...(groupNumber !== undefined && { groupNumber }),
        }
      : { number }),
    ...(kind === 'thread' && { conversation: partOr('conversation') }),
    ...(when !== undefined && { when: parseTime(when) === undefined ? 'Monday 9:00' : when }),
  };
}

/** A mark that separated the text from a number goes with the colon that takes its place. */
function exampleText(body: string): string {
  const start = skipSpaces(body, 0, body.length, true);
  const [mark = ''] = /^[,.;:：，–-](?=\s)/.exec(body.slice(start, start + 2)) ?? [];
  return body.slice(start + mark.length);
}
