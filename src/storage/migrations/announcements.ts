import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Notices to many, who is told, and the cards that show how far they are. */
export const announcements: Migration = {
  async up(db: Kysely<unknown>) {
    await createAnnouncements(db);
    await createReceivers(db);
    await createCards(db);
  },
};

async function createAnnouncements(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcements')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_key', 'text', (column) => column.notNull().unique())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('client', 'text')
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('gathered', 'integer', (column) => column.notNull())
    .addColumn('reason_code', 'text')
    .addColumn('reason', 'text')
    .addColumn('position', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('forgotten_at', 'bigint')
    .execute();
  await indexDueWork(db, 'announcements', 'id');
  await db.schema
    .createIndex('announcements_person')
    .on('announcements')
    .columns(['tenant_id', 'person_id', 'state'])
    .execute();
  await db.schema
    .createIndex('announcements_ended')
    .on('announcements')
    .column('ended_at')
    .where(sql.ref('forgotten_at'), 'is', null)
    .execute();
}

async function createReceivers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_receivers')
    .addColumn('announcement_id', 'text', (column) => column.notNull())
    .addColumn('receiver_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('tried_at', 'bigint')
    .addColumn('due_at', 'bigint')
    .addColumn('done_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .addColumn('sealed', 'text')
    .addPrimaryKeyConstraint('announcement_receivers_key', ['announcement_id', 'receiver_id'])
    .execute();
  for (const [name, columns] of Object.entries({
    announcement_receivers_state: ['announcement_id', 'state'],
    announcement_receivers_id: ['receiver_id'],
  })) {
    await db.schema.createIndex(name).on('announcement_receivers').columns(columns).execute();
  }
  await db.schema
    .createIndex('announcement_receivers_due')
    .on('announcement_receivers')
    .columns(['announcement_id', 'due_at', 'receiver_id'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
  await indexHeld(db, 'announcement_receivers');
}

async function createCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_cards')
    .addColumn('announcement_id', 'text', (column) => column.primaryKey().references('announcements.id'))
    .addColumn('activity_id', 'text')
    .addColumn('shown', 'text')
    .addColumn('news', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .execute();
  await indexDueWork(db, 'announcement_cards', 'announcement_id');
}

/** Most rows are neither due nor held: the indexes have only those that are. */
async function indexDueWork(db: Kysely<unknown>, table: string, key: string): Promise<void> {
  await db.schema
    .createIndex(`${table}_due`)
    .on(table)
    .columns(['due_at', key])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await indexHeld(db, table);
}

async function indexHeld(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .createIndex(`${table}_held`)
    .on(table)
    .column('held_until')
    .where(sql.ref('held_until'), 'is not', null)
    .execute();
}
