import type { CarryOutParts } from './carry-out-parts.ts';
import { refusedToken, type Renewal, type Step } from './decide.ts';
import { CodedError } from './errors/coded-error.ts';
import type { PostingOutcome } from './ports/mailbox.ts';
import { putOff } from './put-off.ts';
import type { ConversationRequest } from './request.ts';
import { retryAt } from './retry-at.ts';

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
        : { event: { kind: 'refused', error: named(outcome.error, request) } };
    case 'not-found':
    case 'refused':
      return { event: { kind: 'refused', error: named(outcome.error, request) } };
    case 'throttled':
      return { event: putOff(request, outcome.error, parts, retryAt(outcome.retryAfterMs, parts)) };
    case 'unknown':
      return { event: { kind: 'outcome-unknown', error: outcome.error } };
  }
}

/** The mailbox knows the group by its id only; people know it by its name. */
function named(error: CodedError, { target }: ConversationRequest): CodedError {
  const group = target.group?.name ?? target.typedGroup;
  return new CodedError(error.code, { ...error.details, group }, { cause: error });
}
