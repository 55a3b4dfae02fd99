import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What follows created requests. Until now it was done when the receipt was shown: what was created and is not shown yet
 * is still to be done.
 */
export const followUps: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('follow_ups')
      .addColumn('request_id', 'text', (column) => column.primaryKey().references('requests.id'))
      .addColumn('due_at', 'bigint')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('held_by', 'text')
      .addColumn('held_until', 'bigint')
      .execute();
    await db.schema
      .createIndex('follow_ups_due')
      .on('follow_ups')
      .columns(['due_at', 'request_id'])
      .where(sql.ref('due_at'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('follow_ups_held')
      .on('follow_ups')
      .column('held_until')
      .where(sql.ref('held_until'), 'is not', null)
      .execute();
    await sql`
      insert into follow_ups (request_id, due_at, attempts)
      select id, receipts.due_at, 0 from requests join receipts on receipts.request_id = requests.id
      where state = 'created' and receipts.due_at is not null`.execute(db);
  },
};
