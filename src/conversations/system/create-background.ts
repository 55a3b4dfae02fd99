import type { Background } from '../ports/background.ts';
import type { Log } from '../ports/log.ts';

/** Background work that can be waited for. */
export interface RunningBackground extends Background {
  /** Resolves when nothing is running any more. */
  idle(): Promise<void>;
}

export function createBackground(log: Log): RunningBackground {
  const running = new Set<Promise<void>>();
  return {
    run(name, work) {
      const task = work()
        .then(
          () => {},
          (error: unknown) => log.error({ kind: name, error }, 'background work failed'),
        )
        .finally(() => running.delete(task));
      running.add(task);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
