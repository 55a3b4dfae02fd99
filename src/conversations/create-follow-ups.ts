import { backoff } from './backoff.ts';
import type { FollowUpWork } from './ports/follow-up-work.ts';
import type { Log } from './ports/log.ts';
import type { ConversationRequest } from './request.ts';

/**
 * Does what follows a created request. Told of each at least once, and again after it threw, or after its process died: what
 * it does has to be the same done twice.
 */
export type FollowUp = (request: ConversationRequest) => Promise<unknown>;

export interface FollowUpParts {
  followUps: FollowUpWork;
  followUp: FollowUp;
  log: Log;
  random: () => number;
  holder: string;
}

/** What fails this often is given up. */
const tries = 12;

export interface FollowUps {
  /** Does what follows a request, if anything is to be done. Never throws. */
  run(id: string): Promise<void>;
  /** What is due, e.g. because whoever created the request died: taken, and then done one by one. */
  readonly due: {
    take(limit: number): Promise<readonly ConversationRequest[]>;
    work(request: ConversationRequest): Promise<void>;
  };
}

/** What follows a created request is work of its own: held, retried and given up apart from the request and its receipt. */
export function createFollowUps(parts: FollowUpParts): FollowUps {
  const { followUps, holder, log } = parts;
  return {
    async run(id) {
      try {
        const request = await followUps.take(id, holder);
        if (request !== undefined) await runHeld(request, parts);
      } catch (error) {
        log.error({ request: id, error }, 'what follows a request is left for later');
      }
    },
    due: {
      take: (limit) => followUps.takeDue(holder, limit),
      work: (request) => runHeld(request, parts),
    },
  };
}

async function runHeld(request: ConversationRequest, parts: FollowUpParts): Promise<void> {
  const { followUps, followUp, log, random, holder } = parts;
  const { id } = request;
  try {
    if (!request.forgotten) await followUp(request);
  } catch (error) {
    const count = await followUps.failures(id);
    log.error({ request: id, count, error }, 'what follows a request could not be done');
    return followUps.failed(id, holder, count + 1 >= tries ? undefined : backoff(count, random));
  }
  return followUps.done(id, holder);
}
