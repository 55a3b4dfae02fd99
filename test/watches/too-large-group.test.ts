import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { watchingCard } from '../../src/teams/cards/watching-card.ts';
import { english } from '../../src/teams/texts/english.ts';
import { german } from '../../src/teams/texts/german.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, ben, group, samplePost, sampleWatch } from './fakes/numbers.ts';

describe('watching a group with more threads than can be read', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    for (const watcher of [ada, ben]) await world.watch(watcher);
  });
  afterEach(() => world.bench.dispose());

  const isTooLarge = () => {
    for (const { objectId } of [ada, ben])
      world.state.refuses.set(objectId, new CodedError('LOOK_TOO_LARGE'));
  };
  const round = async () => {
    await world.pollNow();
    await world.tellNow();
  };
  const told = () =>
    world.state.shown.map(({ kind, watcher }) => `${watcher.objectId[0]} ${kind}`).toSorted();
  const both = ['a too-large', 'b too-large'];

  it('tells each of its watchers once, and asks rarely', async () => {
    isTooLarge();
    for (let n = 0; n < 3; n += 1) await round();
    assert.deepEqual(told(), both);
    assert.ok((await world.dueIn('watched_groups')) > 14 * 60_000);
  });

  it('tells somebody who watches more than one thing of it once, in their own chat', async () => {
    const { place } = sampleWatch();
    await world.watch(ada, { ...place, chatId: '19:all@thread.v2', chatType: 'groupChat' });
    isTooLarge();
    await round();
    assert.deepEqual(told(), both);
    assert.deepEqual(world.kindsIn('19:all@thread.v2'), []);
  });

  it('tells whoever watches it later', async () => {
    await world.watches.unwatch((await world.watches.watching(ben))[0]!.id, ben);
    isTooLarge();
    await round();
    world.state.refuses.delete(ben.objectId);
    await world.watch(ben);
    isTooLarge();
    await round();
    assert.deepEqual(told(), both);
  });

  it('shows it in "watching", until it can be read again', async () => {
    isTooLarge();
    await round();
    const shown = async (texts: typeof english) =>
      JSON.stringify(watchingCard({ watches: await world.watches.watching(ada), chatId: 'c', texts }));
    assert.ok((await shown(english)).includes('more conversations than I can look through'));
    assert.ok((await shown(german)).includes('mehr Unterhaltungen hat, als ich durchsehen kann'));
    world.state.refuses.clear();
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await round();
    assert.ok(!(await shown(english)).includes('look through'));
    assert.deepEqual(told(), ['a posts', ...both, 'b posts'].toSorted());
    world.later(60_000);
    isTooLarge();
    await round();
    assert.deepEqual(told(), ['a posts', 'b posts', ...both, ...both].toSorted());
  });

  it('says nothing that is past by the time it could be shown', async () => {
    isTooLarge();
    await world.pollNow();
    world.state.refuses.clear();
    await round();
    assert.deepEqual(told(), []);
    assert.equal((await world.watches.watching(ada))[0]?.target.group.id, group.id);
  });
});
