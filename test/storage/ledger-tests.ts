import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, sampleRequest } from './sample-request.ts';
import type { BenchOptions, CreateBench, StorageBench } from './storage-bench.ts';
import { until } from './until.ts';

export function ledgerTests(createBench: CreateBench): void {
  describe('ledger', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    async function reopen(options?: BenchOptions): Promise<void> {
      await storage.close();
      storage = await bench.open(options);
    }

    it('gives a request back as it was, also after the database was closed and opened', async () => {
      const plain = sampleRequest();
      const full = sampleRequest({
        kind: 'thread',
        target: {
          typedGroup: 'fin',
          group: { id: 'g1', name: 'Finance', mail: 'finance@contoso.com' },
          typedConversation: 'Budget',
          conversation: { id: 'AAQk=', topic: 'Budget' },
          thread: { id: 'AAQkT=' },
        },
        state: 'waiting',
        waitingFor: 'time',
        attempts: 3,
        attemptedAt: new Date(1_800_000_000_456),
        reason: { code: 'GRAPH_THROTTLED', details: { group: 'Finance' } },
        signInsAsked: 2,
        tokenRefused: true,
        lookFirst: true,
        ordered: false,
        looks: 3,
        lookedAt: new Date(1_800_000_000_789),
        lookComplete: false,
        alsoFound: [{ conversationId: 'c2', threadId: 't2' }],
        postAt: new Date(1_800_000_100_000),
        replacedBy: 'f'.repeat(32),
        marker: false,
        created: { conversationId: 'c', threadId: 't', postId: 'p' },
        receipt: { activityId: '1:card', version: 1 },
      });
      const { place: _, ...withoutChat } = sampleRequest();
      for (const request of [plain, full, withoutChat]) {
        assert.deepEqual(await storage.ledger.accept(request, 'one'), {
          request,
          first: true,
          similar: false,
        });
      }
      await reopen();
      for (const request of [plain, full, withoutChat]) {
        assert.deepEqual(await storage.ledger.find(request.id), request);
        assert.deepEqual(await storage.ledger.findBySource(request.sourceKey), request);
      }
      assert.equal(await storage.ledger.find('unknown'), undefined);
      assert.equal(await storage.ledger.findBySource('unknown'), undefined);
    });

    it('keeps any text exactly', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'binary' }),
          async (topic, content) => {
            const request = sampleRequest({ topic, body: { contentType: 'html', content } });
            await storage.ledger.accept(request, 'one');
            assert.deepEqual(await storage.ledger.find(request.id), request);
          },
        ),
        { numRuns: 50, seed: 20_261_120 },
      );
    });

    it('remembers that something was created when Graph told no ids', async () => {
      const request = sampleRequest({ state: 'created', created: {} });
      await storage.ledger.accept(request, 'one');
      assert.deepEqual((await storage.ledger.find(request.id))?.created, {});
    });

    it('keeps a row with its holder until it is given back', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      assert.equal(await storage.ledger.take(request.id, 'two'), undefined);
      assert.equal(await storage.ledger.take(request.id, 'one'), undefined, 'a hold is not re-entrant');
      await storage.ledger.release(request.id, 'two');
      assert.equal(await storage.ledger.take(request.id, 'two'), undefined, 'only the holder gives back');
      await storage.ledger.release(request.id, 'one');
      assert.deepEqual(await storage.ledger.take(request.id, 'two'), request);
      assert.equal(await storage.ledger.take('unknown', 'two'), undefined);
    });

    it('lets one of twenty workers take a row', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      await storage.ledger.release(request.id, 'one');
      const workers = Array.from({ length: 20 }, (_, n) => `worker ${n}`);
      const taken = await Promise.all(workers.map((worker) => storage.ledger.take(request.id, worker)));
      assert.equal(taken.filter((row) => row !== undefined).length, 1);
    });

    it('ends a hold by itself, and whoever takes the row next shuts out the one before', async () => {
      await reopen({ holdMs: 20 });
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      assert.deepEqual(await until(() => storage.ledger.take(request.id, 'two')), request);
      await reopen({ holdMs: 60_000 });
      await until(() => storage.ledger.take(request.id, 'three'));
      assert.equal(await storage.ledger.write(request, 'one'), undefined);
      assert.equal((await storage.ledger.write(request, 'three'))?.version, 2);
    });

    it('still writes for a holder whose hold has ended when nobody took the row', async () => {
      await reopen({ holdMs: 0 });
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      assert.equal((await storage.ledger.write(request, 'one'))?.version, 2);
    });

    it('renews the hold of the holder that writes', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      await bench.query('update requests set held_until = 0');
      await storage.ledger.write(request, 'one');
      assert.equal(await storage.ledger.take(request.id, 'two'), undefined);
    });

    it('writes without a hold where nobody holds the row, and leaves it free', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      assert.equal(await storage.ledger.write(request, 'two'), undefined, 'held by another');
      await storage.ledger.release(request.id, 'one');
      assert.equal((await storage.ledger.write(request, 'two'))?.version, 2);
      assert.notEqual(await storage.ledger.take(request.id, 'three'), undefined);
    });

    it('clears a hold that ended when somebody else writes', async () => {
      await reopen({ holdMs: 0 });
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      await storage.ledger.write(request, 'two');
      assert.deepEqual(await bench.query('select held_by, held_until from requests'), [
        { held_by: null, held_until: null },
      ]);
    });

    it('writes every part that may change, and nothing else', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      const changed = {
        ...request,
        target: { typedGroup: 'Finance Crew', group: { id: 'g1', name: 'Finance', mail: 'f@contoso.com' } },
        state: 'refused',
        waitingFor: 'sign-in',
        reason: { code: 'POSTING_NOT_ALLOWED', details: { group: 'Finance' } },
        attempts: 1,
        attemptedAt: new Date(1_800_000_100_000),
        dueAt: undefined,
        marker: false,
        created: { threadId: 't' },
        signInsAsked: 1,
        lookFirst: true,
        ordered: true,
        looks: 1,
        lookedAt: new Date(1_800_000_100_002),
        lookComplete: true,
        alsoFound: [{ threadId: 't2' }],
        updatedAt: new Date(1_800_000_100_001),
      } as const;
      const written = await storage.ledger.write(
        { ...changed, sourceKey: 'other', contentHash: 'other', createdAt: new Date(0) },
        'one',
      );
      const { dueAt: _, ...expected } = { ...changed, version: 2 };
      assert.deepEqual(written, expected);
      assert.deepEqual(await storage.ledger.find(request.id), expected);
    });

    it('lets one of many writers of the same version through', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      const writes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => storage.ledger.write({ ...request, attempts: n }, 'one')),
      );
      const [winner, ...others] = writes.filter((row) => row !== undefined);
      assert.equal(winner?.version, 2);
      assert.equal(others.length, 0);
      assert.deepEqual(await storage.ledger.find(request.id), winner);
      assert.equal(await storage.ledger.write({ ...request, id: 'unknown' }, 'one'), undefined);
    });

    it('hands out due rows oldest first, up to the limit, each to one worker', async () => {
      const now = Date.now();
      const ages = [3_000, 50_000, 1_000, 20_000, 9_000];
      for (const age of ages) {
        const request = sampleRequest({ topic: `${age}`, dueAt: new Date(now - age) });
        await storage.ledger.accept(request, 'one');
        await storage.ledger.release(request.id, 'one');
      }
      const held = sampleRequest({ topic: 'held', dueAt: new Date(now - 99_000) });
      await storage.ledger.accept(held, 'other');
      for (const dueAt of [new Date(now + 3_600_000), undefined]) {
        const request = sampleRequest({ topic: 'not due', dueAt });
        await storage.ledger.accept(request, 'one');
        await storage.ledger.release(request.id, 'one');
      }
      const topics = async (worker: string, limit: number) =>
        (await storage.ledger.takeDue(worker, limit)).map((request) => request.topic);
      assert.deepEqual(await topics('two', 2), ['50000', '20000']);
      assert.deepEqual(await topics('three', 10), ['9000', '3000', '1000']);
      assert.deepEqual(await topics('four', 10), []);
    });

    it('gives rows of a worker that died to another', async () => {
      await reopen({ holdMs: 20 });
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      const [row] = await until(async () => {
        const rows = await storage.ledger.takeDue('two', 5);
        return rows.length > 0 ? rows : undefined;
      });
      assert.deepEqual(row, request);
    });

    it('finds what a person has waiting for sign-in, oldest first', async () => {
      const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1_000);
      const waiting = { state: 'waiting', waitingFor: 'sign-in', dueAt: undefined } as const;
      const late = sampleRequest({ ...waiting, topic: 'late', createdAt: at(9) });
      const early = sampleRequest({ ...waiting, topic: 'early', createdAt: at(1) });
      const others = [
        sampleRequest({ ...waiting, waitingFor: 'time' }),
        sampleRequest({ state: 'accepted' }),
        sampleRequest({ ...waiting, author: { ...ben, name: 'Ben' } }),
        sampleRequest({ ...waiting, author: { ...ada, tenantId: ben.objectId, name: 'Ada elsewhere' } }),
      ];
      for (const request of [late, early, ...others]) await storage.ledger.accept(request, 'one');
      const found = await storage.ledger.waitingForSignIn(ada);
      assert.deepEqual(
        found.map((request) => request.topic),
        ['early', 'late'],
      );
    });

    it('makes due what waits for a sign-in, to be posted and to be looked for, and nothing else', async () => {
      const waiting = { waitingFor: 'sign-in', dueAt: undefined } as const;
      const rows = [
        sampleRequest({ ...waiting, state: 'waiting', topic: 'post' }),
        sampleRequest({ ...waiting, state: 'unknown', topic: 'look' }),
        sampleRequest({ state: 'waiting', waitingFor: 'author', dueAt: undefined }),
        sampleRequest({ ...waiting, state: 'waiting', author: { ...ben, name: 'Ben' } }),
      ];
      for (const request of rows) {
        await storage.ledger.accept(request, 'one');
        await storage.ledger.release(request.id, 'one');
      }
      assert.deepEqual(await storage.ledger.takeDue('two', 10), []);
      await storage.ledger.wakeSignedIn(ada);
      const due = await storage.ledger.takeDue('two', 10);
      assert.deepEqual(due.map(({ topic }) => topic).toSorted(), ['look', 'post']);
    });

    it('writes over another’s hold, which stays, unless the version has moved on', async () => {
      const request = sampleRequest();
      await storage.ledger.accept(request, 'one');
      const written = await storage.ledger.writeOver({ ...request, state: 'created', created: {} });
      assert.deepEqual([written?.version, written?.state, written?.created], [2, 'created', {}]);
      assert.equal(await storage.ledger.writeOver(request), undefined);
      assert.equal(await storage.ledger.write(request, 'one'), undefined, 'the holder finds out');
      assert.equal(await storage.ledger.take(request.id, 'two'), undefined, 'still held');
      assert.deepEqual(await storage.ledger.find(request.id), written);
    });

    it('lists what a person has open, planned or refused, in this order, each newest first, up to the limit', async () => {
      const states = [
        'accepted',
        'sending',
        'waiting',
        'unknown',
        'refused',
        'created',
        'discarded',
      ] as const;
      for (const [n, state] of states.entries()) {
        await storage.ledger.accept(sampleRequest({ state, createdAt: new Date(1_000 * (n % 4)) }), 'one');
      }
      const planned = { state: 'waiting', waitingFor: 'time', createdAt: new Date(9_000) } as const;
      await storage.ledger.accept(sampleRequest({ ...planned, postAt: new Date(99_000) }), 'one');
      const throttled = { code: 'GRAPH_THROTTLED', details: {} } as const;
      await storage.ledger.accept(sampleRequest({ ...planned, reason: throttled }), 'one');
      await storage.ledger.accept(sampleRequest({ state: 'refused', createdAt: new Date(99_000) }), 'one');
      await storage.ledger.accept(sampleRequest({ author: { ...ben, name: 'Ben' } }), 'one');
      const open = async (limit: number) =>
        (await storage.ledger.openOf(ada, limit)).map((request) => request.state);
      const all = await open(10);
      const inOrder = [
        'waiting',
        'unknown',
        'waiting',
        'sending',
        'accepted',
        'waiting',
        'refused',
        'refused',
      ];
      assert.deepEqual(all, inOrder);
      assert.deepEqual(await open(2), ['waiting', 'unknown']);
      assert.equal(await storage.ledger.countOpen(ada), inOrder.length);
      assert.equal(await storage.ledger.countOpen({ ...ada, objectId: 'nobody' }), 0);
    });

    it('knows what was created since a time, by conversation or thread', async () => {
      const attemptedAt = new Date(1_800_000_000_000);
      const created = { conversationId: 'c', threadId: 't' };
      await storage.ledger.accept(sampleRequest({ state: 'created', created, attemptedAt }), 'one');
      await storage.ledger.accept(sampleRequest({ state: 'accepted', attemptedAt }), 'one');
      const later = new Date(attemptedAt.getTime() + 1);
      const since = (ids: { conversationId?: string; threadId?: string }, time: Date) =>
        storage.ledger.createdSince(ids, time);
      assert.equal(await since({ conversationId: 'c' }, attemptedAt), true);
      assert.equal(await since({ threadId: 't' }, attemptedAt), true);
      assert.equal(await since({ conversationId: 'other', threadId: 't' }, attemptedAt), true);
      assert.equal(await since({ conversationId: 'c' }, later), false);
      assert.equal(await since({ conversationId: 't', threadId: 'c' }, attemptedAt), false);
      assert.equal(await since({}, attemptedAt), false);
    });

    it('counts what is due, what is held and since when', async () => {
      await reopen({ receiptGraceMs: 3_600_000 });
      const count = async () => (await storage.ledger.dueCounts()).find(({ kind }) => kind === 'requests');
      assert.deepEqual(await count(), { kind: 'requests', due: 0, held: 0, oldestMs: 0 });
      const now = Date.now();
      for (const dueAt of [
        new Date(now - 5_000),
        new Date(now - 90_000),
        new Date(now + 9_000_000),
        undefined,
      ]) {
        const request = sampleRequest({ dueAt });
        await storage.ledger.accept(request, 'one');
        await storage.ledger.release(request.id, 'one');
      }
      await storage.ledger.accept(sampleRequest({ dueAt: new Date(now - 900_000) }), 'one');
      const { oldestMs, ...counted } = (await count())!;
      assert.deepEqual(counted, { kind: 'requests', due: 2, held: 1 });
      assert.ok(oldestMs >= 90_000 && oldestMs < 120_000, `${oldestMs}`);
    });
  });
}
