import { sql, type Kysely } from 'kysely';
import type { Ledger } from '../conversations/ports/ledger.ts';
import type { DueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { StoredRequests } from './stored-requests.ts';

export type ReceiptWork = Pick<
  Ledger,
  'takeReceipt' | 'takeDueReceipts' | 'receiptShown' | 'receiptFailed' | 'receiptFailures'
>;

/**
 * Receipts as due work: a row is due while the version shown is older than the version wanted. Both stand in the row
 * itself, because PostgreSQL looks again at the row that a statement waited for, and at no other table.
 */
export function createReceiptWork(parts: {
  db: Kysely<Schema>;
  engine: Engine;
  due: DueRows;
  stored: StoredRequests;
}): ReceiptWork {
  const { db, engine, due, stored } = parts;
  return {
    async takeReceipt(id, holder) {
      return (await due.take(id, holder)) ? stored.find(id) : undefined;
    },

    async takeDueReceipts(holder, limit) {
      return stored.all(await due.takeDue(holder, limit));
    },

    async receiptShown(id, { activityId, version }, holder) {
      const newer = sql`(shown_version is null or shown_version <= ${version})`;
      await sql`
        update receipts set
          activity_id = case when ${newer} then ${activityId} else activity_id end,
          shown_version = case when ${newer} then ${version} else shown_version end,
          due_at = case when wanted_version > ${version} and ${newer} then coalesce(due_at, ${engine.now})
            when ${newer} then null else due_at end,
          attempts = 0,
          held_by = case when held_by = ${holder} then null else held_by end,
          held_until = case when held_by = ${holder} then null else held_until end
        where request_id = ${id}`.execute(db);
    },

    async receiptFailed(id, holder, retryInMs) {
      await db
        .updateTable('receipts')
        .set((row) => ({
          attempts: row('attempts', '+', 1),
          due_at: retryInMs === undefined ? null : sql<number>`${engine.now} + ${retryInMs}`,
          held_by: null,
          held_until: null,
        }))
        .where('request_id', '=', id)
        .where(sql<boolean>`(held_by = ${holder} or ${due.free})`)
        .execute();
    },

    async receiptFailures(id) {
      const row = await db
        .selectFrom('receipts')
        .select('attempts')
        .where('request_id', '=', id)
        .executeTakeFirst();
      return row?.attempts ?? 0;
    },
  };
}
