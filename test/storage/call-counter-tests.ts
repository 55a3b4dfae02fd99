import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';
import { until } from './until.ts';

const hour = 3_600_000;

export function callCounterTests(createBench: CreateBench): void {
  describe('counts of calls', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const rows = () => bench.query('select caller, used, window_start from api_calls order by caller');

    it('go up by one for each call of a caller, however many come at once', async () => {
      const counts = await Promise.all(
        Array.from({ length: 20 }, () => storage.callCounter.count('ada', hour)),
      );
      const used = counts.map((count) => count.used).sort((one, other) => one - other);
      assert.deepEqual(
        used,
        Array.from({ length: 20 }, (_, n) => n + 1),
      );
      assert.equal((await storage.callCounter.count('ben', hour)).used, 1);
      for (const { resetMs } of counts) assert.ok(resetMs > 0 && resetMs <= hour, String(resetMs));
    });

    it('begin again with each window', async () => {
      await storage.callCounter.count('ada', 50);
      await storage.callCounter.count('ada', 50);
      await until(async () => (await storage.callCounter.count('ada', 50)).used === 1 || undefined);
    });

    it('do not begin again when the clock goes back', async () => {
      await storage.callCounter.count('ada', hour);
      await bench.query(`update api_calls set window_start = window_start + ${hour}`);
      const { used, resetMs } = await storage.callCounter.count('ada', hour);
      assert.equal(used, 2);
      assert.ok(resetMs > hour && resetMs <= 2 * hour, String(resetMs));
    });

    it('are swept when their window is over', async () => {
      await storage.callCounter.count('ada', hour);
      await storage.callCounter.count('ben', hour);
      await bench.query(
        `update api_calls set window_start = window_start - ${2 * hour} where caller = 'ada'`,
      );
      await storage.sweep(new Date());
      assert.deepEqual(
        (await rows()).map(({ caller }) => caller),
        ['ben'],
      );
    });
  });
}
