import type { Activity } from 'botbuilder';

/** What a person's client is set to, as it says itself: not checked against anything. */
export interface ClientSettings {
  /** BCP 47. */
  readonly locale?: string;
  /** IANA name. */
  readonly timeZone?: string;
}

/** The client's language and zone: of the activity, or of its `clientInfo` where the activity leaves them out. */
export function clientSettings(activity: Activity): ClientSettings {
  const client = (activity.entities ?? []).find(({ type }) => type === 'clientInfo') ?? {};
  const { locale, timezone } = client as { locale?: unknown; timezone?: unknown };
  const language = firstText(activity.locale, locale);
  const zone = firstText(activity.localTimezone, timezone);
  return {
    ...(language !== undefined && { locale: language }),
    ...(zone !== undefined && { timeZone: zone }),
  };
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}
