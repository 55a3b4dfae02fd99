import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { itemOfWatch } from '../../src/watches/notice-item.ts';
import { ada, ben, group, sampleWatch } from '../watches/fakes/numbers.ts';
import type { StorageBench } from './storage-bench.ts';

const first = { clientState: 'secret', revive: true };
const key = `${ada.tenantId}|${group.id}`;

/** Watches that lack a permission, and those that are paused and go on one by one, at rest. */
export function lackingWatchTests(createBench: () => Promise<StorageBench>): void {
  describe('watches that cannot go on', () => {
    let bench: StorageBench;
    let storage: Storage;
    const [own, other, bens] = [
      sampleWatch(),
      sampleWatch({ target: { group, conversationId: 'c1', topic: 'Budget' } }),
      sampleWatch({ watcher: ben }),
    ];
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
      for (const watch of [own, other, bens]) await storage.watches.add(watch, first);
    });
    afterEach(() => bench.dispose());

    const told = async () =>
      (await bench.query('select kind from notice_items order by kind')).map(({ kind }) => kind);
    const lacks = async () => (await storage.watches.ofPerson(ada)).map((watch) => watch.lacks);

    it('say once what a person lacks, whichever of their watches found out', async () => {
      const late = itemOfWatch('notifications-lack', own, '1');
      await Promise.all([
        storage.watches.lack(ada, 'notifications', late),
        storage.watches.lack(ada, 'notifications', itemOfWatch('notifications-lack', other, '2')),
      ]);
      assert.equal((await told()).length, 1);
      await storage.watches.lack(ada, 'reading', itemOfWatch('reading-lacks', own, '1'));
      await storage.watches.lack(ada, 'notifications', itemOfWatch('notifications-lack', own, '3'));
      assert.deepEqual(await told(), ['notifications-lack', 'reading-lacks']);
      assert.deepEqual(await lacks(), ['reading', 'reading']);
      assert.equal((await storage.watches.find(bens.id))?.lacks, undefined);
    });

    it('try again at once, and forget what is granted', async () => {
      await storage.watches.lack(ada, 'reading', itemOfWatch('reading-lacks', own, '1'));
      const [held] = await storage.watches.takeDueSubscriptions('h', 1);
      await storage.watches.writeSubscription({ ...held!, state: 'refused' }, 'h');
      await storage.watches.settleSubscription(held!, 600_000, 'h');
      await storage.watches.retryLacking(ben);
      assert.deepEqual(await storage.watches.takeDueSubscriptions('h', 1), []);
      await storage.watches.retryLacking(ada, 'notifications');
      assert.deepEqual(await lacks(), ['reading', 'reading']);
      assert.equal((await storage.watches.takeDueSubscriptions('h', 1))[0]?.key, key);
      await storage.watches.retryLacking(ada, 'reading');
      assert.deepEqual(await lacks(), [undefined, undefined]);
    });

    it('go on one by one, and only for their watcher', async () => {
      await storage.watches.pause([own, other], 'unreachable', []);
      assert.equal(await storage.watches.resumeOne(own.id, ben), false);
      assert.equal(await storage.watches.resumeOne(own.id, ada), true);
      assert.equal(await storage.watches.resumeOne(own.id, ada), false);
      const states = (await storage.watches.ofPerson(ada)).map(({ state }) => state);
      assert.deepEqual(states.toSorted(), ['on', 'paused']);
    });

    it('are found in their chat and its threads, and in no other', async () => {
      const place = { ...own.place, chatId: '19:x@thread.tacv2;messageid=1', chatType: 'channel' as const };
      const watch = sampleWatch({ place });
      await storage.watches.add(watch, first);
      const pausedIn = (chatId: string) => storage.watches.pausedIn({ tenantId: ada.tenantId, chatId });
      await storage.watches.pause([watch], 'sign-in', []);
      assert.equal(await pausedIn('19:x@thread.tacv2'), false);
      await storage.watches.resumeOne(watch.id, ada);
      await storage.watches.pause([watch], 'unreachable', []);
      assert.equal(await pausedIn('19:x@thread.tacv2'), true);
      assert.equal(await pausedIn('19:x'), false);
    });
  });
}
