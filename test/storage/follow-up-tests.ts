import assert from 'node:assert/strict';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { sampleRequest } from './sample-request.ts';
import type { StorageBench } from './storage-bench.ts';

export function followUpTests(createBench: () => Promise<StorageBench>): void {
  describe('what follows created requests', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open({ receiptGraceMs: 0 });
    });
    afterEach(() => bench.dispose());

    async function accepted(): Promise<ConversationRequest> {
      return (await storage.ledger.accept(sampleRequest(), 'one')).request;
    }

    async function written(request: ConversationRequest): Promise<ConversationRequest> {
      const after = await storage.ledger.write(request, 'one');
      assert.ok(after);
      return after;
    }

    async function created(): Promise<ConversationRequest> {
      const { dueAt: _, ...request } = await accepted();
      return written({ ...request, state: 'created', created: {} });
    }

    const due = async (worker = 'worker') =>
      (await storage.followUps.takeDue(worker, 10)).map(({ id, state }) => [id, state]);

    it('are due from the moment on in which it is created, and not before', async () => {
      const request = await accepted();
      assert.deepEqual(await due(), []);
      assert.equal(await storage.followUps.take(request.id, 'one'), undefined);
      await written({ ...request, state: 'created', created: {} });
      assert.deepEqual(await due(), [[request.id, 'created']]);
      assert.deepEqual(await due('other'), [], 'held');
      assert.equal(await storage.followUps.take(request.id, 'other'), undefined);
    });

    it('are done once, whatever is written afterwards', async () => {
      const request = await created();
      assert.equal((await storage.followUps.take(request.id, 'one'))?.id, request.id);
      await storage.followUps.done(request.id, 'one');
      await written({ ...request, created: { conversationId: 'c' } });
      assert.deepEqual(await due(), []);
      assert.equal(await storage.followUps.take(request.id, 'one'), undefined);
      assert.equal((await storage.followUps.dueCount()).due, 0);
    });

    it('stay due when they fail, until they are given up', async () => {
      const request = await created();
      for (const failures of [1, 2]) {
        assert.equal((await due()).length, 1);
        await storage.followUps.failed(request.id, 'worker', 0);
        assert.equal(await storage.followUps.failures(request.id), failures);
      }
      assert.equal((await due()).length, 1);
      await storage.followUps.failed(request.id, 'worker', 3_600_000);
      assert.deepEqual(await due(), []);
      await storage.followUps.take(request.id, 'worker');
      await storage.followUps.failed(request.id, 'worker', undefined);
      assert.equal(await storage.followUps.take(request.id, 'worker'), undefined);
    });

    it('are not given back or ended by whoever does not hold them', async () => {
      const request = await created();
      await due();
      await storage.followUps.done(request.id, 'other');
      await storage.followUps.failed(request.id, 'other', 0);
      assert.deepEqual((await storage.followUps.dueCount()).held, 1);
      assert.equal(await storage.followUps.failures(request.id), 0);
    });

    it('keep a text from being forgotten before they are done', async () => {
      const request = await created();
      const [receipt] = await storage.ledger.takeDueReceipts('worker', 1);
      await storage.ledger.receiptFailed(receipt?.id ?? '', 'worker', undefined);
      const later = new Date(Date.now() + 3_600_000);
      const forgotten = async () => (await storage.ledger.find(request.id))?.forgotten;
      await storage.forgetting.eraseSettled({ before: later, now: later, limit: 10 });
      assert.equal(await forgotten(), undefined);
      await due();
      await storage.followUps.done(request.id, 'worker');
      await storage.forgetting.eraseSettled({ before: later, now: later, limit: 10 });
      assert.equal(await forgotten(), true);
    });
  });
}
