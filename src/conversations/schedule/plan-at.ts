import { DateTime } from 'luxon';
import { CodedError } from '../errors/coded-error.ts';
import { knownZone } from './known-zone.ts';
import { localDay, type LocalTime } from './local-day.ts';

/** The farthest that something can be planned ahead, in days. */
const daysAhead = 90;

/** When something is to be posted, or why that cannot be; both for a time that has passed, neither for none. */
export interface Plan {
  readonly postAt?: Date;
  readonly error?: CodedError;
}

/**
 * The moment at which a wall clock in that zone shows a date and a time. Without a date the next such time. Of a time that
 * comes twice (clocks go back) it is the first that is still ahead; one that never comes (clocks go forward) is asked back.
 *
 * @param local empty texts for what was not given
 * @param options.timeZone as the client or the person said it, unchecked
 */
export function planAt(
  { date, time }: LocalTime,
  { timeZone, now }: { timeZone: string | undefined; now: Date },
): Plan {
  if (date === '' && time === '') return {};
  if (time === '') return { error: new CodedError('PLAN_TIME_MISSING') };
  const zone = knownZone(timeZone);
  if (zone === undefined) return { error: unknownZone(timeZone) };
  const clock = readTime(time);
  if (clock === undefined)
    return { error: new CodedError('PLAN_UNCLEAR', { when: `${date} ${time}`.trim() }) };
  const { hour, minute, second } = clock;
  const day =
    date === '' ? localDay({ day: { kind: 'next' }, ...clock }, { timeZone: zone, now }).date : date;
  const midnight = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone });
  if (!midnight.isValid) return { error: new CodedError('PLAN_UNCLEAR', { when: `${day} ${time}` }) };
  const { year, month, day: dayOfMonth } = midnight;
  const wanted = DateTime.fromObject({ year, month, day: dayOfMonth, hour, minute, second }, { zone });
  if (wanted.hour !== hour || wanted.minute !== minute)
    return { error: new CodedError('PLAN_TIME_SKIPPED', { time, zone }) };
  const twice = wanted.getPossibleOffsets();
  const chosen = twice.find((each) => each.toMillis() > now.getTime()) ?? twice.at(-1) ?? wanted;
  return check(chosen.toJSDate(), now);
}

function check(postAt: Date, now: Date): Plan {
  if (postAt <= now) return { postAt, error: new CodedError('PLAN_PAST') };
  if (postAt.getTime() - now.getTime() > daysAhead * 86_400_000)
    return { error: new CodedError('PLAN_TOO_FAR', { limit: String(daysAhead) }) };
  return { postAt };
}

function unknownZone(timeZone = ''): CodedError {
  return timeZone.trim() === ''
    ? new CodedError('ZONE_MISSING')
    : new CodedError('ZONE_UNKNOWN', { zone: timeZone.trim() });
}

function readTime(time: string): { hour: number; minute: number; second: number } | undefined {
  const [, hour = '', minute = '', second = '0'] =
    /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time.trim()) ?? [];
  if (hour === '') return undefined;
  return { hour: Number(hour), minute: Number(minute), second: Number(second) };
}
