import assert from 'node:assert/strict';
import type { MessageOutcome } from '../../src/announcements/ports/announcement-messages.ts';
import type { AnnouncementStore } from '../../src/announcements/ports/announcement-store.ts';
import { createSqliteBench, type SqliteBench } from '../storage/sqlite-bench.ts';
import { createUseCases, sender, type UseCases } from './fakes/use-cases.ts';

const retry = (afterMs?: number): MessageOutcome => ({
  kind: 'retry',
  ...(afterMs !== undefined && { afterMs }),
});
const people = (count: number) => Array.from({ length: count }, (_, n) => `p${String(n).padStart(3, '0')}`);

describe('telling many', () => {
  let bench: SqliteBench;
  let store: AnnouncementStore;
  let cases: UseCases;
  beforeEach(async () => {
    bench = await createSqliteBench();
    store = (await bench.open()).announcements;
    cases = createUseCases(store);
  });
  afterEach(() => bench.dispose());
  const dueNow = () =>
    bench.query(`update announcement_receivers set due_at = 1 where due_at is not null returning 1`);
  const goesOn = () =>
    bench.query(`update announcements set due_at = 1 where due_at is not null returning 1`);

  it('tells everybody once and ends, whatever becomes of each', async () => {
    const { state } = cases;
    state.outcomes.set('p001', { kind: 'unreachable', reason: 'blocked' });
    state.outcomes.set('p002', { kind: 'unconfirmed' });
    state.outcomes.set('p003', new Error('nobody knows'));
    const { id } = await cases.start(people(40));
    while ((await cases.now(id)).state === 'sending') await cases.tell();
    assert.deepEqual(state.told.toSorted(), people(40));
    const { state: end, counts, endedAt } = await cases.now(id);
    assert.equal(end, 'done');
    assert.ok(endedAt !== undefined);
    assert.deepEqual(counts, {
      ...{ total: 40, waiting: 0, delivered: 37, unreachable: 1, unconfirmed: 2, stopped: 0 },
    });
    const [blocked] = (await cases.announcements.receivers(id, { limit: 1, after: 'p000' })).slice(0, 1);
    assert.deepEqual([blocked?.id, blocked?.why], ['p001', 'blocked']);
    assert.equal(await cases.tell(), 0);
  });

  it('is one announcement for one source key, and says when another content comes under it', async () => {
    const wish = { sourceKey: 'same', sender, content: { kind: 'message', text: 'Hello' } } as const;
    const audience = (ids: string[]) => ({ kind: 'people', objectIds: ids }) as const;
    const { announcements } = cases;
    const first = await announcements.start({ ...wish, audience: audience(['a', 'b']) });
    const again = await announcements.start({ ...wish, audience: audience(['b', 'a']) });
    const other = await announcements.start({ ...wish, audience: audience(['a']) });
    assert.deepEqual([first.first, first.sameContent], [true, true]);
    assert.deepEqual([again.first, again.sameContent], [false, true]);
    assert.deepEqual([other.first, other.sameContent], [false, false]);
    assert.equal(other.announcement.id, first.announcement.id);
    assert.equal((await announcements.findBySource('same'))?.counts.total, 2);
  });

  it('puts one back who asks for it, and goes on with the others', async () => {
    cases.state.outcomes.set('p000', retry(90_000));
    const { id } = await cases.start(people(3));
    await cases.tell();
    assert.deepEqual(await cases.stateOf(id), { waiting: ['p000'], delivered: ['p001', 'p002'] });
    assert.equal(await cases.tell(), 0, 'nobody is due');
    assert.equal((await cases.now(id)).state, 'sending');
    cases.state.outcomes.clear();
    await dueNow();
    await cases.tell();
    await cases.tell();
    assert.equal((await cases.now(id)).state, 'done');
    assert.deepEqual(cases.state.told, ['p000', 'p001', 'p002', 'p000']);
  });

  it('puts all of it off when several are put back, instead of trying each', async () => {
    cases.state.outcome = retry(400);
    await cases.start(people(200));
    await cases.tell();
    assert.ok(cases.state.told.length <= 16);
    const before = cases.state.told.length;
    // It is due so soon that it is waited for.
    await cases.tell();
    assert.equal(cases.state.told.length, before);
    assert.ok(cases.state.waits.some((ms) => ms > 0 && ms <= 400));
    cases.state.outcome = { kind: 'delivered' };
    await goesOn();
    await cases.tell();
    assert.ok(cases.state.told.length > before);
  });

  it('gives up nobody before a day has passed, however often they were tried, nor after a few tries', async () => {
    cases.state.outcome = retry();
    const { id } = await cases.start(['p000']);
    await cases.tell();
    for (const tried of ['tries = 50', 'tries = 7, tried_at = tried_at - 86500000']) {
      await bench.query(`update announcement_receivers set ${tried}, due_at = 1 returning 1`);
      await goesOn();
      await cases.tell();
      assert.deepEqual(await cases.stateOf(id), { waiting: ['p000'] }, tried);
    }
  });

  it('gives up who could be sent nothing for a day', async () => {
    cases.state.outcome = retry();
    const { id } = await cases.start(['p000']);
    await cases.tell();
    await bench.query(
      `update announcement_receivers set tries = 8, tried_at = tried_at - 86500000, due_at = 1 returning 1`,
    );
    await goesOn();
    await cases.tell();
    const [receiver] = await cases.announcements.receivers(id, { limit: 1 });
    assert.deepEqual([receiver?.state, receiver?.why], ['unreachable', 'not-in-time']);
  });

  it('pauses and goes on, and finishes what is on its way', async () => {
    const { announcements, state } = cases;
    const way = Promise.withResolvers<MessageOutcome>();
    state.outcomes.set('p000', way.promise);
    const { id } = await cases.start(people(30));
    await cases.begin();
    assert.equal((await announcements.order(id, sender, 'pause'))?.state, 'paused');
    const before = state.told.length;
    await cases.begin();
    assert.equal(state.told.length, before);
    way.resolve({ kind: 'delivered' });
    await cases.settled();
    assert.ok((await cases.stateOf(id))['delivered']?.includes('p000'));
    assert.equal((await announcements.order(id, sender, 'pause'))?.state, 'paused', 'once more');
    await announcements.order(id, sender, 'resume');
    while ((await cases.now(id)).state === 'sending') await cases.tell();
    assert.equal((await cases.now(id)).counts.delivered, 30);
    assert.equal(new Set(state.told).size, state.told.length);
  });

  it('tells nobody more once it is stopped, also who would have been tried again', async () => {
    const { announcements, state } = cases;
    const way = Promise.withResolvers<MessageOutcome>();
    const back = Promise.withResolvers<MessageOutcome>();
    state.outcomes.set('p000', way.promise);
    state.outcomes.set('p001', back.promise);
    const { id } = await cases.start(people(30));
    await cases.begin();
    const stopped = await announcements.order(id, sender, 'stop');
    assert.equal(stopped?.state, 'stopped');
    assert.equal(stopped?.counts.waiting, 2, 'what is on its way');
    way.resolve({ kind: 'delivered' });
    back.resolve(retry(10));
    await cases.settled();
    const before = state.told.length;
    assert.equal(await cases.begin(), 0);
    assert.equal(state.told.length, before);
    const { counts } = await cases.now(id);
    assert.equal(counts.waiting, 0);
    assert.equal(counts.delivered + counts.stopped, 30);
    assert.ok((await cases.stateOf(id))['stopped']?.includes('p001'));
    assert.equal((await announcements.order(id, sender, 'resume'))?.state, 'stopped');
  });

  it('never tells somebody again whom an instance that died may have told', async () => {
    const { state } = cases;
    state.outcome = { kind: 'unconfirmed' };
    const never = new Promise<MessageOutcome>(() => {});
    state.outcomes.set('p000', never);
    const { id } = await cases.start(['p000', 'p001']);
    await cases.begin();
    await bench.query(
      'update announcement_receivers set held_until = 1 where held_until is not null returning 1',
    );
    const other = createUseCases(store, { holder: 'there' });
    await other.tell();
    await other.tell();
    assert.deepEqual(other.state.told, []);
    const { state: end, counts } = await other.now(id);
    assert.deepEqual([end, counts.unconfirmed], ['done', 2]);
  });

  it('counts nobody while it tells, however many there are', async () => {
    const { id } = await cases.start(people(40));
    const find = () => Promise.reject(new Error('counted'));
    const other = createUseCases({ ...store, find });
    while ((await cases.now(id)).state === 'sending') await other.tell();
    assert.equal(other.state.told.length, 40);
  });

  for (const write of ['finishReceiver', 'putReceiversBack', 'putOffTelling'] as const)
    it(`loses nobody when ${write} fails for a moment`, async () => {
      let failures = 2;
      const flaky = {
        ...store,
        async [write](...given: never[]) {
          if ((failures -= 1) >= 0) throw new Error('no database');
          const really: (...all: never[]) => Promise<void> = store[write];
          await really(...given);
        },
      };
      const other = createUseCases(flaky);
      for (const id of people(6)) other.state.outcomes.set(id, retry(1));
      const { id } = await other.start(people(8));
      await other.tell();
      const { waiting, delivered } = await other.stateOf(id);
      assert.deepEqual([waiting?.length, delivered?.length], [6, 2]);
    });

  it('is nobody else’s to find, to pause or to stop', async () => {
    const { announcements } = cases;
    const { id } = await cases.start(['p000']);
    const { tenantId } = sender.person;
    const others = [
      { kind: 'person', person: { ...sender.person, objectId: 'somebody' } },
      { kind: 'app', tenantId, client: 'app', name: 'App' },
      { kind: 'person', person: { ...sender.person, tenantId: 'elsewhere' } },
    ] as const;
    for (const other of others) {
      assert.equal(await announcements.find(id, other), undefined);
      assert.equal(await announcements.order(id, other, 'stop'), undefined);
    }
    assert.equal((await announcements.find(id, { ...sender, client: 'an app of theirs' }))?.state, 'sending');
    const app = { kind: 'app', tenantId, client: 'app', name: 'App' } as const;
    const ofApp = await cases.start(['p000'], { sender: app });
    assert.equal((await announcements.find(ofApp.id, { ...app, name: 'Renamed' }))?.state, 'sending');
    for (const other of [{ ...app, client: 'other' }, { ...app, tenantId: 'elsewhere' }, sender])
      assert.equal(await announcements.find(ofApp.id, other), undefined);
  });
});
