import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben } from './sample-request.ts';
import type { StorageBench } from './storage-bench.ts';

export function paceTests(createBench: () => Promise<StorageBench>): void {
  describe('how fast messages may be sent', () => {
    let bench: StorageBench;
    beforeEach(async () => {
      bench = await createBench();
    });
    afterEach(() => bench.dispose());

    const chat = { tenantId: ada.tenantId, chatId: 'a:1' };
    const taken = (waits: readonly number[]): number => waits.filter((wait) => wait === 0).length;
    const takeInOne = (storage: Storage, count: number) =>
      Promise.all(Array.from({ length: count }, () => storage.messagePace.take(chat)));
    const reopened = async (storage: Storage): Promise<Storage> => {
      await storage.close();
      return bench.open();
    };
    const takeInMany = (storage: Storage, count: number, tenantId = ada.tenantId) =>
      Promise.all(
        Array.from({ length: count }, (_, n) => storage.messagePace.take({ tenantId, chatId: `b:${n}` })),
      );

    it('is within the limits of a chat and a tenant', async () => {
      const storage = await bench.open({ noticeRate: 10 });
      const waits = await takeInOne(storage, 16);
      assert.equal(taken(waits), 7);
      assert.ok(waits.every((wait) => wait >= 0 && wait <= 1_700));
      assert.equal(taken(await takeInMany(storage, 16)), 3);
      assert.equal(
        taken(await takeInMany(storage, 16, `${ben.tenantId}-other`)),
        10,
        'each tenant has its own',
      );
    });

    it('is what the settings allow one chat', async () => {
      const storage = await bench.open({ chatLimits: [{ windowMs: 3_600_000, most: 12 }] });
      assert.equal(taken(await takeInOne(storage, 30)), 12);
    });

    it('is less by what was sent without waiting, at once where it was sent', async () => {
      const storage = await bench.open();
      for (let n = 0; n < 5; n += 1) storage.messagePace.count(chat);
      assert.equal(taken(await takeInOne(storage, 9)), 2);
    });

    it('counts what was sent last when it is closed, and goes on counting afterwards', async () => {
      const first = await bench.open();
      for (let n = 0; n < 7; n += 1) first.messagePace.count(chat);
      await first.close();
      const second = await bench.open();
      assert.equal(taken(await takeInOne(second, 3)), 0);
    });

    it('gives no place that came too late to be used at once', async () => {
      let now = 0;
      const storage = await bench.open({ elapsed: () => (now += 251) });
      const waits: number[] = [];
      for (let n = 0; n < 3; n += 1) waits.push(await storage.messagePace.take(chat));
      assert.deepEqual(
        waits.map((wait) => wait === 0),
        [false, false, true],
        'a database that is always late lets some through all the same',
      );
      const prompt = await takeInOne(await reopened(storage), 9);
      assert.equal(taken(prompt), 4, 'given-up places count, too');
    });

    it('takes one transaction for all that ask together', async () => {
      const storage = await bench.open({ noticeRate: 1_000 });
      assert.equal(taken(await takeInMany(storage, 500)), 500);
      const rows = await bench.query(`select count(*) as n from message_paces where scope like 'chat|%'`);
      assert.deepEqual(rows, [{ n: 500 }]);
    });
  });
}
