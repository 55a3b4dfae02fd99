import assert from 'node:assert/strict';
import { ada, coded, createWorld, wish } from './fakes/world.ts';
import { unknown, created } from './lost-answer.ts';

describe('the same text twice', () => {
  it('within two minutes shows the first, and starts another only when that is ordered', async () => {
    const { state, conversations } = createWorld();
    const first = await conversations.start(wish({ sourceKey: '1' }));
    const second = await conversations.start(wish({ sourceKey: '2' }));
    assert.deepEqual([second.similar, second.first, second.request.id], [true, false, first.request.id]);
    assert.equal((await conversations.start(wish({ sourceKey: '3', again: true }))).first, true);
    assert.equal(state.posted.length, 2);
  });

  it('starts nothing either when it is delivered again later', async () => {
    const { state, conversations } = createWorld();
    const first = await conversations.start(wish({ sourceKey: '1' }));
    await conversations.start(wish({ sourceKey: '2' }));
    state.now = new Date(state.now.getTime() + 600_000);
    const again = await conversations.start(wish({ sourceKey: '2' }));
    assert.deepEqual([again.similar, again.first, again.request.id], [true, false, first.request.id]);
    assert.equal((await conversations.findBySource('2'))?.id, first.request.id);
    assert.equal(state.posted.length, 1);
  });

  it('counts as another one later, with another text, or after a refusal', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [{ kind: 'refused', error: coded('GRAPH_REFUSED') }, created];
    await conversations.start(wish({ sourceKey: '1' }));
    assert.equal((await conversations.start(wish({ sourceKey: '2' }))).first, true);
    assert.equal((await conversations.start(wish({ sourceKey: '3', body: 'other' }))).first, true);
    state.now = new Date(state.now.getTime() + 121_000);
    assert.equal((await conversations.start(wish({ sourceKey: '4' }))).first, true);
  });

  it('is one while the first is not settled, however long that takes', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [unknown];
    await conversations.start(wish({ sourceKey: '1' }));
    state.now = new Date(state.now.getTime() + 600_000);
    assert.equal((await conversations.start(wish({ sourceKey: '2' }))).similar, true);
  });
});

describe('signing in late', () => {
  it('asks the author before something is posted that waited for more than an hour', async () => {
    const { state, conversations, rows, settled } = createWorld();
    const token = state.tokens[0]!;
    state.tokens = [{ kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') }];
    const { request } = await conversations.start(wish());
    state.tokens = [token];
    state.now = new Date(state.now.getTime() + 3_700_000);
    await conversations.signedIn(ada);
    await settled();
    assert.equal(rows.get(request.id)?.waitingFor, 'author');
    assert.equal(state.posted.length, 0);
    assert.equal((await conversations.order(request.id, ada, 'post-now')).kind, 'done');
    assert.equal(state.posted.length, 1);
  });
});

describe('a receipt', () => {
  it('that could not be shown is shown later', async () => {
    const { state, conversations } = createWorld();
    state.chat = ['fails', 'shown'];
    await conversations.start(wish());
    assert.equal(state.shown.length, 0);
    state.now = new Date(state.now.getTime() + 10_000);
    await conversations.workDue();
    assert.equal(state.shown.length, 1);
    state.now = new Date(state.now.getTime() + 3_600_000);
    assert.equal(await conversations.workDue(), 0);
  });

  it('whose chat is gone is left alone', async () => {
    const { state, conversations } = createWorld();
    state.chat = ['unreachable'];
    await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 3_600_000);
    assert.equal(await conversations.workDue(), 0);
  });

  it('of a request whose process died is shown by another', async () => {
    const { state, conversations, rows, receipts } = createWorld();
    const { request } = await conversations.start(wish());
    rows.set(request.id, { ...rows.get(request.id)!, version: 9 });
    receipts.set(request.id, { dueAt: state.now, failures: 0 });
    await conversations.workDue();
    assert.equal(state.shown.length, 2);
  });
});

describe('pending requests', () => {
  it('are the person’s own that are open or refused', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [unknown, { kind: 'refused', error: coded('GRAPH_REFUSED') }, created];
    for (const body of ['one', 'two', 'three']) await conversations.start(wish({ sourceKey: body, body }));
    const pending = await conversations.pending(ada);
    assert.deepEqual(pending.map(({ state }) => state).toSorted(), ['refused', 'unknown']);
    assert.deepEqual(await conversations.pending({ ...ada, objectId: 'other' }), []);
  });
});
