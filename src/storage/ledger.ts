import { sql, type Kysely } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Ledger } from '../conversations/ports/ledger.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { ConversationRequest } from '../conversations/request.ts';
import type { Engine } from './engine.ts';
import type { RequestRows } from './request-rows.ts';
import type { RequestRow, Schema } from './schema.ts';

export interface LedgerParts {
  db: Kysely<Schema>;
  engine: Engine;
  rows: RequestRows;
  /** How long a hold lasts, in milliseconds of the database's clock. */
  holdMs: number;
  log: Log;
}

/**
 * Requests, one row each. Every method that changes something is one statement, so that two workers can only ever see
 * it before or after.
 *
 * A hold is not re-entrant: while it lasts, a second `take` is refused to its own holder too. A write by the holder
 * renews the hold; a write by anybody else, possible only once the hold has ended, clears it.
 */
export function createLedger({ db, engine, rows, holdMs, log }: LedgerParts): Ledger {
  const until = sql<number>`${engine.now} + ${holdMs}`;
  const free = sql<boolean>`(held_until is null or held_until <= ${engine.now})`;

  const found = (row: RequestRow | undefined): ConversationRequest | undefined =>
    row === undefined ? undefined : rows.request(row);

  async function findBySource(sourceKey: string): Promise<ConversationRequest | undefined> {
    return found(
      await db.selectFrom('requests').selectAll().where('source_key', '=', sourceKey).executeTakeFirst(),
    );
  }

  return {
    findBySource,

    async accept(request, holder) {
      const stored = await db
        .insertInto('requests')
        .values({ ...rows.row(request), held_by: holder, held_until: until })
        .onConflict((conflict) => conflict.column('source_key').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (stored !== undefined) return { request: rows.request(stored), first: true };
      const earlier = await findBySource(request.sourceKey);
      if (earlier === undefined) {
        throw new CodedError('INTERNAL', {}, { log: 'A source key was taken, but its request is gone.' });
      }
      return { request: earlier, first: false };
    },

    async find(id) {
      return found(await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst());
    },

    async take(id, holder) {
      const row = await db
        .updateTable('requests')
        .set({ held_by: holder, held_until: until })
        .where('id', '=', id)
        .where(free)
        .returningAll()
        .executeTakeFirst();
      return found(row);
    },

    async takeDue(holder, limit) {
      const due = db
        .selectFrom('requests')
        .select('id')
        .where('due_at', '<=', engine.now)
        .where(free)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .modifyEnd(engine.skipLocked);
      const taken = await db
        .updateTable('requests')
        .set({ held_by: holder, held_until: until })
        .where('id', 'in', due)
        .returningAll()
        .execute();
      // Neither engine promises the order of returned rows.
      return taken.sort(byDueTime).flatMap((row) => readable(row));
    },

    async write(request, holder) {
      const row = await db
        .updateTable('requests')
        .set({
          ...rows.changes(request),
          version: request.version + 1,
          held_by: sql<string | null>`case when held_by = ${holder} then held_by end`,
          held_until: sql<number | null>`case when held_by = ${holder} then ${until} end`,
        })
        .where('id', '=', request.id)
        .where('version', '=', request.version)
        .where(sql<boolean>`(held_by = ${holder} or ${free})`)
        .returningAll()
        .executeTakeFirst();
      return found(row);
    },

    async release(id, holder) {
      await db
        .updateTable('requests')
        .set({ held_by: null, held_until: null })
        .where('id', '=', id)
        .where('held_by', '=', holder)
        .execute();
    },

    async waitingForSignIn(person) {
      const waiting = await db
        .selectFrom('requests')
        .selectAll()
        .where('tenant_id', '=', person.tenantId)
        .where('author_id', '=', person.objectId)
        .where('state', '=', 'waiting')
        .where('waiting_for', '=', 'sign-in')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return waiting.map((row) => rows.request(row));
    },

    async receiptShown(id, receipt) {
      await db
        .updateTable('requests')
        .set({ receipt_activity_id: receipt.activityId, receipt_version: receipt.version })
        .where('id', '=', id)
        .where((row) =>
          row.or([row('receipt_version', 'is', null), row('receipt_version', '<=', receipt.version)]),
        )
        .execute();
    },
  };

  /** One row that no key opens must not stop the others; its hold keeps it away until it is tried again. */
  function readable(row: RequestRow): ConversationRequest[] {
    try {
      return [rows.request(row)];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error(
        { request: row.id, tenant: row.tenant_id, person: row.author_id, code: error.code, error },
        'A due request cannot be read',
      );
      return [];
    }
  }
}

function byDueTime(a: RequestRow, b: RequestRow): number {
  return (a.due_at ?? 0) - (b.due_at ?? 0) || (a.id < b.id ? -1 : 1);
}
