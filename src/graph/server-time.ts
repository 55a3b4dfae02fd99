/** Graph's own time, learned from its answers and carried on by a clock that nobody sets. */
export interface ServerTime {
  /** Takes the `Date` of an answer; anything else in it changes nothing. */
  learn(headers: Headers): void;
  /** Graph's time now; undefined before the first answer. */
  now(): Date | undefined;
}

/**
 * One of these is shared by everything that talks to the same Graph. This machine's clock may be wrong or be set while
 * it runs, so that the time since the last answer is measured with one that only counts.
 *
 * @param monotonic milliseconds since any fixed moment
 */
export function createServerTime(monotonic: () => number = () => performance.now()): ServerTime {
  let last: { date: number; at: number } | undefined;
  return {
    learn(headers) {
      const date = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(date)) last = { date, at: monotonic() };
    },
    now: () => (last === undefined ? undefined : new Date(last.date + monotonic() - last.at)),
  };
}
