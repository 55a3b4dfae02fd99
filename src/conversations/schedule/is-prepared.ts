import type { ConversationRequest } from '../request.ts';
import { isResolved } from '../resolve-target.ts';

/** Whether everything is looked up that a planned request needs at its time, and its author told who would get it. */
export function isPrepared({
  kind,
  target,
  typedPeople,
  audience,
  audienceConfirmed,
}: ConversationRequest): boolean {
  const isTold = audience !== undefined || audienceConfirmed === true;
  return isResolved(kind, target) && typedPeople === undefined && isTold;
}
