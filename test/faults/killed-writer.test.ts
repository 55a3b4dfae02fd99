import assert from 'node:assert/strict';
import { killedProcessTest } from './killed-process-test.ts';
import { createPostgresServer, whyNoPostgres } from '../storage/postgres-server.ts';
import { createSqliteBench } from '../storage/sqlite-bench.ts';

const missing = await whyNoPostgres();

describe('a process that is killed while it writes', () => {
  it('loses nothing that was acknowledged on SQLite', async () => {
    const bench = await createSqliteBench();
    try {
      await killedProcessTest(bench, { kind: 'sqlite', folder: bench.folder });
      assert.deepEqual(await bench.query('pragma integrity_check'), [{ integrity_check: 'ok' }]);
    } finally {
      await bench.dispose();
    }
  });

  it(`loses nothing that was acknowledged on PostgreSQL${missing === undefined ? '' : ` (skipped: ${missing})`}`, async function () {
    if (missing !== undefined) return this.skip();
    const server = await createPostgresServer();
    try {
      const bench = await server.createBench();
      await killedProcessTest(bench, { kind: 'postgres', url: bench.url });
      await bench.dispose();
    } finally {
      await server.drop();
    }
  });
});
