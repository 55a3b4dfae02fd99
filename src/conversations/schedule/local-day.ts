import { DateTime } from 'luxon';
import type { PlannedTime } from './planned-time.ts';

/** A date (`2026-11-30`) and a time (`09:00` or `09:00:30`) of a wall clock, as the inputs of a form have them. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

/**
 * The date and time that were typed, as a calendar in that zone has them now: a weekday is the next one on which the time
 * is still ahead (today, too), a date without a year the next one. A date that no calendar has comes back as it is.
 *
 * @param options.timeZone IANA name that is known
 */
export function localDay(
  { day, hour, minute, second }: PlannedTime,
  { timeZone, now }: { timeZone: string; now: Date },
): LocalTime {
  const here = DateTime.fromJSDate(now, { zone: timeZone });
  const seconds = second === 0 ? '' : `:${two(second)}`;
  const time = `${two(hour)}:${two(minute)}${seconds}`;
  const isAhead = here.hour * 3600 + here.minute * 60 + here.second < hour * 3600 + minute * 60 + second;
  switch (day.kind) {
    case 'date': {
      const { month, day: dayOfMonth } = day;
      const passed = month * 100 + dayOfMonth < here.month * 100 + here.day;
      const year = day.year ?? (passed ? here.year + 1 : here.year);
      return { date: `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`, time };
    }
    case 'weekday': {
      const days = (day.weekday - here.weekday + 7) % 7;
      return { date: dateIn(here, days === 0 && !isAhead ? 7 : days), time };
    }
    case 'ahead':
      return { date: dateIn(here, day.days), time };
    case 'next':
      return { date: dateIn(here, isAhead ? 0 : 1), time };
  }
}

function dateIn(here: DateTime, days: number): string {
  return here.plus({ days }).toFormat('yyyy-MM-dd');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
