/** Counts events by key in sliding windows, exactly: a window of `windowMs` holds what is less than that apart. */
export interface SlidingCount {
  /** @param at epoch milliseconds, never less than before */
  add(key: string, at: number): void;
  /** How many there were in the window that ends with `at`, which is part of it. */
  within(key: string, windowMs: number, at: number): number;
  /** How long after `at` fewer than `most` are left in the window, in milliseconds; 0 when that is so at `at`. */
  untilFewerThan(most: number, key: string, windowMs: number, at: number): number;
  /** The most that any window of this length ever held, over all keys. */
  highest(windowMs: number): number;
  clear(): void;
}

/** @param windows their lengths in milliseconds; what is older than the longest is forgotten */
export function createSlidingCount(windows: readonly number[]): SlidingCount {
  const longest = Math.max(...windows);
  const times = new Map<string, number[]>();
  const highest = new Map<number, number>();
  const timesOf = (key: string): readonly number[] => times.get(key) ?? [];

  function within(key: string, windowMs: number, at: number): number {
    const all = timesOf(key);
    return all.length - firstAfter(all, at - windowMs);
  }

  return {
    add(key, at) {
      const all = times.get(key) ?? [];
      times.set(key, all);
      all.push(at);
      // Now and then, so that it costs nothing each time.
      const old = firstAfter(all, at - longest);
      if (old > all.length / 2) all.splice(0, old);
      for (const windowMs of windows)
        highest.set(windowMs, Math.max(highest.get(windowMs) ?? 0, within(key, windowMs, at)));
    },
    within,
    untilFewerThan(most, key, windowMs, at) {
      const all = timesOf(key);
      const last = all[all.length - most];
      return last === undefined ? 0 : Math.max(0, last + windowMs - at);
    },
    highest: (windowMs) => highest.get(windowMs) ?? 0,
    clear() {
      times.clear();
      highest.clear();
    },
  };
}

/** Index of the first time after `limit`; the times ascend. */
function firstAfter(times: readonly number[], limit: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
