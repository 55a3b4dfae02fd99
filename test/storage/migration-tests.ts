import assert from 'node:assert/strict';
import { sampleRequest } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

export function migrationTests(createBench: CreateBench): void {
  describe('migrations', () => {
    let bench: StorageBench;
    beforeEach(async () => {
      bench = await createBench({ fresh: true });
    });
    afterEach(() => bench.dispose());

    it('refuse a database that is newer than this version, and give it back', async () => {
      await (await bench.open()).close();
      await bench.query(`insert into kysely_migration values ('9999-later', '2030-01-01')`);
      await assert.rejects(bench.open(), { code: 'STORAGE_NOT_MIGRATED' });
      await bench.query(`delete from kysely_migration where name = '9999-later'`);
      const storage = await bench.open();
      assert.equal((await storage.ledger.accept(sampleRequest(), 'one')).first, true);
    });

    it('are taken whole or not at all', async () => {
      await bench.query('create table chats (id integer)');
      await assert.rejects(bench.open(), 'chats, which a migration makes after others, is there already');
      for (const table of ['requests', 'receipts', 'forms']) {
        await assert.rejects(bench.query(`select * from ${table}`), table);
      }
      await bench.query('drop table chats');
      await bench.open();
      assert.deepEqual(await bench.query('select * from requests'), []);
    });

    it('leave the rows alone however often the database is opened', async () => {
      const request = sampleRequest();
      for (let n = 0; n < 3; n += 1) {
        const storage = await bench.open();
        const { first } = await storage.ledger.accept(request, 'one');
        assert.equal(first, n === 0);
        await storage.close();
      }
    });
  });
}
