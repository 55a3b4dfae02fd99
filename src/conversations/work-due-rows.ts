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

/**
 * Looks for due rows again and again: at once while there are any, else after `interval` milliseconds. A failure is
 * logged and does not end it.
 */
export function workDueRows(
  work: DueWork,
  parts: { timer: Timer; log: Log; interval: number },
): RunningDueWork {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    while (!signal.aborted) {
      let taken = 0;
      try {
        taken = await work.workDue();
      } catch (error) {
        parts.log.error({ error }, 'due rows could not be worked on');
      }
      if (taken === 0) await parts.timer.wait(parts.interval, signal);
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
