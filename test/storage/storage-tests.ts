import { ledgerTests } from './ledger-tests.ts';
import { personTests } from './person-tests.ts';
import { sealedAtRestTests } from './sealed-at-rest-tests.ts';
import type { StorageBench } from './storage-bench.ts';

/** What every engine has to keep; `createBench` makes one empty database of it. */
export function storageTests(createBench: () => Promise<StorageBench>): void {
  ledgerTests(createBench);
  personTests(createBench);
  sealedAtRestTests(createBench);
}
