export interface FormatTimeOptions {
  /** BCP 47 language of the sentence that the time stands in. */
  readonly language: string;
  /** The person's locale, as the client sent it: says how their region writes times, if it is of that language. */
  readonly locale?: string;
  /** IANA name as the activity carries it; unknown ones are taken as UTC. */
  readonly timeZone?: string;
}

const nine = new Date('2026-01-01T09:00:00Z');

/** A planned moment, with its weekday and the whole name of the zone: `Mon, 30 Nov, 09:00 (Europe/Berlin)`. Never throws. */
export function formatPlan(moment: Date, { language, locale, timeZone }: FormatTimeOptions): string {
  const zone = knownZone(timeZone);
  const region = regionOf(locale, language);
  const time = new Intl.DateTimeFormat(region, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: usualHour(region),
    minute: '2-digit',
    timeZone: zone,
  }).format(moment);
  return `${time} (${zone})`;
}

/** A moment as a person reads it, with the zone's name: `20 Nov, 14:05 CET`. Never throws. */
export function formatTime(moment: Date, { language, locale, timeZone }: FormatTimeOptions): string {
  const region = regionOf(locale, language);
  return new Intl.DateTimeFormat(region, {
    day: 'numeric',
    month: 'short',
    hour: usualHour(region),
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: knownZone(timeZone),
  }).format(moment);
}

/** Whether hours before ten have a zero in front there, as the region's own short times have: `9:05 AM`, but `09:05`. */
function usualHour(region: string): 'numeric' | '2-digit' {
  const parts = new Intl.DateTimeFormat(region, { timeStyle: 'short', timeZone: 'UTC' }).formatToParts(nine);
  return parts.find(({ type }) => type === 'hour')?.value.length === 2 ? '2-digit' : 'numeric';
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
