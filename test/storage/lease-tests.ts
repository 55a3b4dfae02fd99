import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';
import { until } from './until.ts';

export function leaseTests(createBench: CreateBench): void {
  describe('leases and challenges', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    it('gives a lease to one of twenty, and another name to another', async () => {
      const twenty = await Promise.all(Array.from({ length: 20 }, () => storage.leases.take('a', 60_000)));
      assert.equal(twenty.filter((lease) => lease !== undefined).length, 1);
      assert.ok(await storage.leases.take('b', 60_000));
    });

    it('gives it away again once it was given back, or its time is over', async () => {
      const first = await storage.leases.take('a', 60_000);
      await first?.free();
      assert.equal(await first?.prolong(), false);
      const dead = await storage.leases.take('a', 20);
      const next = await until(() => storage.leases.take('a', 60_000));
      assert.equal(await dead?.prolong(), false, 'its time is over');
      await dead?.free();
      assert.equal(await storage.leases.take('a', 60_000), undefined, 'the old holder frees nothing');
      assert.equal(await next.prolong(), true);
    });

    it('sweeps leases that have ended', async () => {
      await storage.leases.take('ended', 0);
      await storage.leases.take('running', 60_000);
      await storage.sweep(new Date());
      assert.deepEqual(await bench.query('select name from leases'), [{ name: 'running' }]);
    });

    it('keeps a challenge per person, sealed', async () => {
      await storage.challenges.write(ada, '{"wanted":1}');
      assert.equal(await storage.challenges.read(ada), '{"wanted":1}');
      assert.equal(await storage.challenges.read(ben), undefined);
      assert.doesNotMatch(JSON.stringify(await bench.query('select * from challenges')), /wanted/);
      await storage.challenges.forget(ada);
      assert.equal(await storage.challenges.read(ada), undefined);
    });
  });
}
