import assert from 'node:assert/strict';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { transition } from '../../src/conversations/transition.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, sampleRequest } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const tenMinutes = 600_000;

export function planTests(createBench: CreateBench): void {
  describe('what is planned', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const planned = (postAt: Date, changes: Partial<ConversationRequest> = {}) =>
      sampleRequest({ state: 'waiting', waitingFor: 'time', postAt, dueAt: postAt, ...changes });
    const accept = async (request: ConversationRequest) => {
      const accepted = await storage.ledger.accept(request, 'one');
      await storage.ledger.release(request.id, 'one');
      return accepted.request;
    };
    const due = async () => (await storage.ledger.takeDue('two', 9)).map(({ id }) => id);
    const replacing = (old: ConversationRequest, by: string) => ({
      replaces: transition(old, { kind: 'replaced', by }, new Date()),
    });

    for (const wrong of [-tenMinutes, tenMinutes])
      it(`is due by the database’s clock when its writer’s is ${wrong / 60_000} minutes wrong`, async () => {
        const updatedAt = new Date(Date.now() + wrong);
        const now = await accept(planned(new Date(Date.now() - 1_000), { updatedAt }));
        await accept(planned(new Date(Date.now() + 60_000), { updatedAt }));
        assert.deepEqual(await due(), [now.id]);
      });

    it('is replaced by one of many that want to take its place, and by nothing of the others', async () => {
      const old = await accept(planned(new Date(Date.now() + 60_000)));
      const twenty = Array.from({ length: 20 }, () => planned(new Date(Date.now() - 1_000)));
      const answers = await Promise.all(
        twenty.map((request) => storage.ledger.accept(request, 'one', replacing(old, request.id))),
      );
      const [first, ...more] = answers.filter((each) => each.first);
      assert.deepEqual([more.length, answers.filter(({ notReplaced }) => notReplaced).length], [0, 19]);
      const gone = await storage.ledger.find(old.id);
      assert.deepEqual(
        [gone?.state, gone?.replacedBy, gone?.dueAt],
        ['discarded', first?.request.id, undefined],
      );
      assert.deepEqual(await bench.query('select count(*) as n from requests'), [{ n: 2 }]);
      assert.deepEqual(await bench.query('select count(*) as n from receipts'), [{ n: 2 }]);
      const { notReplaced, request } = answers.find((each) => !each.first)!;
      assert.deepEqual([notReplaced, request.id], [true, old.id]);
    });

    it('is not replaced once somebody has begun with it', async () => {
      const old = await accept(planned(new Date(Date.now() - 1_000)));
      const [taken] = await storage.ledger.takeDue('two', 9);
      const late = planned(new Date(Date.now() + 60_000));
      assert.equal((await storage.ledger.accept(late, 'one', replacing(old, late.id))).notReplaced, true);
      await storage.ledger.write(transition(taken!, { kind: 'resumed' }, new Date()), 'two');
      await storage.ledger.release(old.id, 'two');
      assert.equal((await storage.ledger.accept(late, 'one', replacing(old, late.id))).notReplaced, true);
      assert.equal(await storage.ledger.find(late.id), undefined);
      assert.equal((await storage.ledger.find(old.id))?.state, 'accepted');
    });

    it('answers a form that comes again with what it made, although that took the other’s place', async () => {
      const old = await accept(planned(new Date(Date.now() + 60_000)));
      const form = () => planned(new Date(Date.now() + 90_000), { sourceKey: 'form|1' });
      const [one, two] = [form(), form()];
      await storage.ledger.accept(one, 'one', replacing(old, one.id));
      const again = await storage.ledger.accept(two, 'one', replacing(old, two.id));
      assert.deepEqual([again.first, again.notReplaced, again.request.id], [false, undefined, one.id]);
    });

    it('keeps its files until after its time, also when it takes the place of another', async () => {
      const postAt = new Date(Date.now() + 80 * 86_400_000);
      const expiresAt = new Date(Date.now() + 30 * 86_400_000);
      await storage.fileStore.put({ id: 'f1', person: ada, bytes: Buffer.from('x'), expiresAt });
      const origin = { url: 'https://files.example/x', picture: false, key: 'k' };
      const file = { id: 'f1', name: 'x', contentType: 'text/plain', state: 'stored' as const, origin };
      const old = await accept(planned(postAt, { files: [file] }));
      await storage.fileStore.keep(['f1'], ada, postAt);
      const next = planned(postAt, { files: [file] });
      await storage.ledger.accept(next, 'one', replacing(old, next.id));
      assert.equal((await storage.sweep(new Date(postAt.getTime() - 1))).attachments, 0);
      assert.equal((await storage.sweep(new Date(postAt.getTime() + 1))).attachments, 1);
    });
  });
}
