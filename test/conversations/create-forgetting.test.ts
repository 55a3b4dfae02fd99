import assert from 'node:assert/strict';
import { createForgetting } from '../../src/conversations/create-forgetting.ts';
import type {
  DueForgetting,
  Erased,
  Forgettable,
  ForgettingWork,
} from '../../src/conversations/ports/forgetting-work.ts';
import { ada, coded, createWorld, wish } from './fakes/world.ts';

const day = 86_400_000;

/** Forgetting on top of the small Microsoft 365, with a store that answers as a test tells it. */
function createParts() {
  const world = createWorld();
  const state = {
    erased: { texts: 1, forms: 0, left: 0 } as Erased,
    due: [] as DueForgetting[],
    scheduled: [] as { subject: Forgettable; asked: boolean; inMs: number }[],
    erasing: [] as { all: boolean }[],
    given: [] as (number | undefined)[],
    signedOut: 0,
    steps: [] as string[],
    fails: false,
    settledBefore: undefined as Date | undefined,
  };
  const work: ForgettingWork = {
    async schedule(subject, options) {
      state.scheduled.push({ subject, ...options });
      return 'id';
    },
    callOff: async () => {},
    take: async (id) => ({ id, subject: { person: ada } }),
    takeDue: async () => state.due.splice(0),
    async erase(_, { all }) {
      if (state.fails) throw new Error('the database is away');
      state.steps.push('erase');
      state.erasing.push({ all });
      return state.erased;
    },
    giveBack: async (_, __, retryInMs) => void state.given.push(retryInMs),
    async eraseSettled({ before }) {
      state.settledBefore = before;
      return 3;
    },
  };
  const forgetting = createForgetting({
    ...{
      work,
      conversations: world.conversations,
      clock: { now: () => world.state.now },
      keepTexts: 7 * day,
    },
    leave: async () => void state.steps.push('leave'),
    signOut: async () => void (state.signedOut += 1),
    ...{ log: { debug() {}, info() {}, warn() {}, error() {} }, holder: 'here' },
  });
  return { world, state, forgetting };
}

describe('forgetting', () => {
  it('is at once for whoever asks, and ends with the sign-in', async () => {
    const { state, forgetting } = createParts();
    assert.deepEqual(await forgetting.forgetMe(ada), { texts: 1, forms: 0, left: 0 });
    assert.deepEqual(state.scheduled, [{ subject: { person: ada }, asked: true, inMs: 0 }]);
    assert.equal(state.signedOut, 1);
    assert.deepEqual(state.given, [undefined]);
  });

  it('keeps the sign-in while something has to be settled, and comes back in a minute', async () => {
    const { state, forgetting } = createParts();
    state.erased = { texts: 0, forms: 2, left: 1 };
    assert.equal((await forgetting.forgetMe(ada)).left, 1);
    assert.equal(state.signedOut, 0);
    assert.deepEqual(state.given, [60_000]);
  });

  it('uses the sign-in once more before anything is erased, and not again in what follows', async () => {
    const { world, state, forgetting } = createParts();
    await forgetting.forgetMe(ada);
    assert.deepEqual(state.steps, ['leave', 'erase']);
    state.due = [{ id: '1', subject: { person: ada }, since: world.state.now }];
    await forgetting.workDue();
    assert.deepEqual(state.steps, ['leave', 'erase', 'erase']);
  });

  it('goes on for two days at most', async () => {
    const { world, state, forgetting } = createParts();
    const since = (age: number) => new Date(world.state.now.getTime() - age);
    state.due = [
      { id: '1', subject: { person: ada }, since: since(2 * day) },
      { id: '2', subject: { person: ada }, since: since(2 * day + 1) },
    ];
    await forgetting.workDue();
    assert.deepEqual(state.erasing, [{ all: false }, { all: true }]);
  });

  it('sends nothing more of what waits, and leaves what came after it began', async () => {
    const { world, state, forgetting } = createParts();
    world.state.tokens = [{ kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') }];
    const early = (await world.conversations.start(wish({ sourceKey: 'early' }))).request;
    const since = world.state.now;
    world.state.now = new Date(since.getTime() + 1_000);
    const late = (await world.conversations.start(wish({ sourceKey: 'late', again: true }))).request;
    state.due = [{ id: '1', subject: { person: ada }, since }];
    await forgetting.workDue();
    assert.equal((await world.conversations.find(early.id))?.state, 'discarded');
    assert.equal((await world.conversations.find(late.id))?.state, 'waiting');
    assert.deepEqual(world.state.posted, []);
  });

  it('is in 30 days for whoever removed the bot', async () => {
    const { state, forgetting } = createParts();
    const chat = { tenantId: ada.tenantId, chatId: '19:a' };
    await forgetting.removed({ chat });
    assert.deepEqual(state.scheduled, [{ subject: { chat }, asked: false, inMs: 30 * day }]);
    state.due = [{ id: '1', subject: { chat } }];
    await forgetting.workDue();
    assert.equal(state.signedOut, 0);
  });

  it('tries again in a minute when something fails', async () => {
    const { state, forgetting } = createParts();
    state.fails = true;
    state.due = [{ id: '1', subject: { person: ada } }];
    assert.equal(await forgetting.workDue(), 4);
    assert.deepEqual(state.given, [60_000]);
  });

  it('takes the texts of requests that were settled longer ago than they are kept', async () => {
    const { world, state, forgetting } = createParts();
    assert.equal(await forgetting.workDue(), 3);
    assert.deepEqual(state.settledBefore, new Date(world.state.now.getTime() - 7 * day));
  });
});
