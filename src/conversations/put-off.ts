import { backoff } from './backoff.ts';
import type { CarryOutParts } from './carry-out-parts.ts';
import { CodedError } from './errors/coded-error.ts';
import { firstLook } from './look-schedule.ts';
import type { ConversationRequest } from './request.ts';
import type { RequestEvent } from './transition.ts';

/** A request is put off for a day at most, counted from when it was wanted; then its author decides. */
const giveUpAfter = 24 * 3_600_000;

/**
 * Puts a request off: until the given time, or by a growing wait. A day after it was accepted, or came to its planned time, it is given up, with the last
 * reason: as refused when it cannot have been posted, else as unknown.
 */
export function putOff(
  request: ConversationRequest,
  error: CodedError,
  { clock, random, settleSchedule }: Pick<CarryOutParts, 'clock' | 'random' | 'settleSchedule'>,
  until?: Date,
): RequestEvent {
  const now = clock.now();
  const age = now.getTime() - (request.postAt ?? request.createdAt).getTime();
  if (age >= giveUpAfter) {
    if (!request.lookFirst) return { kind: 'refused', error };
    const lost = new CodedError('OUTCOME_UNKNOWN', {}, { cause: error });
    return { kind: 'outcome-unknown', error: lost, lookAt: firstLook(now, settleSchedule) };
  }
  const tries = Math.max(0, Math.floor(Math.log2(Math.max(1, age / 2_000))));
  return { kind: 'put-off', error, until: until ?? new Date(now.getTime() + backoff(tries, random)) };
}
