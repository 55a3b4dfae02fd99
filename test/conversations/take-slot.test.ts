import assert from 'node:assert/strict';
import { ada, coded, createWorld, finance, wish } from './fakes/world.ts';
import { lost, nothing, unknown } from './lost-answer.ts';

describe('a place at a group’s mailbox', () => {
  const take = (world: ReturnType<typeof createWorld>, kind: 'read' | 'write') =>
    world.slots.take(finance.id, kind, { holder: 'there', limit: 9 });

  it('is given back whatever the POST ends in, so that all that follow are posted', async () => {
    const world = createWorld();
    const { state, conversations, slots } = world;
    state.outcomes = [
      { kind: 'refused', error: coded('GRAPH_REFUSED', { message: 'x' }) },
      unknown,
      { kind: 'created', created: { conversationId: 'c1' } },
    ];
    for (const topic of ['1', '2', '3', '4', '5'])
      await conversations.start(wish({ sourceKey: topic, topic }));
    assert.equal(state.posted.length, 5);
    state.beforeOutcome = () => Promise.reject(new Error('a defect'));
    await conversations.start(wish({ sourceKey: '6', topic: '6' }));
    assert.equal(state.posted.length, 6);
    assert.equal(slots.taken.size, 0);
  });

  it('is waited for: nothing is sent while others have all of them, and it goes out once one is free', async () => {
    const world = createWorld();
    const { state, conversations, slots } = world;
    const others = [await take(world, 'write'), await take(world, 'write')];
    const { request } = await conversations.start(wish());
    assert.deepEqual([request.state, state.posted.length], ['waiting', 0]);
    await slots.free(others[0]!);
    state.now = new Date(state.now.getTime() + 2_000);
    await conversations.workDue();
    assert.deepEqual([state.shown.at(-1)?.state, state.posted.length], ['created', 1]);
  });

  it('leaves the author’s order to send again as it stands, while there is none to look or to post', async () => {
    for (const kind of ['read', 'write'] as const) {
      const world = await lost();
      const { state, conversations, slots, id, pass, passAll, rows } = world;
      state.looks = [nothing];
      await passAll();
      const others = [await take(world, kind), await take(world, kind)];
      await conversations.order(id, ada, 'send-again');
      assert.deepEqual([rows.get(id)?.state, state.posted.length], ['unknown', 1], kind);
      for (const slot of others) await slots.free(slot!);
      assert.deepEqual([(await pass(60_000)).state, state.posted.length], ['created', 2], kind);
    }
  });
});
