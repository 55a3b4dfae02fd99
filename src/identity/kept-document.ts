import type { Clock } from '../conversations/ports/clock.ts';

export interface KeptDocument<T> {
  /** The document, read again when it is older than `maxAgeMs`; an old one is kept while reading fails. */
  get(): Promise<T>;
  /** Reads again because something is missing in it, at most once in `pauseMs`; else what is there. */
  refresh(): Promise<T>;
}

/**
 * A remote document in memory, read by one flight at a time.
 *
 * @param options.load reads it; what it throws reaches the caller only while there is no document at all.
 */
export function createKeptDocument<T>(options: {
  load: () => Promise<T>;
  clock: Clock;
  maxAgeMs: number;
  pauseMs: number;
}): KeptDocument<T> {
  let kept: { value: T; readAt: number } | undefined;
  let attemptedAt = -Infinity;
  let flight: Promise<T> | undefined;

  async function read(): Promise<T> {
    attemptedAt = options.clock.now().getTime();
    try {
      const value = await options.load();
      kept = { value, readAt: options.clock.now().getTime() };
      return value;
    } catch (error) {
      if (kept) return kept.value;
      throw error;
    } finally {
      flight = undefined;
    }
  }

  function readUnlessPaused(): Promise<T> {
    if (flight) return flight;
    const paused = options.clock.now().getTime() - attemptedAt < options.pauseMs;
    if (kept && paused) return Promise.resolve(kept.value);
    return (flight = read());
  }

  return {
    async get() {
      const fresh = kept && options.clock.now().getTime() - kept.readAt < options.maxAgeMs;
      return kept && fresh ? kept.value : readUnlessPaused();
    },
    refresh: readUnlessPaused,
  };
}
