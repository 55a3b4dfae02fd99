import assert from 'node:assert/strict';
import type { Storage } from '../../src/storage/storage.ts';
import { itemOfWatch, itemsOfPosts } from '../../src/watches/notice-item.ts';
import type { WatchedGroup } from '../../src/watches/watched-group.ts';
import { ada, at, ben, group, samplePost, sampleWatch } from '../watches/fakes/numbers.ts';
import { sampleRequest } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const key = `${ada.tenantId}|${group.id}`;
const first = { clientState: 'a secret that nobody reads', revive: true };

/** Watches, watched groups, subscriptions and notices at rest. */
export function watchTests(createBench: CreateBench): void {
  describe('watches', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const record = (taken: WatchedGroup, ids: string[], holder = 'h') => {
      const posts = ids.map((postId) => samplePost({ postId, preview: `words of ${postId}` }));
      return storage.watches.recordRead(
        taken,
        {
          posts,
          readAt: at(2_000),
          position: at(2_000),
          itemsOf: (all) => itemsOfPosts(posts, all, new Map()),
        },
        holder,
      );
    };
    const takeGroup = async (holder = 'h') => (await storage.watches.takeDueGroups(holder, 5))[0]!;

    it('come back as they were, once for each watcher, chat and target', async () => {
      const whole = sampleWatch();
      const full = sampleWatch({
        watcher: ben,
        target: { group, conversationId: 'c1', topic: 'Budget' },
        accessAt: at(5),
      });
      for (const watch of [whole, full]) {
        assert.deepEqual(await storage.watches.add(watch, first), { watch, first: true });
        assert.deepEqual((await storage.watches.add(watch, first)).first, false);
      }
      await storage.close();
      storage = await bench.open();
      assert.deepEqual(await storage.watches.find(full.id), full);
      assert.deepEqual(await storage.watches.ofPerson(ada), [whole]);
      assert.equal((await storage.watches.ofGroup(key)).length, 2);
      const rows = JSON.stringify(await bench.query('select * from watches'));
      const secrets = JSON.stringify(await bench.query('select * from subscriptions'));
      assert.ok(!rows.includes('Budget') && !rows.includes('ben@contoso.com') && !secrets.includes('secret'));
    });

    it('share a group and a subscription, which end with the last of them', async () => {
      const watches = [sampleWatch(), sampleWatch({ watcher: ben })];
      for (const watch of watches) await storage.watches.add(watch, first);
      assert.deepEqual(await bench.query('select count(*) as n from watched_groups'), [{ n: 1 }]);
      const tell = [itemOfWatch('access-lost', watches[0]!, '1')];
      await storage.watches.end([watches[0]!], tell);
      await storage.watches.end([watches[0]!], [itemOfWatch('access-lost', watches[0]!, '2')]);
      assert.deepEqual(await bench.query('select kind from notice_items'), [{ kind: 'access-lost' }]);
      assert.equal((await storage.watches.subscriptionsOf([key]))[0]?.state, 'wanted');
      await storage.watches.end([watches[1]!], []);
      assert.deepEqual(await bench.query('select count(*) as n from watched_groups'), [{ n: 0 }]);
      assert.equal((await storage.watches.subscriptionsOf([key]))[0]?.state, 'unwanted');
      assert.equal((await storage.watches.add(watches[0]!, { ...first, revive: false })).first, false);
      assert.equal((await storage.watches.add(watches[0]!, first)).first, true);
      assert.equal((await storage.watches.subscriptionsOf([key]))[0]?.state, 'wanted');
    });

    it('give a group to one reader, and take what was read from its holder only', async () => {
      await storage.watches.add(sampleWatch(), first);
      const shares = await Promise.all(
        ['one', 'two', 'three'].map((holder) => storage.watches.takeDueGroups(holder, 5)),
      );
      assert.equal(shares.flat().length, 1);
      const [taken] = shares.flat();
      const holder = ['one', 'two', 'three'][shares.findIndex(({ length }) => length > 0)]!;
      assert.equal(await record(taken!, ['p1'], 'somebody else'), undefined);
      assert.deepEqual(await storage.watches.seen(key, at(0)), []);
      assert.equal(await record(taken!, ['p1', 'p2'], holder), 2);
      assert.equal(await record(taken!, ['p2', 'p3'], holder), 1, 'each post once');
      assert.equal((await storage.watches.seen(key, at(0))).length, 3);
    });

    it('tell a chat what is new in order, as sealed text that is forgotten afterwards', async () => {
      await storage.watches.add(sampleWatch(), first);
      await record(await takeGroup(), ['p1', 'p2']);
      assert.ok(!JSON.stringify(await bench.query('select * from notice_items')).includes('words of'));
      await bench.query('update notice_places set due_at = 1');
      const [work] = await storage.watches.takeDuePlaces('h', 5);
      assert.deepEqual(
        work?.items.map((item) => (item.kind === 'post' ? item.post : item.kind)),
        ['p1', 'p2'].map((postId) => samplePost({ postId, preview: `words of ${postId}` })),
      );
      const keys = work.items.map((item) => item.key);
      assert.equal(await storage.watches.beginItems(work.placeKey, keys, 'other'), false);
      assert.equal(await storage.watches.beginItems(work.placeKey, keys, 'h'), true);
      await storage.watches.finishItems(keys.slice(0, 1), 'delivered');
      await storage.watches.settlePlace(work, 0, 'h');
      const [next] = await storage.watches.takeDuePlaces('h', 5);
      assert.deepEqual(next?.unfinished, keys.slice(1));
      assert.equal(next?.lastShown.size, 1);
      assert.equal(next?.items.length, 0);
    });

    it('keep a chat due for what came while others were shown', async () => {
      await storage.watches.add(sampleWatch(), first);
      const taken = await takeGroup();
      await record(taken, ['p1']);
      await bench.query('update notice_places set due_at = 1');
      const [work] = await storage.watches.takeDuePlaces('h', 5);
      await record(taken, ['p2']);
      await storage.watches.settlePlace(work!, undefined, 'h');
      assert.equal((await storage.watches.takeDuePlaces('h', 5))[0]?.items.length, 2);
    });

    it('know who posted through Kickoff, by claims and by what was created', async () => {
      const target = { typedGroup: 'Finance', group };
      const author = { ...ada };
      const created = { conversationId: 'c', threadId: 't', postId: 'p1' };
      await storage.ledger.accept(sampleRequest({ author, target, state: 'created', created }), 'h');
      const other = sampleRequest({ author: ben, target });
      await storage.ledger.accept(other, 'h');
      await storage.ledger.claim({ groupId: group.id, threadId: 't1', postId: 'p2' }, other.id);
      await storage.watches.add(sampleWatch(), first);
      const posts = ['p1', 'p2', 'p3'].map((postId) => samplePost({ postId }));
      const authors = await storage.watches.authorsOf(await takeGroup(), posts);
      assert.deepEqual(Object.fromEntries(authors), { p1: ada.objectId, p2: ben.objectId });
    });

    it('pause and go on for one person, whose groups and chats become due', async () => {
      const own = sampleWatch();
      await storage.watches.add(own, first);
      const taken = await takeGroup();
      await record(taken, ['p1']);
      await storage.watches.pause([own], 'sign-in', [itemOfWatch('sign-in', own, '1')]);
      await storage.watches.pause([own], 'sign-in', [itemOfWatch('sign-in', own, '2')]);
      assert.deepEqual(await bench.query(`select count(*) as n from notice_items where kind = 'sign-in'`), [
        { n: 1 },
      ]);
      assert.equal((await storage.watches.find(own.id))?.pausedFor, 'sign-in');
      assert.equal(await storage.watches.resume(ada, 'unreachable'), 0);
      assert.equal(await storage.watches.resume(ada, 'sign-in'), 1);
      assert.equal((await storage.watches.find(own.id))?.state, 'on');
      // Whoever read it meanwhile does not put off what the sign-in made due.
      await storage.watches.settleGroup(taken, 600_000, 'h');
      const [row] = await bench.query('select due_at from watched_groups');
      assert.ok(Number(row?.['due_at']) < Date.now() + 5_000);
      assert.equal((await storage.watches.takeDuePlaces('h', 5)).length, 1);
    });

    it('remember how a person wants to be told', async () => {
      assert.equal(await storage.watches.settings(ada), undefined);
      const settings = { timeZone: 'Europe/Berlin', digestAt: '16:00', watchStarted: false };
      await storage.watches.saveSettings(ada, settings);
      assert.deepEqual(await storage.watches.settings(ada), settings);
      assert.equal(await storage.watches.settings(ben), undefined);
    });

    it('keep what a subscription was when it is unwanted or wanted meanwhile', async () => {
      const watch = sampleWatch();
      await storage.watches.add(watch, first);
      const [taken] = await storage.watches.takeDueSubscriptions('h', 5);
      assert.equal(taken?.clientState, first.clientState);
      await storage.watches.end([watch], []);
      const on = {
        ...taken,
        state: 'on' as const,
        subscriptionId: 's1',
        holder: { ...ben },
        renewedAt: at(0),
      };
      assert.equal(await storage.watches.writeSubscription(on, 'other'), false);
      assert.equal(await storage.watches.writeSubscription(on, 'h'), true);
      assert.equal((await storage.watches.subscriptionsById(['s1']))[0]?.state, 'unwanted');
      await storage.watches.settleSubscription(taken, 600_000, 'h');
      const [unwanted] = await storage.watches.takeDueSubscriptions('h', 5);
      assert.equal(unwanted?.state, 'unwanted');
      await storage.watches.add(watch, first);
      await storage.watches.removeSubscription(key, 'h');
      const [again] = await storage.watches.subscriptionsOf([key]);
      assert.equal(again?.state, 'wanted');
      assert.equal(again?.subscriptionId, undefined);
    });

    it('are counted as due work, and forget what is known for long enough', async () => {
      const watch = sampleWatch();
      await storage.watches.add(watch, first);
      const counts = await storage.watches.dueCounts();
      assert.deepEqual(
        counts.map(({ kind, due }) => [kind, due]),
        [
          ['watched-groups', 1],
          ['subscriptions', 1],
          ['notices', 0],
        ],
      );
      await record(await takeGroup(), ['p1']);
      await storage.watches.finishItems(
        (await bench.query('select key from notice_items')).map((row) => String(row['key'])),
        'delivered',
      );
      await storage.sweep(new Date());
      assert.equal((await bench.query('select key from notice_items')).length, 1);
      assert.equal((await bench.query('select post_id from seen_posts')).length, 1);
      await bench.query('update notice_items set done_at = 1');
      await bench.query('update notice_places set due_at = null');
      await bench.query(`update watched_groups set position = ${at(3_600_000).getTime()}`);
      await storage.sweep(new Date());
      for (const table of ['notice_items', 'notice_places', 'seen_posts'])
        assert.deepEqual(await bench.query(`select count(*) as n from ${table}`), [{ n: 0 }], table);
    });
  });
}
