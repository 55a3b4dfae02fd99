import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { postgresPool } from '../../src/storage/postgres-pool.ts';
import { createPostgresServer, whyNoPostgres } from './postgres-server.ts';
import type { PostgresBench, PostgresServer } from './postgres-server.ts';
import { silentLog } from './silent-log.ts';
import { createTcpProxy, type TcpProxy } from './tcp-proxy.ts';

const missing = await whyNoPostgres();

describe(`connections to PostgreSQL${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer | undefined;
  let bench: PostgresBench;
  let proxy: TcpProxy;
  let pool: ReturnType<typeof postgresPool>;
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
  });
  beforeEach(async () => {
    bench = await server!.createBench();
    proxy = await createTcpProxy(new URL(bench.url));
    pool = postgresPool(Object.assign(new URL(bench.url), { port: `${proxy.port}` }).href, silentLog);
  });
  afterEach(async () => {
    await pool.end();
    await bench.dispose();
  });
  after(() => server?.drop());

  // An error that nobody listens to would end the process, and the test with it.
  it('that end during a statement fail that statement alone', async () => {
    const client = await pool.connect();
    const sleeping = assert.rejects(client.query('select pg_sleep(60)', []));
    await proxy.close();
    await sleeping;
    client.release();
  });

  it('that end between two statements of a transaction fail the second', async () => {
    const client = await pool.connect();
    await client.query('begin', []);
    await proxy.close();
    // The end of the connection arrives with one of the next turns of the event loop.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    await assert.rejects(client.query('select 1', []));
    client.release();
  });

  it('leave no listener behind, however often they are used', async () => {
    const warnings: Error[] = [];
    const warned = (warning: Error): void => void warnings.push(warning);
    process.on('warning', warned);
    for (let use = 0; use < 20; use += 1) (await pool.connect()).release();
    await setImmediate();
    process.off('warning', warned);
    await proxy.close();
    assert.deepEqual(warnings, []);
  });
});
