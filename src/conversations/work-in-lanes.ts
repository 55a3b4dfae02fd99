import type { Background } from './ports/background.ts';
import type { DueWork } from './work-due-rows.ts';

/**
 * Due work of which so many rows are worked on at once. As soon as one is done another is taken: one that takes long, say
 * because Microsoft 365 does not answer for one group, keeps nobody else waiting.
 *
 * @param parts.take takes up to so many rows that are due
 * @param parts.work the end of it is not waited for; what it throws is logged
 */
export function workInLanes<Row>(parts: {
  name: string;
  lanes: number;
  take(limit: number): Promise<readonly Row[]>;
  work(row: Row): Promise<unknown>;
  background: Background;
}): DueWork {
  const running = new Set<Promise<unknown>>();
  return {
    async workDue() {
      while (running.size >= parts.lanes) await Promise.race(running);
      const rows = await parts.take(parts.lanes - running.size);
      for (const row of rows) {
        const { promise: lane, resolve: free } = Promise.withResolvers<void>();
        running.add(lane);
        parts.background.run(parts.name, () =>
          parts.work(row).finally(() => {
            running.delete(lane);
            free();
          }),
        );
      }
      return rows.length;
    },
  };
}
