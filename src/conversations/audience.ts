import type { ErrorCode } from './errors/error-table.ts';
import type { ConversationRequest } from './request.ts';

/** A group with more members than this is many people, who are not written to by a slip. */
export const manyMembers = 100;

const questions: ReadonlySet<ErrorCode> = new Set(['MANY_MEMBERS', 'OUTSIDE_MEMBERS', 'OUTSIDE_PEOPLE']);

/** Whether a request waits because of how many, or who, would get it. */
export function asksAudience({ reason }: Pick<ConversationRequest, 'reason'>): boolean {
  return reason !== undefined && questions.has(reason.code);
}
