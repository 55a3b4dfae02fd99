import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { sampleRequest } from './sample-request.ts';
import type { BenchOptions, CreateBench, StorageBench } from './storage-bench.ts';
import { until } from './until.ts';

export function receiptTests(createBench: CreateBench): void {
  describe('receipts', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open({ receiptGraceMs: 0 });
    });
    afterEach(() => bench.dispose());

    async function reopen(options: BenchOptions): Promise<void> {
      await storage.close();
      storage = await bench.open(options);
    }

    async function accept(...changes: Parameters<typeof sampleRequest>) {
      const { request } = await storage.ledger.accept(sampleRequest(...changes), 'one');
      return request;
    }

    const due = async (worker = 'worker') =>
      (await storage.ledger.takeDueReceipts(worker, 10)).map(({ id, version }) => ({ id, version }));

    it('are due from the start, and again after each write, until the newest version is shown', async () => {
      const request = await accept();
      assert.deepEqual(await due(), [{ id: request.id, version: 1 }]);
      await storage.ledger.receiptShown(request.id, { activityId: 'card', version: 1 }, 'worker');
      assert.deepEqual(await due(), []);
      await storage.ledger.write(request, 'one');
      assert.deepEqual(await due(), [{ id: request.id, version: 2 }]);
      await storage.ledger.receiptShown(request.id, { activityId: 'card', version: 2 }, 'worker');
      assert.deepEqual(await due(), []);
      const written = await storage.ledger.find(request.id);
      assert.deepEqual(written, {
        ...request,
        version: 2,
        receipt: { activityId: 'card', version: 2 },
      });
      await storage.ledger.writeOver(written);
      assert.deepEqual(await due(), [{ id: request.id, version: 3 }]);
    });

    it('wait for the grace after accepting and after a write', async () => {
      await reopen({ receiptGraceMs: 3_600_000 });
      const request = await accept();
      assert.deepEqual(await due(), []);
      await storage.ledger.write(request, 'one');
      assert.deepEqual(await due(), []);
      const [row] = await bench.query('select due_at from receipts');
      const inMs = Number(row?.due_at) - Date.now();
      assert.ok(inMs > 3_500_000 && inMs <= 3_601_000, `${inMs}`);
    });

    it('can be taken before they are due, by one worker at a time', async () => {
      await reopen({ receiptGraceMs: 3_600_000 });
      const request = await accept();
      const workers = Array.from({ length: 20 }, (_, n) => `worker ${n}`);
      const taken = await Promise.all(
        workers.map((worker) => storage.ledger.takeReceipt(request.id, worker)),
      );
      assert.deepEqual(
        taken.filter((row) => row !== undefined),
        [request],
      );
      assert.equal(await storage.ledger.takeReceipt('unknown', 'worker'), undefined);
    });

    it('are held apart from their requests', async () => {
      const request = await accept();
      assert.notEqual(await storage.ledger.takeReceipt(request.id, 'two'), undefined, 'the request is held');
      assert.equal((await storage.ledger.write(request, 'one'))?.version, 2, 'the receipt is held');
      assert.deepEqual(await due(), [], 'a write does not end the hold of the receipt');
      await storage.ledger.release(request.id, 'one');
      assert.notEqual(await storage.ledger.take(request.id, 'three'), undefined);
    });

    it('stay due when the request moved on while they were shown', async () => {
      const request = await accept();
      await storage.ledger.takeReceipt(request.id, 'two');
      await storage.ledger.write(request, 'one');
      await storage.ledger.receiptShown(request.id, { activityId: 'card', version: 1 }, 'two');
      assert.deepEqual(await due(), [{ id: request.id, version: 2 }]);
    });

    it('never go back to an older version, nor end another’s hold', async () => {
      const request = await accept();
      const second = (await storage.ledger.write(request, 'one'))!;
      await storage.ledger.write(second, 'one');
      await storage.ledger.takeReceipt(request.id, 'two');
      await storage.ledger.receiptShown(request.id, { activityId: 'card 3', version: 3 }, 'three');
      await storage.ledger.receiptShown(request.id, { activityId: 'card 2', version: 2 }, 'three');
      const found = await storage.ledger.find(request.id);
      assert.deepEqual([found?.receipt, found?.version], [{ activityId: 'card 3', version: 3 }, 3]);
      assert.equal(await storage.ledger.takeReceipt(request.id, 'four'), undefined, 'still with two');
      await storage.ledger.receiptShown(request.id, { activityId: 'card 2', version: 2 }, 'two');
      assert.notEqual(await storage.ledger.takeReceipt(request.id, 'four'), undefined);
    });

    it('keep the card that is there before anything is shown in it', async () => {
      const request = await accept({ version: 0, receipt: { activityId: 'form card', version: -1 } });
      assert.deepEqual((await storage.ledger.find(request.id))?.receipt, {
        activityId: 'form card',
        version: -1,
      });
      assert.deepEqual(await due(), [{ id: request.id, version: 0 }]);
      await accept({ version: 0, receipt: { activityId: 'shown', version: 0 } });
      assert.deepEqual(await due(), []);
    });

    it('that fail are due again when it is said, and count their failures until one is shown', async () => {
      const request = await accept();
      await storage.ledger.takeReceipt(request.id, 'two');
      await storage.ledger.receiptFailed(request.id, 'three', -1);
      assert.equal(await storage.ledger.receiptFailures(request.id), 0, 'only the holder can say so');
      await storage.ledger.receiptFailed(request.id, 'two', 3_600_000);
      assert.deepEqual(await due(), []);
      await storage.ledger.takeReceipt(request.id, 'two');
      await storage.ledger.receiptFailed(request.id, 'two', -1);
      assert.equal(await storage.ledger.receiptFailures(request.id), 2);
      assert.deepEqual(await due('two'), [{ id: request.id, version: 1 }]);
      await storage.ledger.receiptShown(request.id, { activityId: 'card', version: 1 }, 'two');
      assert.equal(await storage.ledger.receiptFailures(request.id), 0);
      assert.equal(await storage.ledger.receiptFailures('unknown'), 0);
    });

    it('are never due again when their chat is gone, unless there is something new to show', async () => {
      const request = await accept();
      assert.equal((await due('two')).length, 1);
      await storage.ledger.receiptFailed(request.id, 'two', undefined);
      assert.deepEqual(await due(), []);
      assert.deepEqual(await bench.query('select due_at, held_by, held_until from receipts'), [
        { due_at: null, held_by: null, held_until: null },
      ]);
      await storage.ledger.write(request, 'one');
      assert.deepEqual(await due(), [{ id: request.id, version: 2 }]);
    });

    it('of a worker that died go to another', async () => {
      await reopen({ receiptGraceMs: 0, holdMs: 20 });
      const request = await accept();
      assert.equal((await due('dead')).length, 1);
      const taken = await until(() => storage.ledger.takeReceipt(request.id, 'two'));
      assert.deepEqual(taken, request);
    });

    it('are handed out longest due first, up to the limit, each to one worker', async () => {
      const topics = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      for (const [n, topic] of topics.entries()) {
        const { id } = await accept({ topic });
        await storage.ledger.receiptFailed(id, 'one', n - 10);
      }
      const first = await storage.ledger.takeDueReceipts('two', 2);
      assert.deepEqual(
        first.map(({ topic }) => topic),
        ['a', 'b'],
      );
      const rest = await Promise.all(
        Array.from({ length: 6 }, (_, n) => storage.ledger.takeDueReceipts(`worker ${n}`, 2)),
      );
      assert.deepEqual(
        rest
          .flat()
          .map(({ topic }) => topic)
          .toSorted(),
        topics.slice(2),
      );
      const receipts = (await storage.ledger.dueCounts()).find(({ kind }) => kind === 'receipts');
      assert.deepEqual(receipts, { kind: 'receipts', due: 0, held: 8, oldestMs: 0 });
    });
  });
}
