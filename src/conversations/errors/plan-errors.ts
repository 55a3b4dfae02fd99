/** The part of the error table that is about when something is to be posted. */
export const planErrors = {
  PLAN_UNCLEAR: [
    400,
    'I cannot read “{when}” as a date and time.',
    'Write it like 2026-12-01 9:00, Monday 9:00, tomorrow 9:30 or 9:00, or choose it in the form.',
  ],
  PLAN_TIME_MISSING: [
    400,
    'There is a date, but no time of day.',
    'Choose the time as well, or clear the date.',
  ],
  PLAN_PAST: [400, 'This time has passed.', 'Choose a later one, or clear date and time to post it now.'],
  PLAN_TOO_FAR: [
    400,
    'I plan {limit} days ahead at most.',
    'Choose an earlier date, or put a reminder into your calendar.',
  ],
  PLAN_TIME_SKIPPED: [
    400,
    'There is no {time} on that day in {zone}, because the clocks go forward.',
    'Choose a time before or after it.',
  ],
  PLAN_CHANGED: [
    409,
    'What you changed does not wait any more: it was posted, discarded or changed elsewhere.',
    'Nothing of this form was posted. Send it if you want it as a new one.',
  ],
  ZONE_MISSING: [
    400,
    'Teams did not tell me your time zone, so I cannot tell when that is.',
    'Type its name, like Europe/Berlin.',
  ],
  ZONE_UNKNOWN: [
    400,
    'I do not know the time zone “{zone}”.',
    'Type a name like Europe/Berlin or America/New_York.',
  ],
} as const satisfies Record<string, readonly [status: number, says: string, next: string]>;
