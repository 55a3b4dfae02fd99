export interface FormatTimeOptions {
  /** BCP 47 language of the sentence that the time stands in. */
  readonly language: string;
  /** The person's locale, as the client sent it: says how their region writes times, if it is of that language. */
  readonly locale?: string;
  /** IANA name as the activity carries it; unknown ones are taken as UTC. */
  readonly timeZone?: string;
}

/** A planned moment, with its weekday and the whole name of the zone: `Mon, 30 Nov, 09:00 (Europe/Berlin)`. Never throws. */
export function formatPlan(moment: Date, { language, locale, timeZone }: FormatTimeOptions): string {
  const zone = knownZone(timeZone);
  const time = new Intl.DateTimeFormat(regionOf(locale, language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(moment);
  return `${time} (${zone})`;
}

/** A moment as a person reads it, with the zone's name: `20 Nov, 14:05 CET`. Never throws. */
export function formatTime(moment: Date, { language, locale, timeZone }: FormatTimeOptions): string {
  return new Intl.DateTimeFormat(regionOf(locale, language), {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: knownZone(timeZone),
  }).format(moment);
}

/** The locale without its extensions (which could ask for other digits or another calendar), or the bare language. */
function regionOf(locale: string | undefined, language: string): string {
  try {
    const wanted = new Intl.Locale((locale ?? '').replaceAll('_', '-'));
    return wanted.language === language ? wanted.baseName : language;
  } catch {
    return language;
  }
}

function knownZone(timeZone = 'UTC'): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
