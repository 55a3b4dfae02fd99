/**
 * A moment on the clock of a time zone, with its offset: `2026-11-20T13:00:00.123+01:00`.
 *
 * @param timeZone IANA name.
 */
export function formatLocalTime(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const named = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const offset = named === 'GMT' ? '+00:00' : named.slice('GMT'.length);
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const shift = (hours * 60 + minutes) * (offset.startsWith('-') ? -60_000 : 60_000);
  return new Date(at.getTime() + shift).toISOString().replace('Z', offset);
}
