import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { silentLog } from './silent-log.ts';
import type { BenchOptions, StorageBench } from './storage-bench.ts';

export interface SqliteBench extends StorageBench {
  /** The data folder; made by the first `open`. */
  readonly folder: string;
}

/** A database with all tables and no rows, once one was made: a copy is quicker by far than the migrations. */
let template: Buffer | undefined;

/** SQLite in a folder of its own under the system's temporary one; see `CreateBench`. */
export async function createSqliteBench({ fresh = false } = {}): Promise<SqliteBench> {
  const parent = mkdtempSync(join(tmpdir(), 'kickoff-storage-'));
  const folder = join(parent, 'data');
  if (!fresh) {
    template ??= await makeTemplate(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'kickoff.sqlite'), template, { mode: 0o600 });
  }
  const key = { id: 'k1', key: randomBytes(32) };
  const opened: Storage[] = [];
  const database = { kind: 'sqlite', folder } as const;
  return {
    folder,
    database,
    async open({
      keys = [key],
      holdMs = 60_000,
      log = silentLog,
      elapsed = () => 0,
      ...options
    }: BenchOptions = {}) {
      const storage = await openStorage({ ...options, elapsed, database, encryptionKeys: keys, holdMs, log });
      opened.push(storage);
      return storage;
    },
    async query(text) {
      mkdirSync(folder, { recursive: true });
      const connection = new DatabaseSync(join(folder, 'kickoff.sqlite'), { timeout: 1_000 });
      try {
        return connection
          .prepare(text)
          .all()
          .map((row) => ({ ...row }));
      } finally {
        connection.close();
      }
    },
    async dispose() {
      for (const storage of opened) await storage.close();
      rmSync(parent, { recursive: true });
    },
  };
}

async function makeTemplate(folder: string): Promise<Buffer> {
  const encryptionKeys = [{ id: 'k1', key: randomBytes(32) }];
  const storage = await openStorage({
    ...{ database: { kind: 'sqlite', folder }, encryptionKeys },
    ...{ holdMs: 60_000, log: silentLog },
  });
  await storage.close();
  return readFileSync(join(folder, 'kickoff.sqlite'));
}
