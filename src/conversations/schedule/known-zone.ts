import { IANAZone } from 'luxon';

/** The zone if the tz database knows it: a client may send anything. */
export function knownZone(timeZone: string | undefined): string | undefined {
  const name = timeZone?.trim() ?? '';
  return IANAZone.isValidZone(name) ? name : undefined;
}
