import type { PlannedDay, PlannedTime } from '../../conversations/schedule/planned-time.ts';

/** Weekdays as they are typed, in English and German, in full or short; Monday first. */
const weekdays: readonly (readonly string[])[] = [
  ['monday', 'mon', 'montag', 'mo'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'di'],
  ['wednesday', 'wed', 'mittwoch', 'mi'],
  ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'do'],
  ['friday', 'fri', 'freitag', 'fr'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'sa'],
  ['sunday', 'sun', 'sonntag', 'so'],
];

/** Days from today. */
const daysAhead: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  'day after tomorrow': 2,
  übermorgen: 2,
  uebermorgen: 2,
};

/** A longer text is no time. */
const longest = 80;

/**
 * Reads a date and time as people type them, in English or German words: `9:00`, `Monday 9:00`, `Mo 9.30`, `tomorrow 9 am`,
 * `morgen um 9 Uhr`, `2026-12-01 9:00`, `1.12.2026 9:00`, each with the name of a time zone behind it or without.
 *
 * @returns undefined for anything else, dates like `12/1` among it, which mean different days in different countries
 */
export function parseTime(typed: string): PlannedTime | undefined {
  if (typed.length > longest) return undefined;
  const text = typed
    .normalize('NFKC')
    .replaceAll('&nbsp;', ' ')
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ');
  const [, before = '', clock = '', zone] =
    /^(.*?)((?:(?<=^|\s|t)\d{1,2}(?:[:.]\d{2}){0,2} ?(?:a\.?m\.?|p\.?m\.?|uhr|o’clock|o'clock)?))(?: (utc|[a-z]+(?:\/[a-z0-9_+-]+)+))?$/.exec(
      text,
    ) ?? [];
  const time = readClock(clock);
  const day = readDay(before);
  if (time === undefined || day === undefined) return undefined;
  return { day, ...time, ...(zone !== undefined && { timeZone: zoneName(typed, zone) }) };
}

function readClock(clock: string): Pick<PlannedTime, 'hour' | 'minute' | 'second'> | undefined {
  const [, hours = '', minute = '', second = '', mark = ''] =
    /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)? ?([a-z.’']*)$/.exec(clock) ?? [];
  // A number alone may be anything.
  if (hours === '' || minute + mark === '') return undefined;
  const hour = hourOf(Number(hours), mark.replaceAll('.', ''));
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return { hour, minute: Number(minute), second: Number(second) };
}

/** The hour of 24; 24 for one that no clock of twelve hours has. */
function hourOf(typed: number, mark: string): number {
  if (mark !== 'am' && mark !== 'pm') return typed;
  return typed < 1 || typed > 12 ? 24 : (typed % 12) + (mark === 'pm' ? 12 : 0);
}

function readDay(before: string): PlannedDay | undefined {
  const said = before
    .trim()
    .replace(/(?:^|[ ,])(?:at|um|gegen)$/, '')
    .replace(/^(?:on|am) /, '')
    .replace(/[.,]+$/, '')
    .trim();
  if (said === '') return { kind: 'next' };
  const days = Object.hasOwn(daysAhead, said) ? daysAhead[said] : undefined;
  if (days !== undefined) return { kind: 'ahead', days };
  const weekday = weekdays.findIndex((names) => names.includes(said)) + 1;
  return weekday > 0 ? { kind: 'weekday', weekday } : readDate(said);
}

function readDate(said: string): PlannedDay | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})t?$/.exec(said);
  if (iso !== null) return { kind: 'date', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4})?)?$/.exec(said);
  if (dotted === null) return undefined;
  const [, day, month, year] = dotted;
  return {
    kind: 'date',
    ...(year !== undefined && { year: Number(year) }),
    month: Number(month),
    day: Number(day),
  };
}

/** The zone as it was typed, in its own capitals. */
function zoneName(typed: string, zone: string): string {
  return typed.trim().slice(-zone.length);
}
