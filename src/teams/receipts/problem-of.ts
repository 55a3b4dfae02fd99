import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Problem, ProblemField } from '../../conversations/problem.ts';
import type { Reason } from '../../conversations/request.ts';

/** Which field of the form a refusal belongs to. */
export function problemOf({ code, details }: Reason): Problem {
  return { field: fieldOf(code), error: new CodedError(code, details) };
}

function fieldOf(code: Reason['code']): ProblemField {
  const aboutGroup = ['POSTING_NOT_ALLOWED', 'READING_NOT_ALLOWED', 'MAILBOX_UNAVAILABLE'];
  if (code.startsWith('GROUP_') || aboutGroup.includes(code)) return 'group';
  if (code.startsWith('CONVERSATION_')) return 'conversation';
  if (code.startsWith('PERSON_') || code === 'PEOPLE_NOT_READABLE') return 'people';
  return 'form';
}
