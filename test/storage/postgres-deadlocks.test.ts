import assert from 'node:assert/strict';
import { Client } from 'pg';
import type { Storage } from '../../src/storage/storage.ts';
import { ada as adaWatching, at, group, sampleWatch } from '../watches/fakes/numbers.ts';
import { createPostgresServer, whyNoPostgres } from './postgres-server.ts';
import type { PostgresBench, PostgresServer } from './postgres-server.ts';
import { sampleAnnouncement } from './sample-announcement.ts';
import { ada, sampleRequest } from './sample-request.ts';
import { until } from './until.ts';

const missing = await whyNoPostgres();

describe(`changes on PostgreSQL${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(15_000);
  let server: PostgresServer | undefined;
  let bench: PostgresBench;
  let other: Client;
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
  });
  beforeEach(async () => {
    bench = await server!.createBench();
    other = new Client({ connectionString: bench.url });
    await other.connect();
    // The other one is never the one that is ended: it looks for deadlocks much later.
    await other.query(`set deadlock_timeout = '60s'; begin`);
  });
  afterEach(async () => {
    await other.end();
    await bench.dispose();
  });
  after(() => server?.drop());

  /** The other one changes what `first` says, and what `last` says once the work waits for it. */
  async function against<Answer>(
    work: () => Promise<Answer>,
    { first, last }: { first: string; last?: string },
  ): Promise<Answer> {
    await other.query(first);
    const working = work();
    // Who fails early is seen below.
    working.catch(() => {});
    await until(async () => {
      const waiting = await bench.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0 || undefined;
    });
    if (last !== undefined) await other.query(last);
    await other.query('commit');
    return working;
  }

  const tell = async ({ announcements }: Storage, people: readonly string[]) => {
    const { announcement } = await announcements.accept(sampleAnnouncement(), people);
    return announcement.id;
  };

  describe('go on although PostgreSQL ended them for the sake of another one that they waited for:', () => {
    it('a watch that is resumed', async () => {
      const { watches } = await bench.open();
      const watch = sampleWatch();
      await watches.add(watch, { clientState: 'secret', revive: true });
      await watches.pause([watch], 'sign-in', []);
      const hints = async () => Number((await bench.query('select hints from watched_groups'))[0]?.['hints']);
      const before = await hints();
      const resumed = await against(() => watches.resume(adaWatching, 'sign-in'), {
        first: `update watched_groups set read_at = 1 where group_key = '${adaWatching.tenantId}|${group.id}'`,
        last: `update watches set access_at = ${at(0).getTime()} where id = '${watch.id}'`,
      });
      assert.equal(resumed, 1);
      assert.equal((await watches.find(watch.id))?.state, 'on');
      assert.equal(await hints(), before + 1);
    });

    it('receivers that are put back, who else would be told nothing', async () => {
      const storage = await bench.open();
      const id = await tell(storage, ['one', 'two']);
      await storage.announcements.takeReceivers(id, 'here', 5);
      const touch = (receiver: string) =>
        `update announcement_receivers set why = null where receiver_id = '${receiver}'`;
      const both = [
        { id: 'one', inMs: 0 },
        { id: 'two', inMs: 0 },
      ];
      await against(() => storage.announcements.putReceiversBack(id, both, 'here'), {
        first: touch('two'),
        last: touch('one'),
      });
      assert.deepEqual(
        (await storage.announcements.takeReceivers(id, 'there', 5)).map(({ tries }) => tries),
        [1, 1],
      );
    });

    it('a request that is written, once', async () => {
      const { ledger } = await bench.open();
      const { request } = await ledger.accept(sampleRequest(), 'here');
      const written = await against(() => ledger.write({ ...request, topic: 'New' }, 'here'), {
        first: 'update receipts set attempts = 0',
        last: 'update requests set attempts = 0',
      });
      assert.equal(written?.version, request.version + 1);
      assert.equal((await ledger.find(request.id))?.topic, 'New');
    });

    it('somebody who is forgotten', async () => {
      const storage = await bench.open();
      await storage.ledger.accept(sampleRequest({ author: { ...ada, name: 'Ada' }, state: 'created' }), 'x');
      const id = await tell(storage, ['one']);
      await storage.forgetting.schedule({ person: ada }, { asked: true, inMs: 0 });
      const [due] = await storage.forgetting.takeDue('here', 1);
      const erased = await against(
        () => storage.forgetting.erase(due!, { now: new Date(1_900_000_000_000), all: true }),
        { first: 'update announcement_cards set failures = 0', last: 'update requests set attempts = 0' },
      );
      assert.deepEqual(erased, { texts: 2, forms: 0, left: 0 });
      assert.equal((await storage.announcements.find(id))?.forgotten, true);
    });
  });

  it('are made after what they waited for, whatever the server isolates transactions by unless told', async () => {
    await other.query('commit');
    const [row] = await bench.query('select current_database() as name');
    const name = String(row?.['name']);
    const isolate = (how: string) => bench.query(`alter database ${name} ${how}`);
    await isolate(`set default_transaction_isolation = 'repeatable read'`);
    try {
      const { ledger } = await bench.open();
      const { request } = await ledger.accept(sampleRequest(), 'here');
      await other.query('begin');
      const written = await against(() => ledger.write({ ...request, topic: 'New' }, 'here'), {
        first: 'update receipts set attempts = 1',
      });
      assert.equal(written?.topic, 'New');
      assert.equal(await ledger.receiptFailures(request.id), 1);
    } finally {
      await isolate('reset default_transaction_isolation');
    }
  });
});
