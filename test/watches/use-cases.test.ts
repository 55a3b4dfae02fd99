import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import type { WatchStore } from '../../src/watches/ports/watch-store.ts';
import { createSqliteBench, type SqliteBench } from '../storage/sqlite-bench.ts';
import { sampleRequest } from '../storage/sample-request.ts';
import { until } from '../storage/until.ts';
import { createUseCases } from './fakes/use-cases.ts';
import { ada, ben, group, samplePost, sampleWatch } from './fakes/numbers.ts';

const minute = 60_000;

describe('watching', () => {
  let bench: SqliteBench;
  let store: WatchStore;
  let world: ReturnType<typeof createUseCases>;
  beforeEach(async () => {
    bench = await createSqliteBench();
    store = (await bench.open()).watches;
    world = createUseCases(store);
  });
  afterEach(() => bench.dispose());

  const wishOf = (watcher: typeof ada) => ({
    watcher,
    place: sampleWatch({ watcher }).place,
    group: group.id,
  });
  const dueNow = async (table: string): Promise<void> =>
    void (await bench.query(`update ${table} set due_at = 1 returning 1`));
  const subscription = async () => (await store.subscriptionsOf([`${ada.tenantId}|${group.id}`]))[0];
  /** Items are gathered for a moment. */
  const gathered = () => bench.query('update notice_items set created_at = created_at - 5000 returning 1');
  const arrive = (postId: string) =>
    void world.state.posts.push(samplePost({ postId, receivedAt: new Date(world.state.now) }));
  const pollAndTell = async () => {
    await dueNow('watched_groups');
    await world.poll();
    await gathered();
    await dueNow('notice_places');
    await world.tell();
  };

  describe('in a chat that others read', () => {
    const shared = { ...sampleWatch().place, chatId: '19:x', chatType: 'channel' as const };

    it('is confirmed once, with the group named', async () => {
      const wish = { ...wishOf(ada), place: shared };
      const asked = await world.watches.watch(wish);
      assert.ok(asked.kind === 'confirm' && asked.target.group.name === 'Finance');
      assert.equal((await world.watches.watch({ ...wish, confirmed: true })).kind, 'watching');
      const again = await world.watches.watch(wish);
      assert.ok(again.kind === 'watching' && !again.first);
    });

    it('goes on for one watcher when another loses access', async () => {
      for (const watcher of [ada, ben])
        await world.watches.watch({ ...wishOf(watcher), place: shared, confirmed: true });
      world.state.refuses.set(ada.objectId, new CodedError('READING_NOT_ALLOWED'));
      arrive('p1');
      await pollAndTell();
      await dueNow('notice_places');
      await world.tell();
      assert.deepEqual(world.state.shown.map(({ kind }) => kind).toSorted(), ['access-lost', 'posts']);
    });
  });

  it('checks each watcher’s own access before anything is shown, again after a quarter of an hour', async () => {
    for (const watcher of [ada, ben]) await world.watches.watch(wishOf(watcher));
    world.state.now = new Date(world.state.now.getTime() + 16 * minute);
    arrive('p1');
    world.state.refuses.set(ben.objectId, new CodedError('READING_NOT_ALLOWED'));
    await pollAndTell();
    await dueNow('notice_places');
    await world.tell();
    const kinds = (person: typeof ada) =>
      world.state.shown.filter(({ watcher }) => watcher.objectId === person.objectId).map(({ kind }) => kind);
    assert.deepEqual(kinds(ada), ['posts']);
    assert.deepEqual(kinds(ben), ['access-lost']);
  });

  it('is not begun without access, and says why', async () => {
    world.state.refuses.set(ada.objectId, new CodedError('READING_NOT_ALLOWED'));
    const answer = await world.watches.watch(wishOf(ada));
    assert.ok(answer.kind === 'failed' && answer.error.code === 'READING_NOT_ALLOWED');
    world.state.signedOut.add(ben.objectId);
    assert.equal((await world.watches.watch(wishOf(ben))).kind, 'sign-in');
  });

  it('of what somebody starts begins by itself, once, unless they said no or stopped it', async () => {
    const { watch: _, ...created } = sampleRequest({
      author: ada,
      state: 'created',
      target: { typedGroup: 'Finance', group },
      created: { conversationId: 'c9', threadId: 't9' },
      place: sampleWatch().place,
    });
    assert.equal(await world.watches.started({ ...created, watch: false }), undefined);
    const watch = await world.watches.started(created);
    assert.equal(watch?.target.conversationId, 'c9');
    assert.equal(await world.watches.started(created), undefined);
    await world.watches.unwatch(watch.id, ada);
    assert.equal(await world.watches.started(created), undefined);
    await world.watches.saveSettings(ben, { timeZone: 'UTC', watchStarted: false });
    assert.equal(await world.watches.started({ ...created, author: ben }), undefined);
    assert.equal(await world.watches.started({ ...created, kind: 'reply' }), undefined);
    assert.equal(await world.watches.started({ ...created, state: 'unknown' }), undefined);
  });

  describe('a notice', () => {
    beforeEach(async () => void (await world.watches.watch(wishOf(ada))));

    it('is shown once, by whichever instance is left, when one dies after reading', async () => {
      const dead = createUseCases(store, { holder: 'dead', now: world.state.now });
      dead.state.posts.push(samplePost({ receivedAt: new Date(dead.state.now) }));
      await dead.poll();
      await gathered();
      await dueNow('notice_places');
      assert.equal((await store.takeDuePlaces('dead', 1)).length, 1);
      assert.equal(await world.tell(), 0);
      await bench.query('update notice_places set held_until = 1 returning 1');
      await world.tell();
      await pollAndTell();
      assert.equal(world.state.shown.length, 1);
    });

    it('is not repeated when an instance dies while it shows it', async () => {
      arrive('p1');
      await dueNow('watched_groups');
      await world.poll();
      await dueNow('notice_places');
      const [work] = await store.takeDuePlaces('dead', 1);
      assert.equal(
        await store.beginItems(
          work!.placeKey,
          work!.items.map(({ key }) => key),
          'dead',
        ),
        true,
      );
      await bench.query('update notice_places set held_until = 1 returning 1');
      await world.tell();
      assert.equal(world.state.shown.length, 0);
      assert.deepEqual(await bench.query('select state, sealed from notice_items'), [
        { state: 'unconfirmed', sealed: null },
      ]);
      arrive('p2');
      await pollAndTell();
      await bench.query(
        'update notice_items set done_at = done_at - 60000 where done_at is not null returning 1',
      );
      await dueNow('notice_places');
      await world.tell();
      assert.equal(world.state.shown.length, 1, 'what comes later is shown');
    });

    it('is shown again where the chat asks for it, and not where nobody knows', async () => {
      world.state.outcome = { kind: 'retry', afterMs: 1_000 };
      arrive('p1');
      await pollAndTell();
      assert.deepEqual(await bench.query('select state from notice_items'), [{ state: 'pending' }]);
      world.state.outcome = { kind: 'unconfirmed' };
      await dueNow('notice_places');
      await world.tell();
      await dueNow('notice_places');
      await world.tell();
      assert.equal(world.state.shown.length, 2);
      assert.equal(world.state.shown[0]?.id, world.state.shown[1]?.id);
    });

    it('that cannot be shown pauses watching there, until the bot is welcome again', async () => {
      world.state.outcome = { kind: 'unreachable', reason: 'blocked' };
      arrive('p1');
      await pollAndTell();
      arrive('p2');
      await pollAndTell();
      assert.equal(world.state.shown.length, 1);
      assert.equal((await world.watches.watching(ada))[0]?.pausedFor, 'unreachable');
      world.state.outcome = { kind: 'delivered' };
      await world.watches.reachable(ada);
      world.state.now = new Date(world.state.now.getTime() + 1_000);
      arrive('p3');
      await pollAndTell();
      assert.equal(world.state.shown.length, 2);
    });

    it('waits for quiet hours to end, and comes at once when they are taken back', async () => {
      const quiet = { from: '00:00', to: '23:59' };
      await world.watches.saveSettings(ada, { timeZone: 'UTC', quiet, watchStarted: true });
      arrive('p1');
      await pollAndTell();
      assert.equal(world.state.shown.length, 0);
      await world.watches.saveSettings(ada, { timeZone: 'UTC', watchStarted: true });
      await world.tell();
      assert.equal(world.state.shown.length, 1);
    });

    it('keeps no text once it was shown', async () => {
      arrive('p1');
      await pollAndTell();
      assert.deepEqual(await bench.query('select state, sealed from notice_items'), [
        { state: 'delivered', sealed: null },
      ]);
    });
  });

  it('ends where whoever watched was forgotten', async () => {
    await world.watches.watch(wishOf(ada));
    await world.keep();
    await bench.query('delete from watches returning 1');
    await dueNow('watched_groups');
    await world.poll();
    await world.keep();
    for (const table of ['watched_groups', 'subscriptions'])
      assert.deepEqual(await bench.query(`select count(*) as n from ${table}`), [{ n: 0 }]);
  });

  it('reads a post that came while a second watch began for that watch too', async () => {
    await world.watches.watch(wishOf(ada));
    arrive('p1');
    await pollAndTell();
    await world.watches.watch(wishOf(ben));
    await pollAndTell();
    assert.deepEqual(
      world.state.shown.map(({ watcher }) => watcher.objectId),
      [ada.objectId, ben.objectId],
    );
  });

  describe('a subscription', () => {
    beforeEach(async () => void (await world.watches.watch(wishOf(ada))));
    const later = (ms: number) => void (world.state.now = new Date(world.state.now.getTime() + ms));

    it('is stored with its secret before Graph hears of it', async () => {
      const before = await subscription();
      assert.ok(before?.state === 'wanted' && before.clientState.startsWith('secret'));
      await world.keep();
      const after = await subscription();
      assert.equal(after?.clientState, before.clientState);
      assert.ok(after?.state === 'on' && after.subscriptionId !== undefined);
      assert.ok(after.expiresAt!.getTime() - world.state.now.getTime() <= 4_230 * minute);
    });

    it('keeps its secret when an answer was lost, and adopts what is there', async () => {
      world.state.creating = [new CodedError('GRAPH_UNREACHABLE'), 'taken'];
      const secret = (await subscription())!.clientState;
      world.state.existing = [{ id: 'there', expiresAt: world.state.now, clientState: secret }];
      await world.keep();
      assert.equal((await subscription())?.failures, 1);
      await dueNow('subscriptions');
      await world.keep();
      const kept = await subscription();
      assert.equal(kept?.subscriptionId, 'there');
      assert.deepEqual([kept?.clientState, kept?.failures], [secret, 0]);
      assert.deepEqual(world.state.calls, [
        'create as aaa',
        'create as aaa',
        'find as aaa',
        'renew there as aaa',
      ]);
    });

    for (const hidden of [{ clientState: 'other' }, {}]) {
      const how = 'clientState' in hidden ? 'is another’s' : 'is not shown';
      it(`makes way when its secret ${how}`, async () => {
        world.state.creating = ['taken', 'made'];
        world.state.existing = [{ id: 'there', expiresAt: world.state.now, ...hidden }];
        await world.keep();
        assert.deepEqual(world.state.calls.slice(2), ['remove there as aaa', 'create as aaa']);
        assert.equal((await subscription())?.state, 'on');
      });
    }

    it('is made again at once when Graph says that it has removed it', async () => {
      await world.keep();
      const { subscriptionId, clientState } = (await subscription())!;
      world.state.renewing = 'gone';
      world.watches.notified([
        { subscriptionId: subscriptionId!, clientState, lifecycleEvent: 'subscriptionRemoved' },
      ]);
      await world.settled();
      await world.keep();
      const made = await subscription();
      assert.equal(made?.state, 'on');
      assert.notEqual(made?.subscriptionId, subscriptionId);
    });

    it('is renewed in 45 minutes, and never twice within ten', async () => {
      await world.keep();
      const id = (await subscription())?.subscriptionId;
      const [row] = await bench.query('select due_at, held_by from subscriptions');
      assert.ok(Math.abs(Number(row?.['due_at']) - Date.now() - 45 * minute) < 5_000);
      await dueNow('subscriptions');
      later(9 * minute);
      await world.keep();
      assert.deepEqual(world.state.calls, ['create as aaa']);
      later(2 * minute);
      await store.hintSubscriptions([`${ada.tenantId}|${group.id}`]);
      await world.keep();
      assert.deepEqual(world.state.calls.slice(1), [`renew ${id} as aaa`]);
    });

    it('is made again when it expired or was removed', async () => {
      await world.keep();
      const old = (await subscription())?.subscriptionId;
      later(50 * minute);
      world.state.renewing = 'gone';
      await dueNow('subscriptions');
      await world.keep();
      const made = await subscription();
      assert.equal(made?.state, 'on');
      assert.notEqual(made?.subscriptionId, old);
    });

    it('moves to another watcher’s token when its holder signs out', async () => {
      await world.watches.watch(wishOf(ben));
      await world.keep();
      world.state.signedOut.add(ada.objectId);
      await dueNow('watched_groups');
      await world.poll();
      assert.equal((await world.watches.watching(ada))[0]?.pausedFor, 'sign-in');
      await world.keep();
      assert.equal((await subscription())?.holder?.objectId, ben.objectId);
      await world.watches.signedIn(ada);
      assert.equal((await world.watches.watching(ada))[0]?.state, 'on');
    });

    for (const code of ['READ_PERMISSION_MISSING', 'GRAPH_REFUSED', 'GRAPH_REFUSED_UNSAID'] as const) {
      it(`is given up for polling where Graph refuses it (${code}), and said so`, async () => {
        world.state.creating = [new CodedError(code)];
        await world.keep();
        assert.equal((await world.watches.watching(ada))[0]?.how, 'polling');
      });
    }

    it('is removed with the last watch, and made again if somebody watches meanwhile', async () => {
      await world.keep();
      const [watch] = await world.watches.watching(ada);
      await world.watches.unwatch(watch!.id, ada);
      await world.watches.watch(wishOf(ada));
      assert.equal((await subscription())?.state, 'on');
      await world.watches.unwatch(watch!.id, ada);
      await world.keep();
      assert.equal(world.state.calls.at(-1)?.startsWith('remove s'), true);
      assert.equal(await subscription(), undefined);
      assert.equal(await world.poll(), 0);
    });
  });

  describe('a notification', () => {
    const notify = async (count: number, clientState?: string) => {
      const known = await subscription();
      const one = { subscriptionId: known!.subscriptionId!, clientState: clientState ?? known!.clientState };
      world.watches.notified(Array.from({ length: count }, () => one));
      await world.settled();
    };
    const hints = async () => Number((await bench.query('select hints from watched_groups'))[0]?.['hints']);
    beforeEach(async () => {
      await world.watches.watch(wishOf(ada));
      await world.keep();
      await world.poll();
    });

    it('makes its group due; a forged one does not', async () => {
      const before = { hints: await hints(), reads: world.state.reads };
      await notify(1, 'forged');
      await notify(1, '');
      assert.equal(await hints(), before.hints);
      await notify(5);
      assert.equal(await hints(), before.hints + 1);
    });

    it('in a storm of 10,000 with 3,000 twins writes little and reads little', async () => {
      const before = { hints: await hints(), reads: world.state.reads };
      const known = await subscription();
      const one = { subscriptionId: known!.subscriptionId!, clientState: known!.clientState };
      for (let n = 0; n < 10_000; n += 1) {
        const forged = n % 10 < 7 ? one : { ...one, clientState: `forged ${n}` };
        world.watches.notified([forged]);
        if (n % 500 === 0) await until(async () => true);
      }
      await world.settled();
      assert.ok(
        (await hints()) > before.hints && (await hints()) - before.hints <= 40,
        String(await hints()),
      );
      assert.ok(world.state.reads - before.reads <= 3, String(world.state.reads));
    });

    it('that came during a read is not lost', async () => {
      await dueNow('watched_groups');
      const [held] = await store.takeDueGroups('slow', 1);
      await notify(1);
      await store.settleGroup(held!, 600_000, 'slow');
      const [row] = await bench.query('select due_at from watched_groups');
      assert.ok(Number(row?.['due_at']) - Date.now() < 5_000);
    });
  });
});
