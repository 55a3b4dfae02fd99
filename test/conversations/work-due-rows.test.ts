import assert from 'node:assert/strict';
import type { Log } from '../../src/conversations/ports/log.ts';
import { workDueRows } from '../../src/conversations/work-due-rows.ts';

const nothing = (): void => {};

describe('looking for due rows', () => {
  /** Answers the pauses between looks, in milliseconds, until the looks that are given here are done. */
  async function pausesOf(looks: readonly (number | 'fails')[], interval: number): Promise<number[]> {
    const pauses: number[] = [];
    const done = Promise.withResolvers<void>();
    const left = [...looks];
    const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const timer = {
      async wait(ms: number, signal?: AbortSignal): Promise<void> {
        if (signal?.aborted) return;
        pauses.push(ms);
        if (left.length === 0) done.resolve();
      },
    };
    const work = {
      async workDue(): Promise<number> {
        const look = left.shift() ?? 0;
        if (look === 'fails') throw new Error('connect ECONNREFUSED');
        return look;
      },
    };
    const running = workDueRows(work, { timer, log, interval });
    await done.promise;
    await running.stop();
    return pauses.slice(0, looks.filter((look) => look === 'fails' || look === 0).length);
  }

  it('goes on at once while there are any, and pauses when there are none', async () => {
    assert.deepEqual(await pausesOf([3, 2, 0, 1, 0], 500), [500, 500]);
  });

  it('looks less and less often while it fails, and as before once it does not', async () => {
    const fails = Array.from({ length: 7 }, () => 'fails' as const);
    const pauses = await pausesOf([0, ...fails, 0, 'fails', 0], 500);
    assert.deepEqual(pauses, [500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000, 500, 1_000, 500]);
  });

  it('never looks more often than it was told', async () => {
    assert.deepEqual(await pausesOf(['fails', 'fails'], 300_000), [300_000, 300_000]);
  });
});
