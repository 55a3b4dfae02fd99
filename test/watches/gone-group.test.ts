import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, ben, samplePost } from './fakes/numbers.ts';

describe('watching a group whose mailbox answers 404', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    for (const watcher of [ada, ben]) await world.watch(watcher);
  });
  afterEach(() => world.bench.dispose());

  const answer404 = (code: 'TARGET_GONE' | 'MAILBOX_UNAVAILABLE' = 'TARGET_GONE') => {
    for (const { objectId } of [ada, ben]) world.state.refuses.set(objectId, new CodedError(code));
  };
  const runs = async () => (await world.watches.watching(ada)).map(({ state }) => state);

  it('goes on when it was there again within a quarter of an hour, and has shown nothing meanwhile', async () => {
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await world.pollNow();
    answer404('MAILBOX_UNAVAILABLE');
    world.later(16 * 60_000);
    await world.tellNow();
    for (let n = 0; n < 5; n += 1) await world.pollNow();
    assert.deepEqual(await runs(), ['on']);
    assert.equal(world.state.shown.length, 0);
    world.state.refuses.clear();
    await world.pollNow();
    await world.tellNow();
    assert.deepEqual(
      world.state.shown.map(({ kind }) => kind),
      ['posts', 'posts'],
    );
  });

  it('goes on when it answers so right after a long outage, however often it could not be read before', async () => {
    for (const code of [
      'GRAPH_UNREACHABLE',
      'MAILBOX_UNAVAILABLE',
      'GRAPH_THROTTLED',
      'TARGET_GONE',
    ] as const) {
      for (const { objectId } of [ada, ben]) world.state.refuses.set(objectId, new CodedError(code));
      for (let n = 0; n < (code.startsWith('GRAPH') ? 12 : 2); n += 1) {
        await world.pollNow();
        world.later(5 * 60_000);
      }
    }
    assert.deepEqual(await runs(), ['on']);
    // And one that was there in between.
    world.state.refuses.clear();
    await world.pollNow();
    answer404();
    world.later(60 * 60_000);
    await world.pollNow();
    assert.deepEqual(await runs(), ['on']);
  });

  it('begins to wait anew after a time in which nobody could ask', async () => {
    answer404();
    await world.pollNow();
    for (const { objectId } of [ada, ben]) world.state.signedOut.add(objectId);
    await world.pollNow();
    world.state.signedOut.clear();
    for (const watcher of [ada, ben]) await world.watches.signedIn(watcher);
    world.later(24 * 60 * 60_000);
    await world.pollNow();
    assert.deepEqual(await runs(), ['on']);
  });

  it('begins to wait anew after a time in which Kickoff did not run', async () => {
    answer404();
    await world.pollNow();
    world.later(60 * 60_000);
    await world.pollNow();
    assert.deepEqual(await runs(), ['on']);
  });

  it('asks once for all watchers, more and more slowly, and ends when it stays so', async () => {
    answer404();
    world.state.reads = 0;
    let waited = 0;
    while ((await runs()).length > 0) {
      await world.pollNow();
      if ((await runs()).length > 0) {
        const ms = await world.dueIn('watched_groups');
        world.later(ms);
        waited += ms;
      }
      assert.ok(world.state.reads < 30);
    }
    assert.ok(waited >= 14.9 * 60_000, `after ${waited} ms`);
    await world.tellNow();
    assert.deepEqual(
      world.state.shown
        .map(({ kind, watcher }) => [kind, watcher.objectId])
        .toSorted((one, other) => one.join().localeCompare(other.join())),
      [ada, ben].map(({ objectId }) => ['access-lost', objectId]),
    );
    await world.keep();
    assert.deepEqual(await world.bench.query('select 1 from watched_groups'), []);
  });
});
