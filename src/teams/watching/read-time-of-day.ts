/**
 * A time of day as people type it (`18:30`, `7.05`, `9`) as `HH:mm`.
 *
 * @returns undefined for nothing, null for what is no time of day
 */
export function readTimeOfDay(typed: string): string | null | undefined {
  if (typed === '') return undefined;
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
