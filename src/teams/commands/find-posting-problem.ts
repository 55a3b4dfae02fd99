import { cutText } from '../cards/cut-text.ts';
import type { CommandProblem, CommandProblemCode } from './command.ts';
import { missingParts, type MissingPart } from './missing-parts.ts';
import { parseTime } from './parse-time.ts';
import type { ReadPosting } from './read-posting.ts';
import { wordsAround } from './words-around.ts';
import { writeCommand } from './write-command.ts';

const placeholders = { topic: 'Topic', group: 'Group', conversation: 'Conversation' } as const;

/** A part longer than this is cut in the example, in characters. */
const shownOfPart = 120;

/** What keeps a typed command from being posted as it stands, and where; undefined for one that only has no text yet. */
export function findPostingProblem(
  read: ReadPosting,
  { word, hasBody }: { word: string; hasBody: boolean },
): CommandProblem | undefined {
  const { line, head } = read;
  const missing = missingParts(read);
  const problem = (code: CommandProblemCode, at: number, near = wordsAround(line, at)): CommandProblem => ({
    ...{ at, code, details: { near } },
    example: writeCommand(corrected(read, { word, missing, hasBody })),
  });
  if (head.unclosedAt !== undefined)
    return problem(
      'quote-not-closed',
      head.unclosedAt,
      line
        .slice(head.unclosedAt, head.unclosedAt + 20)
        .trimEnd()
        .toWellFormed(),
    );
  if (!head.certain) return problem('colon-unclear', head.end);
  if (read.textFollows)
    return problem(
      'text-unclear',
      line.length,
      `${wordsAround(line, line.length)} ${read.body.slice(0, 20).toWellFormed()}`,
    );
  if (read.when !== undefined && parseTime(read.when) === undefined)
    return problem('time-unclear', head.end, cutText(read.when, 40));
  const [first] = missing;
  // Whoever writes a text means to post it; without one the form is what was asked for.
  if (first === undefined || !hasBody) return undefined;
  return problem(`${first}-missing`, head.end);
}

function corrected(
  read: ReadPosting,
  { word, missing, hasBody }: { word: string; missing: readonly MissingPart[]; hasBody: boolean },
): Parameters<typeof writeCommand>[0] {
  const { kind, number, groupNumber, body, head, when } = read;
  const withoutStray = (part: string | undefined): string | undefined => {
    const shown = part === undefined ? undefined : cutText(part, shownOfPart);
    return head.unclosedAt === undefined ? shown : shown?.replace(/["“”„«»‹›]|^['‘‚]/g, '');
  };
  const partOr = (name: MissingPart): string | undefined =>
    withoutStray(read[name]) ?? (missing.includes(name) ? placeholders[name] : undefined);
  return {
    ...{ word, body: hasBody ? body : 'text', people: withoutStray(read.people) ?? '' },
    ...(number === undefined
      ? {
          topic:
            withoutStray(read.topic) ?? (kind === 'reply' ? placeholders.conversation : placeholders.topic),
        }
      : { number }),
    ...(number === undefined && {
      group: partOr('group'),
      ...(groupNumber !== undefined && { groupNumber }),
    }),
    ...(kind === 'thread' && { conversation: partOr('conversation') }),
    ...(when !== undefined && { when: parseTime(when) === undefined ? 'Monday 9:00' : when }),
  };
}
