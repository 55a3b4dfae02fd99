import assert from 'node:assert/strict';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, ben, samplePost, sampleWatch } from './fakes/numbers.ts';

describe('a watch that is stopped while something waits for it', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    await world.watch(ada);
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await world.pollNow();
  });
  afterEach(() => world.bench.dispose());

  const stop = async (watcher = ada) => {
    for (const { id } of await world.watches.watching(watcher)) await world.watches.unwatch(id, watcher);
  };
  const states = async () =>
    (await world.bench.query('select state from notice_items')).map((row) => row['state']);

  it('shows nothing of it', async () => {
    await stop();
    await world.tellNow();
    assert.equal(world.state.shown.length, 0);
    assert.deepEqual(await states(), ['dropped']);
  });

  it('shows nothing when it is stopped while access is checked', async () => {
    world.later(16 * 60_000);
    world.state.whileChecked = () => stop();
    await world.tellNow();
    assert.equal(world.state.shown.length, 0);
    await world.tellNow();
    assert.deepEqual(await states(), ['dropped']);
  });

  it('shows nothing from before it begins again', async () => {
    await stop();
    world.later(60_000);
    await world.watch(ada);
    await world.tellNow();
    assert.equal(world.state.shown.length, 0);
    assert.deepEqual(await states(), ['dropped']);
  });

  it('goes on in the same chat for another watcher', async () => {
    const channel = { ...sampleWatch().place, chatId: '19:x', chatType: 'channel' as const };
    for (const watcher of [ada, ben]) await world.watch(watcher, channel);
    world.state.posts.push(samplePost({ postId: 'p2', receivedAt: new Date(world.state.now) }));
    await world.pollNow();
    await stop(ada);
    await world.tellNow();
    assert.deepEqual(
      world.state.shown.map(({ place, watcher }) => [place.chatId, watcher.objectId]),
      [['19:x', ben.objectId]],
    );
  });
});
