import assert from 'node:assert/strict';
import type { Configuration } from '../../src/config/configuration.ts';
import type { StorageBench } from '../storage/storage-bench.ts';
import { keysOfWritingProcess, startWritingProcess } from '../storage/writing-process.ts';

/** Kills a writing process a few times, and looks for everything that it was told is stored, and for nothing half done. */
export async function killedProcessTest(
  bench: StorageBench,
  database: Configuration['database'],
): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 1; round <= 4; round += 1) {
    const child = startWritingProcess(database);
    try {
      assert.equal(await child.next(), 'open');
      for (let n = 0; n < 40 * round; n += 1) acknowledged.push(await child.next());
    } finally {
      acknowledged.push(...(await child.kill()));
    }
  }
  const storage = await bench.open({ keys: keysOfWritingProcess });
  assert.ok(acknowledged.length >= 400);
  for (const id of acknowledged) {
    const found = await storage.ledger.find(id);
    assert.deepEqual([found?.attempts, found?.version], [1, 2], id);
  }
  const halfDone = await bench.query(
    `select id from requests left join receipts on request_id = id
     where wanted_version is null or wanted_version <> requests.version or receipts.due_at is null`,
  );
  assert.deepEqual(halfDone, [], 'a request and its receipt are written together');
}
