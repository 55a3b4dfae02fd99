import { DateTime } from 'luxon';
import type { NoticeSettings } from './notice-settings.ts';

type When = Pick<NoticeSettings, 'timeZone' | 'quiet' | 'digestAt'>;

/**
 * When something that came in at `since` may be shown, seen from `now`: at once, at the end of the quiet hours, or at the
 * first digest after it came in. Where a clock change skips a time of day, the time after the gap counts; where one comes
 * twice, the first. An unknown zone counts as UTC.
 *
 * @returns `now` itself when it may be shown now, else a later time
 */
export function nextNoticeTime(now: Date, since: Date, settings: When): Date {
  const { timeZone, quiet, digestAt } = settings;
  if (digestAt !== undefined) {
    const digest = nextTimeOfDay(since, digestAt, timeZone);
    return digest > now ? digest : now;
  }
  if (quiet === undefined || !isQuiet(now, quiet, timeZone)) return now;
  return nextTimeOfDay(now, quiet.to, timeZone);
}

/** Whether a time is in the quiet hours: `from` belongs to them, `to` does not. */
export function isQuiet(time: Date, { from, to }: { from: string; to: string }, timeZone: string): boolean {
  const local = inZone(time, timeZone);
  // The last beginning and the last end before now, whichever is nearer, say which of the two it is.
  const began = lastTimeOfDay(local, from);
  const ended = lastTimeOfDay(local, to);
  return began > ended;
}

/** The first moment after `after` at which clocks in the zone show that time of day. */
export function nextTimeOfDay(after: Date, timeOfDay: string, timeZone: string): Date {
  const local = inZone(after, timeZone);
  for (let days = 0; ; days += 1) {
    const at = atTimeOfDay(local.plus({ days }), timeOfDay);
    if (at.toMillis() > after.getTime()) return at.toJSDate();
  }
}

function lastTimeOfDay(local: DateTime, timeOfDay: string): number {
  for (let days = 0; ; days += 1) {
    const at = atTimeOfDay(local.minus({ days }), timeOfDay).toMillis();
    if (at <= local.toMillis()) return at;
  }
}

/** On the same day. */
function atTimeOfDay(local: DateTime, timeOfDay: string): DateTime {
  const [hour = 0, minute = 0] = timeOfDay.split(':').map(Number);
  const at = local.startOf('day').set({ hour, minute });
  // Luxon may take either of two: the first one is an hour earlier and reads the same.
  const before = at.minus({ hours: 1 });
  return before.hour === at.hour && before.minute === at.minute ? before : at;
}

function inZone(time: Date, timeZone: string): DateTime {
  const local = DateTime.fromJSDate(time, { zone: timeZone });
  return local.isValid ? local : DateTime.fromJSDate(time, { zone: 'utc' });
}
