import { CodedError } from '../../conversations/errors/coded-error.ts';
import { findCandidates } from '../../conversations/find-group.ts';
import type { Directory, GroupSummary } from '../../conversations/ports/directory.ts';
import type { Timer } from '../../conversations/ports/timer.ts';
import type { Tokens } from '../../conversations/ports/tokens.ts';
import type { Person } from '../../conversations/person.ts';
import type { Log } from '../../conversations/ports/log.ts';

export interface GroupChoicesParts {
  tokens: Tokens;
  directory: Directory;
  timer: Timer;
  log: Log;
}

/**
 * Groups to choose from; whether the person has to sign in before there can be any; and whether their organisation does not
 * let Kickoff list groups, so that there will be none.
 */
export interface GroupChoices {
  groups: GroupSummary[];
  signInNeeded: boolean;
  unlisted?: true;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A form is shown without choices rather than late: its field asks for them again while somebody types. */
const patience = 2_000;

/**
 * Groups that fit what was typed, best first; all of the person's own for an empty text. Never throws: a directory that
 * cannot be read gives no choices.
 */
export async function groupChoices(
  person: Person,
  typed: string,
  parts: GroupChoicesParts,
): Promise<GroupChoices> {
  const inTime = new AbortController();
  try {
    return await Promise.race([
      search(person, typed, parts),
      parts.timer.wait(patience, inTime.signal).then(() => ({ groups: [], signInNeeded: false })),
    ]);
  } finally {
    inTime.abort();
  }
}

async function search(
  person: Person,
  typed: string,
  { tokens, directory, log }: GroupChoicesParts,
): Promise<GroupChoices> {
  try {
    const answer = await tokens.graphToken(person);
    if (answer.kind !== 'token') return { groups: [], signInNeeded: answer.kind === 'sign-in' };
    const [chosen, groups] = await Promise.all([
      guid.test(typed) ? directory.groupById(answer.token, typed) : undefined,
      findCandidates(directory, answer.token, guid.test(typed) ? '' : typed),
    ]);
    const others = groups.filter(({ id }) => id !== chosen?.id);
    return { groups: chosen === undefined ? others : [chosen, ...others], signInNeeded: false };
  } catch (error) {
    log.warn({ error }, 'groups could not be listed for a form');
    const unlisted = error instanceof CodedError && error.code === 'READ_PERMISSION_MISSING';
    return { groups: [], signInNeeded: false, ...(unlisted && { unlisted }) };
  }
}
