import type { CarryOutParts } from './carry-out-parts.ts';
import { look } from './look.ts';
import { nextLook } from './look-schedule.ts';
import type { ConversationRequest } from './request.ts';
import type { RequestEvent } from './transition.ts';

/**
 * One look for a post that Graph accepted without naming it. Nothing depends on it but what the receipt says: when the
 * schedule ends without it, the request stays accepted.
 */
export async function readBack(request: ConversationRequest, parts: CarryOutParts): Promise<RequestEvent> {
  const { tokens, clock, settleSchedule } = parts;
  const answer = await tokens.graphToken(request.author);
  if (answer.kind === 'token') {
    const { event } = await look(request, answer.token, parts);
    if (event.kind === 'created') return { ...event, kind: 'read-back', alsoFound: event.alsoFound ?? [] };
  }
  return { kind: 'not-read-back', lookAt: nextLook(request, true, clock.now(), settleSchedule) };
}
