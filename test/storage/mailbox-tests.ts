import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';
import { until } from './until.ts';

export function mailboxTests(createBench: CreateBench): void {
  describe('places at groups, claims and tenants', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const take = (group: string, kind: 'read' | 'write', limit: number) =>
      storage.groupSlots.take(group, kind, { holder: 'here', limit });

    it('gives away as many places as there are, for each group and kind', async () => {
      const twenty = await Promise.all(Array.from({ length: 20 }, () => take('g', 'write', 2)));
      const taken = twenty.filter((slot) => slot !== undefined);
      assert.equal(taken.length, 2);
      assert.equal(new Set(taken).size, 2);
      assert.notEqual(await take('g', 'read', 1), undefined);
      assert.equal(await take('g', 'read', 1), undefined);
      assert.notEqual(await take('other', 'write', 2), undefined);
      assert.equal(await take('third', 'write', 0), undefined);
    });

    it('gives a place that was given back to one of many, and counts giving back once', async () => {
      const slots = [await take('g', 'write', 2), await take('g', 'write', 2)];
      await storage.groupSlots.free(slots[0]!);
      await storage.groupSlots.free(slots[0]!);
      const again = await Promise.all(Array.from({ length: 10 }, () => take('g', 'write', 2)));
      assert.equal(again.filter((slot) => slot !== undefined).length, 1);
    });

    it('takes a place back from a holder that died, who can no longer free it', async () => {
      await storage.close();
      storage = await bench.open({ holdMs: 20 });
      const dead = await take('g', 'read', 1);
      await until(async () => await take('g', 'read', 1));
      await storage.close();
      storage = await bench.open();
      const next = await until(async () => await take('g', 'read', 1));
      assert.notEqual(next, dead);
      await storage.groupSlots.free(dead!);
      assert.equal(await take('g', 'read', 1), undefined);
    });

    it('lets one of twenty requests claim a post, again and again', async () => {
      const post = { groupId: 'g', threadId: 't', postId: 'p' };
      const requests = Array.from({ length: 20 }, (_, n) => `request ${n}`);
      const claim = () => Promise.all(requests.map((id) => storage.ledger.claim(post, id)));
      const claimed = await claim();
      assert.equal(claimed.filter(Boolean).length, 1);
      assert.deepEqual(await claim(), claimed);
      const loser = requests[claimed.indexOf(false)]!;
      for (const other of [{ groupId: 'g2' }, { threadId: 't2' }, { postId: 'p2' }]) {
        assert.equal(await storage.ledger.claim({ ...post, ...other }, loser), true);
      }
    });

    it('remembers which tenants refuse the marker', async () => {
      assert.equal(await storage.tenantFacts.refusesMarker(ada.tenantId), false);
      await Promise.all(
        Array.from({ length: 5 }, () => storage.tenantFacts.rememberMarkerRefused(ada.tenantId)),
      );
      await storage.close();
      storage = await bench.open();
      assert.equal(await storage.tenantFacts.refusesMarker(ada.tenantId), true);
      assert.equal(await storage.tenantFacts.refusesMarker(ben.objectId), false);
    });
  });
}
