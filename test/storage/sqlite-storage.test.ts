import assert from 'node:assert/strict';
import type { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sampleRequest } from './sample-request.ts';
import { createSqliteBench, type SqliteBench } from './sqlite-bench.ts';
import { storageTests } from './storage-tests.ts';

const childKeys = [{ id: 'k', key: Buffer.alloc(32) }];

describe('storage on SQLite', () => {
  storageTests(createSqliteBench);

  describe('the data folder', () => {
    let bench: SqliteBench;
    let child: ChildProcessByStdio<null, Readable, null> | undefined;
    beforeEach(async () => {
      bench = await createSqliteBench();
    });
    afterEach(async () => {
      if (child?.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'close');
      }
      await bench.dispose();
    });

    /** Starts a process that writes in a loop; its lines, each an id that it was told is stored. */
    function startWriting(): AsyncIterator<string> {
      const script = fileURLToPath(new URL('accept-forever.ts', import.meta.url));
      child = spawn(process.execPath, [script, bench.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    }

    it('is made for its owner alone, and syncs every commit to a write-ahead log', async () => {
      await bench.open();
      const mode = (path: string) => statSync(path).mode & 0o777;
      assert.equal(mode(bench.folder), 0o700);
      assert.equal(mode(`${bench.folder}/kickoff.sqlite`), 0o600);
      assert.equal(mode(`${bench.folder}/kickoff.sqlite-wal`), 0o600);
      assert.deepEqual(await bench.query('pragma journal_mode'), [{ journal_mode: 'wal' }]);
    });

    it('is refused to a second opener until the first closes', async () => {
      const storage = await bench.open();
      await assert.rejects(bench.open(), { code: 'STORAGE_IN_USE' });
      await storage.close();
      await bench.open();
    });

    it('is refused while another process has it, and free as soon as that is killed', async () => {
      const lines = startWriting();
      assert.equal((await lines.next()).value, 'open');
      await assert.rejects(bench.open({ keys: childKeys }), (error: CodedError) => {
        assert.equal(error.code, 'STORAGE_IN_USE');
        assert.ok(error.says.includes(bench.folder) && error.next.includes('DATA_DIR'));
        return true;
      });
      child?.kill('SIGKILL');
      await once(child!, 'close');
      await bench.open({ keys: childKeys });
    });

    it('loses nothing that was acknowledged when the process is killed', async () => {
      const acknowledged: string[] = [];
      for (let round = 1; round <= 4; round += 1) {
        const lines = startWriting();
        assert.equal((await lines.next()).value, 'open');
        for (let n = 0; n < 40 * round; n += 1) acknowledged.push((await lines.next()).value as string);
        const closed = once(child!, 'close');
        child?.kill('SIGKILL');
        for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
          if (/^[0-9a-f]{32}$/.test(line.value)) acknowledged.push(line.value);
        }
        await closed;
      }
      const storage = await bench.open({ keys: childKeys });
      assert.ok(acknowledged.length >= 400);
      for (const id of acknowledged) {
        const found = await storage.ledger.find(id);
        assert.deepEqual([found?.attempts, found?.version], [1, 2], id);
      }
      assert.deepEqual(await bench.query('pragma integrity_check'), [{ integrity_check: 'ok' }]);
    }).timeout(20_000);

    it('is given back when the database is newer than this version', async () => {
      let storage = await bench.open();
      await storage.close();
      await bench.query(`insert into kysely_migration values ('9999-later', '2030-01-01')`);
      await assert.rejects(bench.open(), /cannot be brought to the form/);
      await bench.query(`delete from kysely_migration where name = '9999-later'`);
      storage = await bench.open();
      await storage.ledger.accept(sampleRequest(), 'one');
    });

    it('takes a migration whole or not at all', async () => {
      const storage = await bench.open();
      await storage.close();
      for (const table of ['kysely_migration', 'requests', 'forms', 'tickets', 'token_partitions']) {
        await bench.query(`drop table ${table}`);
      }
      await assert.rejects(bench.open(), 'chats, which the migration makes last, is there already');
      const tables = await bench.query(`select name from sqlite_master where name in ('requests', 'forms')`);
      assert.deepEqual(tables, []);
      await bench.query('drop table chats');
      await bench.open();
    });

    it('opens with the rows in it however often it is opened', async () => {
      const request = sampleRequest();
      for (let n = 0; n < 3; n += 1) {
        const storage = await bench.open();
        const { first } = await storage.ledger.accept(request, 'one');
        assert.equal(first, n === 0);
        await storage.close();
      }
    });
  });
});
