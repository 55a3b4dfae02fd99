import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben } from './sample-request.ts';
import type { StorageBench } from './storage-bench.ts';
import { until } from './until.ts';

export function personInstallTests(createBench: () => Promise<StorageBench>): void {
  describe('for whom it was installed', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    it('lets one of many try, and others later', async () => {
      const { personInstalls } = storage;
      const tries = await Promise.all(Array.from({ length: 8 }, () => personInstalls.begin(ada, 60_000)));
      assert.equal(tries.filter((each) => each === undefined).length, 1);
      assert.ok(tries.every((each) => each === undefined || each.state === 'trying'));
      assert.equal(await personInstalls.begin(ben, 60_000), undefined);
      await personInstalls.end(ada, 'refused', 60_000);
      assert.equal((await personInstalls.begin(ada, 60_000))?.state, 'refused');
      await personInstalls.end(ben, 'installed', 60_000);
      const installed = await personInstalls.begin(ben, 60_000);
      assert.ok(installed?.state === 'installed' && installed.sinceMs < 60_000);
    });

    it('lets somebody try again when one has died, or the rest is over', async () => {
      const { personInstalls } = storage;
      await personInstalls.begin(ada, 20);
      await until(async () => ((await personInstalls.begin(ada, 60_000)) === undefined ? true : undefined));
      await personInstalls.end(ada, 'refused', 0);
      assert.equal(await personInstalls.begin(ada, 60_000), undefined);
    });

    it('remembers for good that somebody has removed it, until they have it again', async () => {
      const { personInstalls } = storage;
      await personInstalls.begin(ada, 60_000);
      await personInstalls.removed(ada);
      await personInstalls.end(ada, 'installed', 0);
      await storage.sweep(new Date());
      assert.equal((await personInstalls.begin(ada, 0))?.state, 'removed');
      await personInstalls.added(ada);
      assert.equal(await personInstalls.begin(ada, 60_000), undefined);
    });

    it('forgets what is over', async () => {
      await storage.personInstalls.begin(ada, 0);
      await storage.sweep(new Date());
      assert.deepEqual(await bench.query('select count(*) as n from person_installs'), [{ n: 0 }]);
    });
  });
}
