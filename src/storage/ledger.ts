import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Ledger } from '../conversations/ports/ledger.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { ConversationRequest } from '../conversations/request.ts';
import { createAcceptRequest } from './accept-request.ts';
import { createClaimPost } from './claim-post.ts';
import { createDueRows } from './due-rows.ts';
import { dueByDatabase } from './due-by-database.ts';
import type { Engine } from './engine.ts';
import { rememberFollowUp } from './follow-up-work.ts';
import { letFilesGo } from './let-files-go.ts';
import { createReceiptWork } from './receipt-work.ts';
import type { RequestRows } from './request-rows.ts';
import type { Schema } from './schema.ts';
import { createStoredRequests } from './stored-requests.ts';

export interface LedgerParts {
  db: Kysely<Schema>;
  engine: Engine;
  rows: RequestRows;
  /** How long a hold lasts, in milliseconds of the database's clock. */
  holdMs: number;
  /** How long after a write its receipt becomes due, in milliseconds of the database's clock. */
  receiptGraceMs: number;
  log: Log;
}

/** What of its hold a write keeps and whom it lets write. */
interface Hold {
  held_by?: RawBuilder<string | null>;
  held_until?: RawBuilder<number | null>;
  allows: RawBuilder<boolean>;
}

/**
 * Requests, one row each, and their receipts, one row each. A request and its receipt are written in one transaction, so
 * that two workers can only ever see both before or both after.
 *
 * A write by the holder renews the hold; a write by anybody else, possible only once the hold has ended, clears it.
 */
export function createLedger(parts: LedgerParts): Ledger {
  const { db, engine, rows, holdMs, receiptGraceMs, log } = parts;
  const storedIn = (connection: Kysely<Schema>) => createStoredRequests({ db: connection, rows, log });
  const stored = storedIn(db);
  const requests = createDueRows({ db, engine, table: 'requests', key: 'id', holdMs });
  const receipts = createDueRows({ db, engine, table: 'receipts', key: 'request_id', holdMs });
  const { until, free } = requests;

  async function writeIn(
    transaction: Kysely<Schema>,
    request: ConversationRequest,
    { allows, ...hold }: Hold,
  ): Promise<ConversationRequest | undefined> {
    const row = await transaction
      .updateTable('requests')
      .set({
        ...rows.changes(request),
        ...hold,
        due_at: dueByDatabase(request, engine),
        version: request.version + 1,
      })
      .where('id', '=', request.id)
      .where('version', '=', request.version)
      .where(allows)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    await letFilesGo(transaction, request);
    await rememberFollowUp(transaction, request, { engine, graceMs: receiptGraceMs });
    const receipt = await transaction
      .updateTable('receipts')
      .set({ wanted_version: row.version, due_at: sql<number>`${engine.now} + ${receiptGraceMs}` })
      .where('request_id', '=', row.id)
      .returning(['activity_id', 'shown_version'])
      .executeTakeFirstOrThrow();
    return rows.request({ ...row, ...receipt });
  }

  const writeAs = (request: ConversationRequest, hold: Hold) =>
    db.transaction().execute((transaction) => writeIn(transaction, request, hold));
  const heldBy = (holder: string): Hold => ({
    held_by: sql<string | null>`case when held_by = ${holder} then held_by end`,
    held_until: sql<number | null>`case when held_by = ${holder} then ${until} end`,
    allows: sql<boolean>`(held_by = ${holder} or ${free})`,
  });

  return {
    find: stored.find,
    findBySource: stored.findBySource,
    waitingForSignIn: stored.waitingForSignIn,
    openOf: stored.openOf,
    countOpen: stored.countOpen,
    createdSince: stored.createdSince,
    accept: createAcceptRequest({
      ...{ db, engine, rows, storedIn, until, receiptGraceMs },
      writeIn: (transaction, request, holder) => writeIn(transaction, request, heldBy(holder)),
    }),
    claim: createClaimPost(db),
    async wakeSignedIn({ tenantId, objectId }) {
      await db
        .updateTable('requests')
        .set({ due_at: engine.now })
        .where('tenant_id', '=', tenantId)
        .where('author_id', '=', objectId)
        .where('waiting_for', '=', 'sign-in')
        .execute();
    },
    release: (id, holder) => requests.release(id, holder),
    ...createReceiptWork({ db, engine, due: receipts, stored }),

    async take(id, holder) {
      return (await requests.take(id, holder)) ? stored.find(id) : undefined;
    },

    async takeDue(holder, limit) {
      return stored.all(await requests.takeDue(holder, limit));
    },

    write: (request, holder) => writeAs(request, heldBy(holder)),

    // Whoever holds the row goes on holding it, and finds out by the version.
    writeOver: (request) => writeAs(request, { allows: sql<boolean>`1 = 1` }),

    async dueCounts() {
      return [
        { kind: 'requests', ...(await requests.count()) },
        { kind: 'receipts', ...(await receipts.count()) },
      ];
    },
  };
}
