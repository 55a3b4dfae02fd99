import assert from 'node:assert/strict';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { sampleAnnouncement } from './sample-announcement.ts';
import { sampleRequest } from './sample-request.ts';
import { createSqliteBench, type SqliteBench } from './sqlite-bench.ts';
import { storageTests } from './storage-tests.ts';
import { startWritingProcess, type WritingProcess } from './writing-process.ts';

describe('storage on SQLite', () => {
  storageTests(createSqliteBench);

  describe('the data folder', () => {
    let bench: SqliteBench;
    let child: WritingProcess | undefined;
    beforeEach(async () => {
      bench = await createSqliteBench({ fresh: true });
      child = undefined;
    });
    afterEach(async () => {
      await child?.kill();
      await bench.dispose();
    });

    it('is made for its owner alone, and syncs every commit to a write-ahead log', async () => {
      await bench.open();
      const mode = (path: string) => statSync(path).mode & 0o777;
      assert.equal(mode(bench.folder), 0o700);
      assert.equal(mode(`${bench.folder}/kickoff.sqlite`), 0o600);
      assert.equal(mode(`${bench.folder}/kickoff.sqlite-wal`), 0o600);
      assert.deepEqual(await bench.query('pragma journal_mode'), [{ journal_mode: 'wal' }]);
    });

    it('is refused when its file is no database, and given back', async () => {
      mkdirSync(bench.folder, { recursive: true });
      const file = `${bench.folder}/kickoff.sqlite`;
      writeFileSync(file, 'something else, and longer than the header of a database: '.repeat(20));
      await assert.rejects(bench.open(), ({ code, says }: CodedError) => {
        assert.equal(code, 'STORAGE_UNUSABLE');
        assert.equal(says, 'The database that DATA_DIR names cannot be used: file is not a database.');
        return true;
      });
      rmSync(file);
      await bench.open();
    });

    it('is refused to a second opener until the first closes', async () => {
      const storage = await bench.open();
      await assert.rejects(bench.open(), { code: 'STORAGE_IN_USE' });
      await storage.close();
      await bench.open();
    });

    it('is refused while another process has it, and free as soon as that is killed', async () => {
      child = startWritingProcess({ kind: 'sqlite', folder: bench.folder });
      assert.equal(await child.next(), 'open');
      await assert.rejects(bench.open(), (error: CodedError) => {
        assert.equal(error.code, 'STORAGE_IN_USE');
        assert.ok(error.says.includes(bench.folder) && error.next.includes('DATA_DIR'));
        return true;
      });
      await child.kill();
      await bench.open();
    });

    it('says why a transaction was ended by the database itself, and goes on', async () => {
      const storage = await bench.open();
      // As a full disk does.
      await bench.query(
        `create trigger full before insert on receipts begin select raise(rollback, 'no room left'); end`,
      );
      await assert.rejects(storage.ledger.accept(sampleRequest(), 'h'), /no room left/);
      await bench.query('drop trigger full');
      const request = sampleRequest();
      assert.equal((await storage.ledger.accept(request, 'h')).first, true);
      assert.deepEqual(await bench.query('select id from requests'), [{ id: request.id }]);
    });

    it('gives what its last owner held to the next at once, as that one is gone', async () => {
      const last = await bench.open();
      const request = sampleRequest();
      await last.ledger.accept(request, 'last');
      await last.ledger.takeReceipt(request.id, 'last');
      const place = { holder: 'last', limit: 1 };
      assert.ok(await last.groupSlots.take('g1', 'read', place));
      assert.equal(await last.ledger.take(request.id, 'next'), undefined);
      await last.close();
      const next = await bench.open();
      assert.ok(await next.ledger.take(request.id, 'next'));
      assert.ok(await next.ledger.takeReceipt(request.id, 'next'));
      assert.ok(await next.groupSlots.take('g1', 'read', place));
    });

    it('names at once whom its last owner may have told, as nobody else can say it any more', async () => {
      const last = await bench.open();
      const { announcement } = await last.announcements.accept(sampleAnnouncement(), ['one', 'two']);
      await last.announcements.takeReceivers(announcement.id, 'last', 1);
      await last.close();
      const next = await bench.open();
      assert.equal(await next.announcements.giveUpLost(), 1);
      const { counts } = (await next.announcements.find(announcement.id))!;
      assert.deepEqual([counts.unconfirmed, counts.waiting], [1, 1]);
    });
  });
});
