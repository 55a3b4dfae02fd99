import { manyMembers, type Audience } from './audience.ts';
import { audienceQuestion } from './audience-question.ts';
import type { ConversationRequest, Reason } from './request.ts';

/** By how much an audience can grow after its author was told of it, before that is another audience. */
const growth = 1.25;

/**
 * What is still to be asked about the audience of a request when it is about to be posted. What its author was told when it
 * was planned is not asked about again, unless the audience has grown by more than a quarter since, or into another kind.
 *
 * @param now who would get it now; what cannot be told any more is as it was
 */
export function questionBeforePosting(
  { audience: then, audienceConfirmed, target }: ConversationRequest,
  now: Audience,
): Reason | undefined {
  const question = audienceQuestion({ ...then, ...now }, target.group?.name ?? target.typedGroup);
  if (then === undefined || question === undefined) return question;
  const isAnswered = audienceConfirmed === true || audienceQuestion(then, '') === undefined;
  return isAnswered && !hasGrown(then, now) ? undefined : question;
}

function hasGrown(then: Audience, now: Audience): boolean {
  return (
    isMore(then.members, now.members, manyMembers) ||
    isMore(then.guests, now.guests) ||
    isMore(then.outside.length, now.outside.length)
  );
}

/** Whether that many now call for a question which so many then did not. */
function isMore(then = 0, now = 0, asksAbove = 0): boolean {
  return now > asksAbove && now > then * growth;
}
