import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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

/** SQLite in a fresh folder under the system's temporary one. */
export async function createSqliteBench(): Promise<SqliteBench> {
  const parent = mkdtempSync(join(tmpdir(), 'kickoff-storage-'));
  const folder = join(parent, 'data');
  const key = { id: 'k1', key: randomBytes(32) };
  const opened: Storage[] = [];
  return {
    folder,
    async open({ keys = [key], holdMs = 60_000, log = silentLog, ...options }: BenchOptions = {}) {
      const database = { kind: 'sqlite', folder } as const;
      const storage = await openStorage({ ...options, database, encryptionKeys: keys, holdMs, log });
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
