import { DateTime } from 'luxon';
import type { Draft } from '../ports/forms.ts';
import type { ConversationRequest } from '../request.ts';
import { knownZone } from './known-zone.ts';
import { localDay } from './local-day.ts';
import type { PlannedTime } from './planned-time.ts';

type PlanDraft = Pick<Draft, 'postDate' | 'postTime' | 'postZone'>;

/** A typed time as a form has it: in the zone that was typed, else the client's. Without a zone a weekday stays open. */
export function typedPlanDraft(
  plan: PlannedTime,
  { timeZone, now }: { timeZone: string | undefined; now: Date },
): PlanDraft {
  const zone = knownZone(plan.timeZone ?? timeZone);
  const { date, time } = localDay(plan, { timeZone: zone ?? 'UTC', now });
  const isDated = zone !== undefined || plan.day.kind === 'date';
  return {
    ...(isDated && { postDate: date }),
    postTime: time,
    ...(plan.timeZone !== undefined && { postZone: plan.timeZone }),
  };
}

/** When a request is planned, as its form has it; nothing once its time has come. */
export function planDraftOf({
  postAt,
  updatedAt,
  place,
}: Pick<ConversationRequest, 'postAt' | 'updatedAt' | 'place'>): PlanDraft {
  const zone = knownZone(place?.timeZone);
  if (postAt === undefined || postAt <= updatedAt || zone === undefined) return {};
  const local = DateTime.fromJSDate(postAt, { zone });
  return {
    postDate: local.toFormat('yyyy-MM-dd'),
    postTime: local.toFormat(local.second === 0 ? 'HH:mm' : 'HH:mm:ss'),
    postZone: zone,
  };
}
