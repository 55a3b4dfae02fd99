import { checkContent, type Content } from '../../conversations/check-content.ts';
import type { CodedError } from '../../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../../conversations/errors/error-table.ts';
import type { Draft } from '../../conversations/ports/forms.ts';
import type { Problem, ProblemField } from '../../conversations/problem.ts';
import type { Body, ReceiptPlace } from '../../conversations/request.ts';
import { planAt } from '../../conversations/schedule/plan-at.ts';
import { contentOf } from './content-of.ts';

/** What a form or command wants posted and when, and everything that keeps it from being stored. */
export interface PlannedContent {
  readonly content: Content;
  readonly problems: Problem[];
  /** Where its receipt goes, with the zone in which that tells the planned time. */
  readonly place: ReceiptPlace;
}

/**
 * Reads a draft with its date and time, in the zone that was typed, or else in that of the person's client.
 *
 * @param options.posted what is posted of the text, where that is known already
 */
export function plannedContent(
  draft: Draft,
  { place, now, posted }: { place: ReceiptPlace; now: Date; posted?: Body },
): PlannedContent {
  const { postDate = '', postTime = '', postZone } = draft;
  const timeZone = postZone ?? place.timeZone;
  const { postAt, error } = planAt({ date: postDate, time: postTime }, { timeZone, now });
  const content = { ...contentOf(draft, posted), ...(postAt !== undefined && { postAt }) };
  return {
    content,
    problems: [...checkContent(content), ...(error === undefined ? [] : [planProblem(error)])],
    place: postAt === undefined || timeZone === undefined ? place : { ...place, timeZone },
  };
}

const fields: Partial<Record<ErrorCode, ProblemField>> = {
  PLAN_TOO_FAR: 'postDate',
  ZONE_MISSING: 'postZone',
  ZONE_UNKNOWN: 'postZone',
};

function planProblem(error: CodedError): Problem {
  return { field: fields[error.code] ?? 'postTime', error };
}
