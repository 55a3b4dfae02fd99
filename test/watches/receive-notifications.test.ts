import assert from 'node:assert/strict';
import type { WatchStore } from '../../src/watches/ports/watch-store.ts';
import { createHints } from '../../src/watches/receive-notifications.ts';
import type { Subscription } from '../../src/watches/subscription.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, group } from './fakes/numbers.ts';

describe('notifications of Graph', () => {
  let world: StoredWorld;
  let subscription: Subscription;
  beforeEach(async () => {
    world = await createStoredWorld();
    await world.watch(ada);
    await world.keep();
    [subscription] = (await world.store.subscriptionsOf([`${ada.tenantId}|${group.id}`])) as [Subscription];
  });
  afterEach(() => world.bench.dispose());

  /** Hints whose pauses last until a test ends them; `asked` is what they ask of the store. */
  function open() {
    const asked: string[] = [];
    const pauses: (() => void)[] = [];
    const running: Promise<unknown>[] = [];
    let paused = Promise.withResolvers<void>();
    const state = { asked, due: 0, fails: false, whileAsked: (): void => {} };
    const ask = (what: string): void => {
      asked.push(what);
      state.whileAsked();
      if (state.fails) throw new Error('no database');
    };
    const store: WatchStore = {
      ...world.store,
      async subscriptionsById(ids) {
        ask('subscriptionsById');
        return world.store.subscriptionsById(ids);
      },
      async hintGroups(keys) {
        ask('hintGroups');
        return world.store.hintGroups(keys);
      },
      async hintSubscriptions(keys, options) {
        ask(`hintSubscriptions${options?.gone === true ? ' that are gone' : ''}`);
        return world.store.hintSubscriptions(keys, options);
      },
    };
    const hints = createHints(
      {
        store,
        timer: {
          wait: () =>
            new Promise((resolve) => {
              pauses.push(resolve);
              paused.resolve();
            }),
        },
        background: { run: (_, work) => void running.push(work().catch(() => {})) },
        log: { debug() {}, info() {}, warn() {}, error() {} },
      },
      () => (state.due += 1),
    );
    const tell = (lifecycleEvent?: string, clientState = subscription.clientState): void =>
      hints.take([
        {
          ...{ subscriptionId: subscription.subscriptionId!, clientState },
          ...(lifecycleEvent !== undefined && { lifecycleEvent }),
        },
      ]);
    /** Ends the pause, and waits for what is written after it, until the next one begins. */
    const pass = async (): Promise<void> => {
      paused = Promise.withResolvers();
      pauses.shift()!();
      await Promise.race([Promise.all(running), paused.promise]);
    };
    return { state, tell, pass };
  }

  it('are written down together with all that come within a moment, and not before', async () => {
    const { state, tell, pass } = open();
    tell();
    await Promise.resolve();
    for (let n = 0; n < 50; n += 1) tell(undefined, `forged ${n}`);
    tell();
    assert.deepEqual(state.asked, []);
    await pass();
    assert.deepEqual(state.asked, ['subscriptionsById', 'hintGroups']);
    assert.equal(state.due, 1);
  });

  it('that come while others are written down wait for a moment, too', async () => {
    const { state, tell, pass } = open();
    tell();
    state.whileAsked = () => {
      state.whileAsked = () => {};
      tell('missed');
    };
    await pass();
    assert.deepEqual(state.asked, ['subscriptionsById', 'hintGroups']);
    await pass();
    assert.equal(state.asked.length, 4);
  });

  for (const [event, asks] of [
    [undefined, 'hintGroups'],
    ['missed', 'hintGroups'],
    ['reauthorizationRequired', 'hintSubscriptions'],
    ['subscriptionRemoved', 'hintSubscriptions that are gone'],
  ] as const) {
    it(`make due what they are about (${event ?? 'a change'}), and nothing when they are forged`, async () => {
      const { state, tell, pass } = open();
      tell(event, 'forged');
      await pass();
      assert.deepEqual([state.asked, state.due], [['subscriptionsById'], 0]);
      tell(event);
      await pass();
      assert.deepEqual([state.asked.slice(1), state.due], [['subscriptionsById', asks], 1]);
    });
  }

  it('are forgotten where there are too many to keep: reading finds what they announced', async () => {
    const { state, tell, pass } = open();
    for (let n = 0; n < 3_000; n += 1) tell(undefined, `forged ${n}`);
    tell();
    await pass();
    assert.deepEqual(state.asked, ['subscriptionsById']);
    tell();
    await pass();
    assert.equal(state.asked.at(-1), 'hintGroups');
  });

  it('are taken again after the database did not answer', async () => {
    const { state, tell, pass } = open();
    state.fails = true;
    tell();
    await pass();
    state.fails = false;
    tell();
    await pass();
    assert.deepEqual([state.asked.at(-1), state.due], ['hintGroups', 1]);
  });
});
