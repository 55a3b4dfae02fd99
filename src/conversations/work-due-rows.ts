import type { Log } from './ports/log.ts';
import type { Timer } from './ports/timer.ts';

export interface DueWork {
  /** Takes rows that are due and works on them; answers how many there were. */
  workDue(): Promise<number>;
}

export interface RunningDueWork {
  /** No new rows are taken; resolves when those taken are done. */
  stop(): Promise<void>;
}

/** Longest wait after failures, in milliseconds: soon enough once the database is back. */
const longest = 8_000;

/**
 * Looks for due rows again and again: at once while there are any, else after `interval` milliseconds. A failure is
 * logged and does not end it; while it keeps failing, it looks less and less often, which also keeps the log readable.
 */
export function workDueRows(
  work: DueWork,
  parts: { timer: Timer; log: Log; interval: number },
): RunningDueWork {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    let wait = parts.interval;
    while (!signal.aborted) {
      let taken = 0;
      try {
        taken = await work.workDue();
        wait = parts.interval;
      } catch (error) {
        parts.log.error({ error }, 'due rows could not be worked on');
        wait = Math.max(parts.interval, Math.min(wait * 2, longest));
      }
      if (taken === 0) await parts.timer.wait(wait, signal);
    }
  };
  const running = loop();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
