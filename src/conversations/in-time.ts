import type { Timer } from './ports/timer.ts';

/** What the work answers within `patience` milliseconds, else undefined; the work goes on either way. */
export async function inTime<T>(
  work: Promise<T>,
  { timer, patience }: { timer: Timer; patience: number },
): Promise<T | undefined> {
  const answered = new AbortController();
  try {
    return await Promise.race([work, timer.wait(patience, answered.signal).then(() => undefined)]);
  } finally {
    answered.abort();
  }
}
