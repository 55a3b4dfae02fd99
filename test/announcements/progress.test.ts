import assert from 'node:assert/strict';
import { createSqliteBench, type SqliteBench } from '../storage/sqlite-bench.ts';
import { createUseCases, sender, type UseCases } from './fakes/use-cases.ts';

describe('the card that shows how far a notice to many is', () => {
  let bench: SqliteBench;
  let cases: UseCases;
  beforeEach(async () => {
    bench = await createSqliteBench();
    cases = createUseCases((await bench.open()).announcements);
  });
  afterEach(() => bench.dispose());
  const people = Array.from({ length: 20 }, (_, n) => `p${n + 10}`);
  const dueIn = async (): Promise<number | undefined> => {
    const [row] = await bench.query('select due_at from announcement_cards');
    return row?.['due_at'] === null ? undefined : Number(row?.['due_at']) - Date.now();
  };
  const shown = () =>
    cases.state.shown.map(({ announcement, activityId }) => [
      announcement.state,
      announcement.counts.delivered,
      activityId,
    ]);

  it('is one message: at once, every five seconds, and at once at the end', async () => {
    await cases.start(people);
    await cases.show();
    assert.deepEqual(shown(), [['sending', 0, undefined]]);
    await cases.tell();
    assert.equal(await cases.show(), 0, 'not yet again');
    const wait = await dueIn();
    assert.ok(wait !== undefined && wait > 3_000 && wait <= 5_000);
    while ((await cases.tell()) > 0);
    assert.equal(await cases.show(), 1);
    assert.deepEqual(shown().at(-1), ['done', 20, 'card']);
    assert.equal(cases.state.shown.length, 2);
    assert.equal(await dueIn(), undefined);
  });

  it('is left alone while it would say the same', async () => {
    await cases.start(people);
    await cases.show();
    await bench.query('update announcement_cards set due_at = 1 returning 1');
    await cases.show();
    assert.equal(cases.state.shown.length, 1);
    assert.ok((await dueIn())! > 3_000, 'looked at again');
    assert.ok((await dueIn())! <= 5_000);
  });

  it('is shown again when that failed, and not when nobody is there', async () => {
    cases.state.showing = new Error('no answer');
    await cases.start(people);
    await cases.show();
    assert.ok((await dueIn())! > 1_000);
    await bench.query('update announcement_cards set due_at = 1 returning 1');
    cases.state.showing = 'gone';
    await cases.show();
    assert.equal(cases.state.shown.length, 2);
    assert.equal(await dueIn(), undefined);
  });

  it('is given up after a day of failures, until its state changes', async () => {
    cases.state.showing = new Error('no answer');
    const { id } = await cases.start(people);
    await bench.query('update announcement_cards set failures = 299 returning 1');
    await cases.show();
    assert.equal(await dueIn(), undefined);
    cases.state.showing = 'shown';
    await cases.announcements.order(id, sender, 'pause');
    await cases.show();
    assert.deepEqual(shown().at(-1), ['paused', 0, undefined]);
  });

  it('says what was ordered while it was being shown', async () => {
    const { id } = await cases.start(people);
    const { announcements, state } = cases;
    state.whileShown = async () => {
      state.whileShown = async () => {};
      await announcements.order(id, sender, 'pause');
    };
    await cases.show();
    while ((await cases.show()) > 0);
    assert.deepEqual(shown().at(-1), ['paused', 0, 'card']);
  });

  it('is none for another system that wants none', async () => {
    const app = { kind: 'app', tenantId: sender.person.tenantId, client: 'app', name: 'App' } as const;
    const { announcement } = await cases.announcements.start({
      ...{ sourceKey: 'api', sender: app, content: { kind: 'message', text: 'Hello' } },
      audience: { kind: 'chat', chatId: '19:a@thread.v2' },
    });
    assert.equal(await cases.show(), 0);
    await cases.tell();
    assert.deepEqual(cases.state.told, ['19:a@thread.v2']);
    await cases.tell();
    assert.equal((await cases.announcements.find(announcement.id, app))?.state, 'done');
  });
});
