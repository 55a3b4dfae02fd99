import type { CarryOutParts } from './carry-out-parts.ts';
import { refusedToken, type Renewal, type Step } from './decide.ts';
import type { PostingOutcome } from './ports/mailbox.ts';
import { putOff } from './put-off.ts';
import type { ConversationRequest } from './request.ts';

/** Graph's `Retry-After` is followed up to an hour. */
const longestRetryAfter = 3_600_000;

/** What one POST's end means for the request. */
export function readOutcome(
  request: ConversationRequest,
  outcome: PostingOutcome,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Step {
  switch (outcome.kind) {
    case 'created':
      return { event: { kind: 'created', created: outcome.created } };
    case 'unauthorized':
      return refusedToken(outcome.error, renewal, outcome.claims);
    case 'never-sent':
      return { event: putOff(request, outcome.error, parts) };
    case 'marker-refused':
      return request.marker
        ? { event: { kind: 'marker-refused' } }
        : { event: { kind: 'refused', error: outcome.error } };
    case 'not-found':
    case 'refused':
      return { event: { kind: 'refused', error: outcome.error } };
    case 'throttled':
      return { event: putOff(request, outcome.error, parts, retryAt(outcome.retryAfterMs, parts)) };
    case 'unknown':
      return { event: { kind: 'outcome-unknown', error: outcome.error } };
  }
}

function retryAt(retryAfterMs: number | undefined, parts: CarryOutParts): Date | undefined {
  if (retryAfterMs === undefined) return undefined;
  const wait = Math.min(retryAfterMs, longestRetryAfter) * (1 + parts.random() / 10);
  return new Date(parts.clock.now().getTime() + wait);
}
