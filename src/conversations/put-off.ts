import { backoff } from './backoff.ts';
import type { CarryOutParts } from './carry-out-parts.ts';
import type { CodedError } from './errors/coded-error.ts';
import type { ConversationRequest } from './request.ts';
import type { RequestEvent } from './transition.ts';

/** A request is put off for a day at most; then its author decides. */
const giveUpAfter = 24 * 3_600_000;

/**
 * Puts a request off that cannot have been posted: until the given time, or by a growing wait; gives it up as refused,
 * with the last reason, a day after it was accepted.
 */
export function putOff(
  request: ConversationRequest,
  error: CodedError,
  { clock, random }: Pick<CarryOutParts, 'clock' | 'random'>,
  until?: Date,
): RequestEvent {
  const now = clock.now().getTime();
  const age = now - request.createdAt.getTime();
  if (age >= giveUpAfter) return { kind: 'refused', error };
  const tries = Math.max(0, Math.floor(Math.log2(Math.max(1, age / 2_000))));
  return { kind: 'put-off', error, until: until ?? new Date(now + backoff(tries, random)) };
}
