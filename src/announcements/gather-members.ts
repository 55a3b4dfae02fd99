import { backoff } from '../conversations/backoff.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import { retryAt } from '../conversations/retry-at.ts';
import type { AnnouncementParts } from './announcement-parts.ts';
import type { GatheringWork } from './ports/announcement-store.ts';
import { readMembers, type MembersAnswer } from './read-members.ts';
import { tenantOf } from './tenant-of.ts';
import { transition } from './transition.ts';

/** What passes by itself; everything else that Graph says is final. */
const passing: ReadonlySet<ErrorCode> = new Set(['GRAPH_THROTTLED', 'GRAPH_UNREACHABLE']);
/** So many failures in a row, about a day with the longest pauses, and it is given up. */
const mostFailures = 300;

/** Reads the members of an announcement's group, page by page, until all are stored or something is in the way. */
export async function gatherMembers(work: GatheringWork, parts: AnnouncementParts): Promise<void> {
  const { store, holder, log, random } = parts;
  const { announcement } = work;
  const { id, audience, sender } = announcement;
  const tenant = tenantOf(sender);
  let { position, failures } = work;
  let dueInMs: number | undefined = backoff(failures, random);
  failures += 1;
  let isRestarted = false;
  try {
    for (;;) {
      const answer = await readMembers(announcement, position, parts);
      if (answer.kind === 'page') {
        const next = answer.page.next;
        const members = answer.page.members.filter((each) => !isSender(each.id, announcement));
        failures = 0;
        if (!(await store.addMembers(id, { members, position: next }, holder))) return;
        position = next;
        if (next !== undefined) continue;
        await store.change(id, (was) => transition(was, { kind: 'gathered' }));
        dueInMs = undefined;
        return;
      }
      // A position that Graph no longer takes: whoever is stored stays, and all are read once more.
      const isStale = answer.kind === 'refused' && position !== undefined && !passing.has(answer.error.code);
      if (isStale && !isRestarted) {
        isRestarted = true;
        position = undefined;
        continue;
      }
      dueInMs = await settle(answer, failures);
      return;
    }
  } catch (error) {
    log.error({ tenant, error }, 'the members of a group could not be read');
  } finally {
    await store.settleGathering(id, { failures, dueInMs, position }, holder);
  }

  /** @returns after how many milliseconds it is tried again, if it is */
  async function settle(
    answer: Exclude<MembersAnswer, { kind: 'page' }>,
    tries: number,
  ): Promise<number | undefined> {
    const { error } = answer;
    const group = audience.kind === 'members' ? audience.group.name : '';
    const reason = { code: error.code, details: { ...error.details, group } };
    if (answer.kind === 'sign-in') {
      log.info({ tenant, code: error.code }, 'a notice to many waits for its sender to sign in');
      await store.change(id, (was) => transition(was, { kind: 'sign-in-needed', reason }));
      return undefined;
    }
    if ((answer.kind === 'wait' || passing.has(error.code)) && tries < mostFailures) {
      const until = answer.kind === 'wait' ? answer.until : retryAt(error.details['retryAfterMs'], parts);
      return until === undefined ? dueInMs : Math.max(0, until.getTime() - parts.clock.now().getTime());
    }
    log.warn({ tenant, code: error.code, error }, 'the members of a group cannot be read');
    await store.change(id, (was) => transition(was, { kind: 'unreadable', reason }));
    return undefined;
  }
}

function isSender(id: string, { sender }: GatheringWork['announcement']): boolean {
  return sender.kind === 'person' && sender.person.objectId === id.toLowerCase();
}
