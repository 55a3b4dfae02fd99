import assert from 'node:assert/strict';
import { Client } from 'pg';
import { ada, at, group, sampleWatch } from '../watches/fakes/numbers.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from './postgres-server.ts';
import { until } from './until.ts';

const missing = await whyNoPostgres();
const key = `${ada.tenantId}|${group.id}`;

describe(`watches on PostgreSQL${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(15_000);
  let server: PostgresServer | undefined;
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
  });
  after(() => server?.drop());

  it('go on although PostgreSQL ended the change for the sake of another one that it waited for', async () => {
    const bench = await server!.createBench();
    const other = new Client({ connectionString: bench.url });
    await other.connect();
    try {
      const { watches } = await bench.open();
      const watch = sampleWatch();
      await watches.add(watch, { clientState: 'secret', revive: true });
      await watches.pause([watch], 'sign-in', []);
      const before = (await bench.query('select hints from watched_groups'))[0]?.['hints'];
      // The other one is never the one that is ended: it looks for deadlocks much later.
      await other.query(`set deadlock_timeout = '60s'`);
      await other.query('begin');
      await other.query(`update watched_groups set read_at = 1 where group_key = '${key}'`);
      const resumed = watches.resume(ada, 'sign-in');
      await until(async () => {
        const waiting = await bench.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length > 0 || undefined;
      });
      await other.query(`update watches set access_at = ${at(0).getTime()} where id = '${watch.id}'`);
      await other.query('commit');
      assert.equal(await resumed, 1);
      assert.equal((await watches.find(watch.id))?.state, 'on');
      const after = (await bench.query('select hints from watched_groups'))[0]?.['hints'];
      assert.equal(Number(after), Number(before) + 1);
    } finally {
      await other.end();
      await bench.dispose();
    }
  });
});
