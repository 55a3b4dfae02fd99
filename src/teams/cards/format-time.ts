export interface FormatTimeOptions {
  readonly locale: string;
  /** IANA name as the activity carries it; unknown ones are taken as UTC. */
  readonly timeZone?: string;
}

/** A moment as a person reads it, with the zone's name: `20 Nov, 14:05 CET`. */
export function formatTime(moment: Date, { locale, timeZone = 'UTC' }: FormatTimeOptions): string {
  const look = {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...look, timeZone }).format(moment);
  } catch {
    // Clients send what they like as locale and zone; both throw RangeError here.
    return new Intl.DateTimeFormat('en', { ...look, timeZone: 'UTC' }).format(moment);
  }
}
