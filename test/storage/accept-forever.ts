/** Opens the database that the first argument describes, stores request after request and prints each id once it is. */
import type { Configuration } from '../../src/config/configuration.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { sampleRequest } from './sample-request.ts';
import { silentLog } from './silent-log.ts';

const storage = await openStorage({
  database: JSON.parse(process.argv[2] ?? '') as Configuration['database'],
  encryptionKeys: [{ id: 'k', key: Buffer.alloc(32) }],
  holdMs: 60_000,
  log: silentLog,
});
process.stdout.write('open\n');
for (;;) {
  const { request } = await storage.ledger.accept(sampleRequest(), 'child', { similarSince: new Date(0) });
  const written = await storage.ledger.write({ ...request, attempts: 1 }, 'child');
  process.stdout.write(`${written?.id}\n`);
}
