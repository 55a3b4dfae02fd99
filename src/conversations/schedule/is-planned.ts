import type { ConversationRequest } from '../request.ts';

/**
 * Whether a request waits for the time that its author wants it posted at, and nothing of it has left yet. One that waits
 * for a time because it had to be put off has a reason.
 */
export function isPlanned({
  state,
  waitingFor,
  postAt,
  reason,
}: Pick<ConversationRequest, 'state' | 'waitingFor' | 'postAt' | 'reason'>): boolean {
  return state === 'waiting' && waitingFor === 'time' && postAt !== undefined && reason === undefined;
}
