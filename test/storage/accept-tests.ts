import assert from 'node:assert/strict';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, sampleRequest } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const since = new Date(1_800_000_000_000);

export function acceptTests(createBench: CreateBench): void {
  describe('accepting', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const count = async () => (await bench.query('select count(*) as n from requests'))[0]?.n;
    const accept = (request: ConversationRequest, similarSince?: Date) =>
      storage.ledger.accept(request, 'one', similarSince === undefined ? {} : { similarSince });

    for (const similarSince of [undefined, since]) {
      const how = similarSince === undefined ? 'whatever they say' : 'looking for the same content';
      it(`stores one of twenty requests with the same source key, ${how}`, async () => {
        const twenty = Array.from({ length: 20 }, () => sampleRequest({ sourceKey: 'form:1' }));
        const answers = await Promise.all(twenty.map((request) => accept(request, similarSince)));
        const first = answers.filter((answer) => answer.first);
        assert.equal(first.length, 1);
        for (const answer of answers) assert.deepEqual(answer.request, first[0]?.request);
        assert.ok(answers.every(({ similar }) => !similar));
        assert.equal(await count(), 1);
        assert.deepEqual(await bench.query('select count(*) as n from receipts'), [{ n: 1 }]);
      });
    }

    it('stores one of twenty requests that say the same under different source keys', async () => {
      const twenty = Array.from({ length: 20 }, () => sampleRequest({ contentHash: 'the same' }));
      const answers = await Promise.all(twenty.map((request) => accept(request, since)));
      const [first, ...more] = answers.filter((answer) => answer.first);
      assert.equal(more.length, 0);
      for (const answer of answers) assert.deepEqual(answer.request, first?.request);
      assert.equal(answers.filter(({ similar }) => similar).length, 19);
      assert.equal(await count(), 1);
    });

    it('answers a repeat with the request it repeats, also long after', async () => {
      const contentHash = 'the same';
      const { request } = await accept(sampleRequest({ contentHash }), since);
      const twenty = Array.from({ length: 20 }, () => sampleRequest({ contentHash, sourceKey: 'form:2' }));
      const repeats = await Promise.all(twenty.map((one) => accept(one, since)));
      const later = new Date(request.createdAt.getTime() + 600_000);
      const settled = await storage.ledger.write({ ...request, state: 'created' }, 'one');
      repeats.push(await accept(sampleRequest({ contentHash, sourceKey: 'form:2' }), later));
      for (const repeat of repeats) assert.deepEqual([repeat.first, repeat.similar], [false, true]);
      assert.deepEqual(repeats.at(-1)?.request, settled);
      assert.deepEqual(await storage.ledger.findBySource('form:2'), settled);
      assert.equal(await count(), 1);
    });

    it('stores what says the same when nobody asks, for another author and in another tenant', async () => {
      const contentHash = 'the same';
      const elsewhere = { ...ada, tenantId: ben.objectId, name: 'Ada elsewhere' };
      assert.equal((await accept(sampleRequest({ contentHash }), since)).first, true);
      assert.equal((await accept(sampleRequest({ contentHash }))).first, true);
      const ofBen = sampleRequest({ contentHash, author: { ...ben, name: 'Ben' } });
      assert.equal((await accept(ofBen, since)).first, true);
      assert.equal((await accept(sampleRequest({ contentHash, author: elsewhere }), since)).first, true);
      assert.equal((await accept(sampleRequest(), since)).first, true, 'other content');
      assert.equal(await count(), 5);
    });

    it('finds what is not settled however old, and what is recent unless it came to nothing', async () => {
      const old = new Date(since.getTime() - 1);
      const meant: [ConversationRequest['state'], boolean, boolean][] = [
        ['accepted', true, true],
        ['sending', true, true],
        ['waiting', true, true],
        ['unknown', true, true],
        ['created', true, false],
        ['refused', false, false],
        ['discarded', false, false],
      ];
      for (const [state, ifRecent, ifOld] of meant) {
        for (const [createdAt, similar] of [
          [since, ifRecent],
          [old, ifOld],
        ] as const) {
          const contentHash = `${state} ${createdAt.getTime()}`;
          const { request } = await accept(sampleRequest({ contentHash, state, createdAt }));
          const answer = await accept(sampleRequest({ contentHash, createdAt: since }), since);
          assert.equal(answer.similar, similar, contentHash);
          assert.equal(answer.first, !similar, contentHash);
          if (similar) assert.deepEqual(answer.request, request);
        }
      }
    });

    it('answers a repeat with its own request, not with another that says the same', async () => {
      const contentHash = 'the same';
      const { request } = await accept(
        sampleRequest({ contentHash, createdAt: new Date(1_800_000_000_001) }),
      );
      await accept(sampleRequest({ contentHash, createdAt: new Date(1_800_000_000_002) }));
      const again = await accept(sampleRequest({ contentHash, sourceKey: request.sourceKey }), since);
      assert.deepEqual(again, { request, first: false, similar: false });
    });

    it('refuses a second request with the same id, and stores nothing of it', async () => {
      const { request } = await accept(sampleRequest());
      await assert.rejects(accept({ ...request, sourceKey: 'another' }));
      await assert.rejects(accept({ ...request, sourceKey: 'another', contentHash: 'another' }, since));
      assert.equal(await count(), 1);
    });
  });
}
