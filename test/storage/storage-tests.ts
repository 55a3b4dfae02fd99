import { acceptTests } from './accept-tests.ts';
import { announcementTests } from './announcement-tests.ts';
import { chatNoteTests } from './chat-note-tests.ts';
import { fileTests } from './file-tests.ts';
import { followUpTests } from './follow-up-tests.ts';
import { forgettingTests } from './forgetting-tests.ts';
import { leaseTests } from './lease-tests.ts';
import { callCounterTests } from './call-counter-tests.ts';
import { ledgerTests } from './ledger-tests.ts';
import { mailboxTests } from './mailbox-tests.ts';
import { migrationTests } from './migration-tests.ts';
import { personTests } from './person-tests.ts';
import { personInstallTests } from './person-install-tests.ts';
import { planTests } from './plan-tests.ts';
import { reachTests } from './reach-tests.ts';
import { paceTests } from './pace-tests.ts';
import { receiptTests } from './receipt-tests.ts';
import { sealedAtRestTests } from './sealed-at-rest-tests.ts';
import type { CreateBench } from './storage-bench.ts';
import { lackingWatchTests } from './lacking-watch-tests.ts';
import { sweepTests } from './sweep-tests.ts';
import { upgradeTests } from './upgrade-tests.ts';
import { watchTests } from './watch-tests.ts';

/** What every engine has to keep; `createBench` makes one empty database of it. */
export function storageTests(createBench: CreateBench): void {
  acceptTests(createBench);
  ledgerTests(createBench);
  leaseTests(createBench);
  planTests(createBench);
  receiptTests(createBench);
  followUpTests(createBench);
  mailboxTests(createBench);
  personTests(createBench);
  personInstallTests(createBench);
  reachTests(createBench);
  paceTests(createBench);
  chatNoteTests(createBench);
  fileTests(createBench);
  callCounterTests(createBench);
  sealedAtRestTests(createBench);
  watchTests(createBench);
  announcementTests(createBench);
  lackingWatchTests(createBench);
  migrationTests(createBench);
  upgradeTests(createBench);
  sweepTests(createBench);
  forgettingTests(createBench);
}
