import type { CommandProblem, PostingCommand } from './command.ts';
import { findPostingProblem } from './find-posting-problem.ts';
import { matchCommandWord, type CommandMatch } from './match-command-word.ts';
import { missingParts } from './missing-parts.ts';
import { parseTime } from './parse-time.ts';
import { readPosting, type ReadPosting } from './read-posting.ts';
import { skipSpaces } from './skip-spaces.ts';

/** What follows `start`, `thread` or `reply`: its parts, whether they are all there, and what is wrong with them. */
export function parsePosting(
  text: string,
  { entry, end }: CommandMatch,
  takes: Parameters<typeof readPosting>[2],
): PostingCommand {
  const read = readPosting(text, end, takes);
  const { kind, topic, group, groupNumber, conversation, number, people, body, when } = read;
  const plan = when === undefined ? undefined : parseTime(when);
  const hasBody = skipSpaces(body, 0, body.length, true) < body.length;
  const again = (other: string): ReadPosting => {
    const at = skipSpaces(other, 0, other.length, true);
    return readPosting(other, matchCommandWord(other, at)?.end ?? at, takes);
  };
  const problem = findPostingProblem(read, { word: entry.words[0] ?? kind, hasBody, again });
  const common = {
    ...{ topic, group, people, body },
    ...(plan !== undefined && { plan }),
    ...(groupNumber !== undefined && { groupNumber }),
    ...judge(read, { hasBody, problem }),
    problem,
  };
  if (kind === 'start') return { kind, ...common };
  if (kind === 'thread') return { kind, ...common, conversation };
  return { kind, ...common, ...(number !== undefined && { number }) };
}

function judge(
  read: ReadPosting,
  { hasBody, problem }: { hasBody: boolean; problem: CommandProblem | undefined },
): Pick<PostingCommand, 'complete' | 'completeButGroup'> {
  if (!hasBody) return { complete: false };
  if (problem === undefined) return { complete: missingParts(read).length === 0 };
  const onlyGroup = problem.code === 'group-missing' && missingParts(read).length === 1;
  return { complete: false, ...(onlyGroup && !bodyMayBeHead(read) && { completeButGroup: true }) };
}

/** `start Budget: next steps in Finance: hi` has its group behind the colon that ends the head. */
function bodyMayBeHead({ line, from, head, body }: ReadPosting): boolean {
  if (head.quoted.has(skipSpaces(line, from))) return false;
  const rest = body.slice(0, line.length - head.end);
  const colon = Math.max(rest.lastIndexOf(':'), rest.lastIndexOf('：'));
  return colon > 0 && /(?:^|\s)in\s/i.test(rest.slice(0, colon));
}
