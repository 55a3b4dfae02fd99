/** Opens the data folder named by the first argument, accepts request after request and prints each id once it is stored. */
import { openStorage } from '../../src/storage/open-storage.ts';
import { sampleRequest } from './sample-request.ts';

const quiet = () => {};
const storage = await openStorage({
  database: { kind: 'sqlite', folder: process.argv[2] ?? '' },
  encryptionKeys: [{ id: 'k', key: Buffer.alloc(32) }],
  holdMs: 60_000,
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
});
process.stdout.write('open\n');
for (;;) {
  const { request } = await storage.ledger.accept(sampleRequest(), 'child');
  const written = await storage.ledger.write({ ...request, attempts: 1 }, 'child');
  process.stdout.write(`${written?.id}\n`);
}
