import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, ben, group, samplePost } from './fakes/numbers.ts';

const key = `${ada.tenantId}|${group.id}`;

describe('a watcher who signs out or is forgotten', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    await world.watch(ada);
    await world.keep();
  });
  afterEach(() => world.bench.dispose());

  const subscription = async () => (await world.store.subscriptionsOf([key]))[0];
  const leave = async () => {
    await world.watches.leaving(ada);
    world.state.signedOut.add(ada.objectId);
    await world.settled();
  };
  const forget = async () => {
    await leave();
    for (const table of ['watches', 'notice_items'])
      await world.bench.query(`delete from ${table} where person_id = '${ada.objectId}' returning 1`);
  };

  it('hands the subscription over at once, also where Graph takes only one', async () => {
    await world.watch(ben);
    const { subscriptionId, clientState } = (await subscription())!;
    await leave();
    assert.deepEqual(world.state.calls.slice(1), [`remove ${subscriptionId} as aaa`]);
    await world.keep();
    const moved = await subscription();
    assert.equal(moved?.state, 'on');
    assert.equal(moved.holder?.objectId, ben.objectId);
    assert.notEqual(moved.subscriptionId, subscriptionId);
    assert.equal(moved.clientState, clientState);
  });

  it('leaves nothing in Graph when nobody else watches', async () => {
    const id = (await subscription())?.subscriptionId;
    await forget();
    await world.pollNow();
    await world.keep();
    assert.deepEqual(world.state.calls.slice(1), [`remove ${id} as aaa`]);
    assert.equal(await subscription(), undefined);
  });

  it('is shown nothing of what waited, and the others go on', async () => {
    await world.watch(ben);
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await world.pollNow();
    await forget();
    await world.tellNow();
    assert.deepEqual(
      world.state.shown.map(({ watcher }) => watcher.objectId),
      [ben.objectId],
    );
    world.state.posts.push(samplePost({ postId: 'p2', receivedAt: new Date(world.state.now) }));
    await world.pollNow();
    await world.tellNow();
    assert.equal(
      world.state.shown.every(({ watcher }) => watcher.objectId === ben.objectId),
      true,
    );
  });

  it('is not kept by what Graph or Entra do not do', async () => {
    world.state.refuses.set(ada.objectId, new CodedError('GRAPH_UNREACHABLE'));
    await leave();
    assert.equal((await subscription())?.state, 'on');
    world.state.calls.length = 0;
    // No token any more: nobody is asked.
    await leave();
    assert.deepEqual(world.state.calls, []);
  });
});
