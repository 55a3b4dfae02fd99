import assert from 'node:assert/strict';
import type { Announcement } from '../../src/announcements/announcement.ts';
import { transition } from '../../src/announcements/transition.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { sampleAnnouncement, sampleContent } from './sample-announcement.ts';
import { ada, ben } from './sample-request.ts';
import type { StorageBench } from './storage-bench.ts';

/** Notices to many at rest, and as due work. */
export function announcementTests(createBench: () => Promise<StorageBench>): void {
  describe('announcements', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());
    const store = () => storage.announcements;
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `p${100 + n}`);
    const start = async (people: readonly string[], changes: Partial<Announcement> = {}) =>
      (await store().accept(sampleAnnouncement(changes), people)).announcement;
    const order = (id: string, kind: 'pause' | 'resume' | 'stop') =>
      store().change(id, (was) => transition(was, { kind }));

    it('come back as they were, once for each source key', async () => {
      const person = sampleAnnouncement();
      const app = sampleAnnouncement({
        sender: { kind: 'app', tenantId: ada.tenantId, client: 'client', name: 'Helpdesk' },
        audience: { kind: 'chat', chatId: '19:a@thread.v2' },
        place: undefined,
      });
      const members = sampleAnnouncement({
        state: 'failed',
        audience: { kind: 'members', group: { id: 'g', name: 'Secret Squad' } },
        reason: { code: 'MEMBERS_NOT_READABLE', details: { group: 'Secret Squad' } },
        endedAt: new Date(1_900_000_000_000),
      });
      const counts = { total: 0, waiting: 0, delivered: 0, unreachable: 0, unconfirmed: 0, stopped: 0 };
      for (const each of [person, app, members]) {
        assert.deepEqual(await store().accept(each, []), { announcement: { ...each, counts }, first: true });
        const again = await store().accept({ ...each, id: 'another' }, ['x']);
        assert.deepEqual([again.first, again.announcement.id], [false, each.id]);
      }
      await storage.close();
      storage = await bench.open();
      for (const each of [person, app, members]) {
        assert.deepEqual(await store().find(each.id), { ...each, counts });
        assert.equal((await store().findBySource(each.sourceKey))?.id, each.id);
      }
      assert.equal(await store().find('another'), undefined);
      const rows = JSON.stringify([
        await bench.query('select * from announcements'),
        await bench.query('select * from announcement_cards'),
      ]);
      for (const secret of [sampleContent.text, 'Secret Squad', 'Helpdesk', 'smba.trafficmanager'])
        assert.ok(!rows.includes(secret), secret);
    });

    it('are taken up to the limit, in batches that nobody shares, while they tell', async () => {
      const { id } = await start(ids(10));
      const one = await store().takeReceivers(id, 'one', 4);
      const two = await store().takeReceivers(id, 'two', 4);
      const taken = [...one, ...two].map((each) => each.id);
      assert.equal(taken.length, 8);
      assert.equal(new Set(taken).size, 8);
      await order(id, 'pause');
      assert.deepEqual(await store().takeReceivers(id, 'one', 4), []);
      await order(id, 'resume');
      assert.equal((await store().takeReceivers(id, 'one', 4)).length, 2);
      assert.deepEqual(await store().takeReceivers('none', 'one', 4), []);
    });

    it('count what became of each', async () => {
      const { id } = await start(ids(6));
      await store().takeReceivers(id, 'one', 4);
      const outcomes = ['delivered', 'unreachable', 'unconfirmed'] as const;
      for (const [n, state] of outcomes.entries()) {
        const why = state === 'unreachable' ? ({ why: 'gone' } as const) : {};
        await store().finishReceiver(id, { id: ids(6)[n]!, state, ...why }, 'one');
      }
      // Somebody else's, and one that was never begun.
      await store().finishReceiver(id, { id: 'p103', state: 'delivered' }, 'two');
      await store().finishReceiver(id, { id: 'p105', state: 'delivered' }, 'one');
      const { counts } = (await store().find(id))!;
      assert.deepEqual(counts, {
        ...{ total: 6, waiting: 3, delivered: 1, unreachable: 1, unconfirmed: 1, stopped: 0 },
      });
      const page = await store().receivers(id, { after: 'p100', limit: 2 });
      assert.deepEqual(
        page.map((each) => [each.id, each.state, each.why, each.doneAt instanceof Date]),
        [
          ['p101', 'unreachable', 'gone', true],
          ['p102', 'unconfirmed', undefined, true],
        ],
      );
      assert.deepEqual(await store().whyUnreachable(id), { gone: 1 });
      assert.equal(await store().endIfTold(id), false);
    });

    it('name the first of those who were not surely told, by kind and why', async () => {
      const audience = { kind: 'members', group: { id: 'g', name: 'Finance' } } as const;
      const { id } = await start([], { audience, state: 'gathering' });
      await store().takeDueGathering('one', 5);
      const members = ids(8).map((each, n) => ({ id: each, ...(n > 0 && { name: `Name ${n}` }) }));
      await store().addMembers(id, { members, position: undefined }, 'one');
      await store().change(id, (was) => transition(was, { kind: 'gathered' }));
      await store().takeReceivers(id, 'one', 7);
      const finish = (
        n: number,
        state: 'delivered' | 'unreachable' | 'unconfirmed',
        why?: 'gone' | 'blocked',
      ) => store().finishReceiver(id, { id: ids(8)[n]!, state, ...(why !== undefined && { why }) }, 'one');
      await finish(0, 'unreachable', 'gone');
      await finish(1, 'unreachable', 'blocked');
      for (const n of [2, 3, 4]) await finish(n, 'unreachable', 'gone');
      await finish(5, 'unconfirmed');
      await finish(6, 'delivered');
      const [most, ...others] = await store().gaps(id, { named: 2 });
      assert.deepEqual(most, { kind: 'unreachable', why: 'gone', count: 4, names: ['Name 2', 'Name 3'] });
      assert.deepEqual(
        others.toSorted((one, other) => (one.kind < other.kind ? -1 : 1)),
        [
          { kind: 'unconfirmed', count: 1, names: ['Name 5'] },
          { kind: 'unreachable', why: 'blocked', count: 1, names: ['Name 1'] },
        ],
      );
      assert.deepEqual(await store().gaps('none', { named: 2 }), []);
    });

    it('give up what an instance that died had on its way, and believe it when it says what became of it', async () => {
      await storage.close();
      storage = await bench.open({ holdMs: 1 });
      const { id } = await start(ids(2));
      await store().takeReceivers(id, 'dead', 2);
      await new Promise((next) => setTimeout(next, 5));
      assert.equal(await store().giveUpLost(), 2);
      assert.equal(await store().giveUpLost(), 0);
      assert.deepEqual(await store().takeReceivers(id, 'alive', 2), []);
      const [lost] = await store().receivers(id, { limit: 1 });
      assert.deepEqual([lost?.state, lost?.doneAt instanceof Date], ['unconfirmed', true]);
      await store().putReceiversBack(id, [{ id: 'p100', inMs: 0 }], 'dead');
      await store().finishReceiver(id, { id: 'p101', state: 'delivered' }, 'dead');
      assert.equal(await store().endIfTold(id), true);
      const { state, counts } = (await store().find(id))!;
      assert.deepEqual([state, counts.unconfirmed, counts.delivered], ['done', 1, 1]);
    });

    it('put back whoever certainly was not told, to be told later, unless they were stopped', async () => {
      const { id } = await start(ids(2));
      await store().takeReceivers(id, 'one', 2);
      await store().putReceiversBack(id, [{ id: 'p100', inMs: 0 }], 'one');
      const [again] = await store().takeReceivers(id, 'two', 2);
      assert.deepEqual([again?.id, again?.tries], ['p100', 1]);
      await order(id, 'stop');
      await store().putReceiversBack(id, [{ id: 'p100', inMs: 0 }], 'two');
      await store().finishReceiver(id, { id: 'p101', state: 'delivered' }, 'one');
      const { counts, state } = (await store().find(id))!;
      assert.deepEqual([state, counts.stopped, counts.delivered, counts.waiting], ['stopped', 1, 1, 0]);
      const [stopped] = await store().receivers(id, { limit: 1 });
      assert.deepEqual([stopped?.state, stopped?.doneAt instanceof Date], ['stopped', true]);
      assert.deepEqual(await store().dueTelling({ withinMs: 0, limit: 5 }), []);
      assert.equal((await store().dueCounts())[1]?.due, 0);
    });

    it('are due when the next of their receivers is, and not before they were put off to', async () => {
      const { id } = await start(ids(2));
      const due = async () => (await store().dueTelling({ withinMs: 5_000, limit: 5 }))[0]?.inMs;
      assert.ok((await due())! <= 0);
      await store().putOffTelling(id, 4_000);
      await store().putOffTelling(id, 1_000);
      assert.ok((await due())! > 3_000);
      assert.deepEqual(await store().takeReceivers(id, 'one', 2), []);
      await order(id, 'pause');
      assert.equal(await due(), undefined);
      await order(id, 'resume');
      assert.ok((await due())! <= 0);
      await store().takeReceivers(id, 'one', 2);
      assert.equal(await due(), undefined, 'the last ones are on their way');
      await store().putReceiversBack(
        id,
        ids(2).map((each) => ({ id: each, inMs: 2_000 })),
        'one',
      );
      assert.ok((await due())! > 1_000);
    });

    it('are put off one by one', async () => {
      const [one, other] = [await start(ids(1)), await start(ids(1))];
      await store().putOffTelling(one.id, 4_000);
      assert.deepEqual(await store().takeReceivers(one.id, 'one', 1), []);
      assert.equal((await store().takeReceivers(other.id, 'one', 1)).length, 1);
    });

    it('gather members page by page, held by one instance, each member once', async () => {
      const audience = { kind: 'members', group: { id: 'g', name: 'Finance' } } as const;
      const { id } = await start([], { audience, state: 'gathering' });
      const [work] = await store().takeDueGathering('one', 5);
      assert.equal(work?.announcement.id, id);
      assert.deepEqual(await store().takeDueGathering('two', 5), []);
      const page = { members: [{ id: 'a', name: 'Secret Name' }, { id: 'b' }], position: 'at two' };
      assert.equal(await store().addMembers(id, page, 'two'), false);
      assert.equal(await store().addMembers(id, page, 'one'), true);
      assert.equal(await store().addMembers(id, page, 'one'), true);
      await store().settleGathering(id, { failures: 2, dueInMs: 0, position: 'at two' }, 'one');
      const [again] = await store().takeDueGathering('two', 5);
      assert.deepEqual([again?.position, again?.failures], ['at two', 2]);
      assert.deepEqual(await store().takeReceivers(id, 'one', 5), [], 'not all are known');
      await order(id, 'stop');
      assert.equal(await store().addMembers(id, page, 'two'), false);
      const receivers = await store().receivers(id, { limit: 5 });
      assert.deepEqual(
        receivers.map((each) => [each.id, each.name, each.state]),
        [
          ['a', 'Secret Name', 'stopped'],
          ['b', undefined, 'stopped'],
        ],
      );
      const rows = JSON.stringify([
        await bench.query('select * from announcement_receivers'),
        await bench.query('select * from announcements'),
      ]);
      assert.ok(!rows.includes('Secret Name') && !rows.includes('at two'));
    });

    it('wait for the sign-in of their own sender', async () => {
      const audience = { kind: 'members', group: { id: 'g', name: 'Finance' } } as const;
      const { id } = await start([], { audience, state: 'gathering' });
      const reason = { code: 'SIGN_IN_REQUIRED', details: {} } as const;
      await store().change(id, (was) => transition(was, { kind: 'sign-in-needed', reason }));
      assert.deepEqual(await store().waitingFor(ben), []);
      assert.deepEqual(await store().waitingFor(ada), [id]);
      assert.deepEqual((await store().find(id))?.reason, reason);
      assert.deepEqual(await store().takeDueGathering('one', 5), []);
      assert.equal(await store().change(id, (was) => transition(was, { kind: 'signed-in' })), true);
      assert.equal((await store().find(id))?.reason, undefined);
      assert.equal((await store().takeDueGathering('one', 5)).length, 1);
    });

    it('show their cards one instance at a time, and again for news', async () => {
      const { id } = await start(ids(1));
      const [card] = await store().takeDueCards('one', 5);
      assert.deepEqual([card?.activityId, card?.shown, card?.inFlight], [undefined, undefined, 0]);
      assert.deepEqual(await store().takeDueCards('two', 5), []);
      await order(id, 'pause');
      const shown = { activityId: 'card', shown: 'what it says', failures: 0, news: card!.news };
      await store().settleCard(id, shown, undefined, 'one');
      const [again] = await store().takeDueCards('two', 5);
      assert.deepEqual([again?.activityId, again?.shown], ['card', 'what it says']);
      await store().settleCard(id, { failures: 0, news: again!.news }, undefined, 'two');
      assert.deepEqual(await store().takeDueCards('one', 5), []);
    });

    it('are counted as due work', async () => {
      const { id } = await start(ids(3));
      await store().takeReceivers(id, 'one', 1);
      await start(['x'], { state: 'paused' });
      const counts = await store().dueCounts();
      assert.deepEqual(
        counts.map(({ kind, due, held }) => [kind, due, held]),
        [
          ['announcements', 0, 0],
          ['announcement-receivers', 2, 1],
          ['announcement-cards', 2, 0],
        ],
      );
    });

    it('are forgotten with their sender, and tell nobody more; keys, states and counts stay', async () => {
      const { id, sourceKey } = await start(['p100', 'p101', 'p102'], { createdAt: new Date(0) });
      const other = await start(['p100'], {
        sender: { kind: 'person', person: { ...ben, name: 'Ben' } },
        createdAt: new Date(0),
      });
      await store().takeReceivers(id, 'one', 1);
      const forgetting = await storage.forgetting.schedule({ person: ada }, { asked: true, inMs: 0 });
      const due = await storage.forgetting.take(forgetting, 'one');
      const erased = await storage.forgetting.erase(due!, { now: new Date(), all: false });
      assert.deepEqual([erased.texts, erased.left], [1, 0]);
      const now = await store().findBySource(sourceKey);
      assert.deepEqual([now?.state, now?.forgotten, now?.place], ['stopped', true, undefined]);
      assert.deepEqual([now?.content, now?.sender.kind], [{ kind: 'message', text: '' }, 'person']);
      assert.deepEqual([now?.counts.stopped, now?.counts.waiting], [2, 1]);
      await store().finishReceiver(id, { id: 'p100', state: 'delivered' }, 'one');
      assert.equal((await store().find(id))?.counts.delivered, 1);
      assert.deepEqual(await store().takeReceivers(id, 'one', 5), []);
      assert.deepEqual(
        (await store().takeDueCards('one', 5)).map(({ announcement }) => announcement.id),
        [other.id],
      );
      assert.equal((await store().find(other.id))?.forgotten, undefined);
    });

    it('lose their text when they ended long ago, and not before', async () => {
      const old = new Date(1_000_000);
      const ended = await start(['p100'], { state: 'stopped', endedAt: old });
      const open = await start(['p100']);
      const erase = () =>
        storage.forgetting.eraseSettled({ before: new Date(2_000_000), now: new Date(), limit: 10 });
      assert.equal(await erase(), 1);
      assert.equal(await erase(), 0);
      assert.equal((await store().find(ended.id))?.forgotten, true);
      assert.equal((await store().find(open.id))?.forgotten, undefined);
    });

    it('forget the name of somebody who was told', async () => {
      const audience = { kind: 'members', group: { id: 'g', name: 'Finance' } } as const;
      const { id } = await start([], { audience, state: 'gathering' });
      await store().takeDueGathering('one', 5);
      const members = [
        { id: ben.objectId, name: 'Ben' },
        { id: 'c', name: 'Chika' },
      ];
      await store().addMembers(id, { members, position: undefined }, 'one');
      const forgetting = await storage.forgetting.schedule({ person: ben }, { asked: true, inMs: 0 });
      const due = await storage.forgetting.take(forgetting, 'one');
      await storage.forgetting.erase(due!, { now: new Date(), all: false });
      const named = (await store().receivers(id, { limit: 5 })).map((each) => [each.id, each.name]);
      assert.deepEqual(named, [
        [ben.objectId, undefined],
        ['c', 'Chika'],
      ]);
    });
  });
}
