import { DateTime } from 'luxon';
import { knownZone } from './known-zone.ts';

/** Whether the wall clock of a zone shows the time of this moment twice that night, because clocks go back. */
export function comesTwice(moment: Date, timeZone: string | undefined): boolean {
  const zone = knownZone(timeZone);
  if (zone === undefined) return false;
  return DateTime.fromJSDate(moment, { zone }).getPossibleOffsets().length > 1;
}
