import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, samplePost } from './fakes/numbers.ts';

const asked = 20 * 60_000;
const throttled = new CodedError('GRAPH_THROTTLED', { retryAfterMs: String(asked) });

describe('watching, asked by Graph to wait', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    await world.watch(ada);
  });
  afterEach(() => world.bench.dispose());

  const waits = async (table: string) => {
    const dueIn = await world.dueIn(table);
    assert.ok(Math.abs(dueIn - asked) < 5_000, `${table} in ${dueIn} ms`);
  };

  it('waits as long before it asks for a subscription again', async () => {
    world.state.creating = [throttled];
    await world.keep();
    await waits('subscriptions');
  });

  it('waits as long before it renews one', async () => {
    await world.keep();
    world.later(50 * 60_000);
    world.state.refuses.set(ada.objectId, throttled);
    await world.dueNow('subscriptions');
    await world.keep();
    await waits('subscriptions');
  });

  it('waits as long when it was asked in the middle of a round, and keeps what it had read', async () => {
    const receivedAt = new Date(world.state.now);
    world.state.posts.push(samplePost({ postId: 'p1', threadId: 't1', receivedAt }));
    world.state.posts.push(samplePost({ postId: 'p2', threadId: 't2', receivedAt }));
    world.state.broken.set('t2', throttled);
    await world.pollNow();
    await waits('watched_groups');
    assert.equal((await world.bench.query('select 1 from seen_posts')).length, 1);
  });

  it('does not ask Entra for one watcher after the other while it gives no tokens', async () => {
    for (let n = 0; n < 12; n += 1)
      await world.watch({ ...ada, objectId: `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}` });
    world.state.asked.length = 0;
    world.state.entraSilentFor = 10_000;
    await world.pollNow();
    assert.ok(world.state.asked.length <= 3, String(world.state.asked.length));
    assert.equal((await world.watches.watching(ada))[0]?.state, 'on');
    world.state.entraSilentFor = 0;
    await world.pollNow();
    assert.equal(world.state.reads, 1);
  });

  it('waits as long before it checks somebody’s access again', async () => {
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await world.pollNow();
    world.later(16 * 60_000);
    world.state.refuses.set(ada.objectId, throttled);
    await world.tellNow();
    await waits('notice_places');
    assert.equal(world.state.shown.length, 0);
  });
});
