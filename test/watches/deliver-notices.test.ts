import assert from 'node:assert/strict';
import { itemOfWatch } from '../../src/watches/notice-item.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, ben, group, samplePost, sampleWatch } from './fakes/numbers.ts';

describe('notices of a chat', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    await world.watch(ada);
  });
  afterEach(() => world.bench.dispose());
  const post = (postId: string, threadId = 't1') => {
    const receivedAt = new Date(world.state.now);
    world.state.posts.push(samplePost({ postId, threadId, conversationId: `c-${threadId}`, receivedAt }));
  };
  const tell = async () => {
    await world.pollNow();
    await world.tellNow();
  };
  const isDueIn = async (ms: number) => {
    const dueIn = await world.dueIn('notice_places');
    assert.ok(dueIn > ms - 5_000 && dueIn <= ms + 50, `in ${dueIn} ms`);
  };

  it('come by themselves when what has to wait may be shown', async () => {
    post('p1');
    await tell();
    post('p2');
    await tell();
    assert.equal(world.state.shown.length, 1, 'the second waits');
    await isDueIn(20_000);
  });

  it('come again when the chat has asked for it', async () => {
    world.state.outcome = { kind: 'retry', afterMs: 90_000 };
    post('p1');
    await tell();
    await isDueIn(90_000);
  });

  it('come when the first of them may, whether it has to wait or was asked to', async () => {
    post('p1', 't1');
    await tell();
    world.state.outcome = { kind: 'retry', afterMs: 6_000 };
    post('p2', 't1');
    post('p3', 't2');
    await tell();
    await isDueIn(6_000);
  });

  it('go on after the most that is shown in one go, however much has come', async () => {
    for (let n = 0; n < 250; n += 1) post(`p${n}`);
    await tell();
    assert.equal(world.state.shown.length, 1);
    await isDueIn(0);
    await world.tellNow();
    await isDueIn(20_000);
  });

  it('are four at once, and the others right after them', async () => {
    const { store, state } = world;
    await world.watch(ben, sampleWatch().place);
    await world.watches.watch({
      ...{ watcher: ben, place: sampleWatch().place, group: group.id, confirmed: true },
      conversation: 'Budget',
    });
    const left = await store.ofPerson(ben);
    assert.equal(left.length, 2);
    await store.end(
      left,
      left.map((watch) => itemOfWatch('access-lost', watch, 'now')),
    );
    for (const thread of ['t1', 't2', 't3']) post(`p-${thread}`, thread);
    await tell();
    assert.equal(state.shown.length, 4);
    await isDueIn(0);
    await world.tellNow();
    assert.deepEqual(
      state.shown.map(({ kind }) => kind),
      ['access-lost', 'access-lost', 'posts', 'posts', 'posts'],
    );
  });
});
