import assert from 'node:assert/strict';
import type { Wish } from '../../src/conversations/new-request.ts';
import { coded, createWorld, wish } from './fakes/world.ts';
import { found, unknown } from './lost-answer.ts';

/** A wish of another system: there is no chat in which its receipt is shown. */
function withoutChat(differences: Parameters<typeof wish>[0] = {}): Wish {
  const { place: _, ...rest } = wish(differences);
  return rest;
}

describe('what follows a created request', () => {
  it('is done once for each, whether or not a card is shown', async () => {
    const { state, conversations } = createWorld();
    const shown = await conversations.start(wish());
    const bare = await conversations.start(withoutChat({ sourceKey: 'api|1', topic: 'Other' }));
    for (let n = 0; n < 3; n += 1) {
      state.now = new Date(state.now.getTime() + 60_000);
      await conversations.workDue();
    }
    await conversations.start(wish());
    assert.deepEqual(
      state.followed.map(({ id }) => id),
      [shown.request.id, bare.request.id],
    );
    assert.deepEqual(
      state.shown.map(({ id }) => id),
      [shown.request.id],
    );
  });

  it('is done by whoever is alive when the one who created it died before', async () => {
    const { state, conversations, followUps, following } = createWorld();
    const alive = { ...followUps };
    followUps.take = async () => undefined;
    const { request } = await conversations.start(withoutChat());
    Object.assign(followUps, alive);
    assert.deepEqual(state.followed, []);
    assert.notEqual(following.get(request.id)?.dueAt, undefined);
    state.now = new Date(state.now.getTime() + 6_000);
    await conversations.workDue();
    assert.deepEqual(
      state.followed.map(({ id, state: was }) => [id, was]),
      [[request.id, 'created']],
    );
    assert.equal(following.get(request.id)?.dueAt, undefined);
  });

  it('is tried again when it fails, and does not hold up the receipt', async () => {
    const { state, conversations } = createWorld();
    state.following = ['fails', 'fails', 'done'];
    await conversations.start(wish());
    assert.equal(state.shown.length, 1);
    for (let n = 0; n < 5; n += 1) {
      state.now = new Date(state.now.getTime() + 60_000);
      await conversations.workDue();
    }
    assert.equal(state.followed.length, 3);
    assert.equal(state.shown.length, 1);
  });

  it('is given up when it fails for ever', async () => {
    const { state, conversations } = createWorld();
    state.following = ['fails'];
    await conversations.start(withoutChat());
    for (let n = 0; n < 30; n += 1) {
      state.now = new Date(state.now.getTime() + 600_000);
      await conversations.workDue();
    }
    assert.equal(state.followed.length, 12);
  });

  it('waits until the answer that was lost is found, and is nothing for what is refused', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [unknown, { kind: 'refused', error: coded('GRAPH_REFUSED') }];
    await conversations.start(wish());
    await conversations.start(withoutChat({ sourceKey: 'api|1', topic: 'Other' }));
    assert.equal(state.followed.length, 0);
    const at = state.now;
    state.looks = [{ kind: 'complete', found: [found('p1')] }];
    state.now = new Date(at.getTime() + 6_000);
    await conversations.workDue();
    assert.equal(state.followed.length, 1);
    assert.equal(state.followed[0]?.created?.postId, 'p1');
  });
});
