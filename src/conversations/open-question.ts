import { audienceQuestion } from './audience-question.ts';
import type { ErrorCode } from './errors/error-table.ts';
import type { ConversationRequest, Reason } from './request.ts';
import { isPlanned } from './schedule/is-planned.ts';

const questions: ReadonlySet<ErrorCode> = new Set(['MANY_MEMBERS', 'OUTSIDE_MEMBERS', 'OUTSIDE_PEOPLE']);

/**
 * What its author is asked about how many, or who, would get a request, and has not answered yet. What is planned keeps its
 * time while it is asked about; anything else waits for the answer.
 */
export function openQuestion(request: ConversationRequest): Reason | undefined {
  const { waitingFor, reason, audience, audienceConfirmed, target } = request;
  if (isPlanned(request)) {
    if (audience === undefined || audienceConfirmed) return undefined;
    return audienceQuestion(audience, target.group?.name ?? target.typedGroup);
  }
  return waitingFor === 'author' && reason !== undefined && questions.has(reason.code) ? reason : undefined;
}
