/** A day as it was typed: a date, a weekday (ISO: Monday is 1), so many days from today, or the next on which it fits. */
export type PlannedDay =
  | { readonly kind: 'date'; readonly year?: number; readonly month: number; readonly day: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'next' };

/** A time of somebody's clock and calendar, before it is known where they are. */
export interface PlannedTime {
  readonly day: PlannedDay;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** IANA name, where one was typed. */
  readonly timeZone?: string;
}
