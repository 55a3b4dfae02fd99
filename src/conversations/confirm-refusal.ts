import type { CarryOutParts } from './carry-out-parts.ts';
import { CodedError } from './errors/coded-error.ts';
import type { ErrorCode } from './errors/error-table.ts';
import { firstLook } from './look-schedule.ts';
import { look } from './look.ts';
import type { ConversationRequest } from './request.ts';
import type { RequestEvent } from './transition.ts';

export type Refusal = RequestEvent & { kind: 'refused' };

/** Why a look could not be made that may be made later; anything else is as final as the refusal. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'GRAPH_UNREACHABLE',
  'GRAPH_THROTTLED',
  'LOOK_TOO_LARGE',
  'SIGN_IN_EXPIRED',
]);

/**
 * Looks once before a person is told that nothing was posted: a 404 may be about what has just been created, and a
 * redirect says only where to go on.
 *
 * @returns the refusal, `created` when it is there, `outcome-unknown` when that cannot be told yet
 */
export async function confirmRefusal(
  request: ConversationRequest,
  refusal: Refusal,
  token: string,
  parts: CarryOutParts,
): Promise<RequestEvent> {
  const { event } = await look(request, token, parts);
  if (event.kind === 'created') return event;
  if (!isOpen(event, request, refusal)) return refusal;
  return {
    kind: 'outcome-unknown',
    error: new CodedError('OUTCOME_UNKNOWN', {}, { cause: refusal.error }),
    lookAt: firstLook(parts.clock.now(), parts.settleSchedule),
  };
}

/** Whether a later look may tell more: one that could not be made, or an accepted reply, which takes its time to be there. */
function isOpen(event: RequestEvent, { kind }: ConversationRequest, { error }: Refusal): boolean {
  if (event.kind === 'not-looked') return passing.has(event.error.code);
  return kind === 'reply' && error.code !== 'TARGET_GONE';
}
