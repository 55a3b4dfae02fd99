import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import type { Reason } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';

/** Each question, and the detail that says that it is asked. */
const questions: readonly (readonly [ErrorCode, detail: string])[] = [
  ['MANY_MEMBERS', 'members'],
  ['OUTSIDE_MEMBERS', 'guests'],
  ['OUTSIDE_PEOPLE', 'outside'],
];

/** How many, and who outside, would get a post: a sentence for each question that is asked. */
export function audienceLines({ details }: Reason, texts: Texts): string[] {
  const asked = questions.filter(([, detail]) => details[detail] !== undefined);
  return asked.map(([code]) => texts.error({ code, details }).says);
}
