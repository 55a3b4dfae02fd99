import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Requests, forms, tickets, token partitions and personal chats. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await createRequests(db);
    await db.schema
      .createTable('forms')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('chat_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('forms_expiry').on('forms').column('expires_at').execute();
    await db.schema
      .createTable('tickets')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('chat_id', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('used_at', 'bigint')
      .addColumn('sealed', 'text')
      .addPrimaryKeyConstraint('tickets_key', ['kind', 'id'])
      .execute();
    await db.schema.createIndex('tickets_expiry').on('tickets').column('expires_at').execute();
    await createSealedPerPerson(db, 'token_partitions');
    await createSealedPerPerson(db, 'chats');
  },
};

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_key', 'text', (column) => column.notNull().unique())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('waiting_for', 'text')
    .addColumn('reason_code', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('attempted_at', 'bigint')
    .addColumn('due_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .addColumn('marker', 'integer', (column) => column.notNull())
    .addColumn('group_id', 'text')
    .addColumn('created_conversation_id', 'text')
    .addColumn('created_thread_id', 'text')
    .addColumn('created_post_id', 'text')
    .addColumn('receipt_activity_id', 'text')
    .addColumn('receipt_version', 'integer')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('requests_due')
    .on('requests')
    .columns(['due_at', 'id'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('requests_author')
    .on('requests')
    .columns(['tenant_id', 'author_id', 'state', 'created_at'])
    .execute();
}

async function createSealedPerPerson(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ['tenant_id', 'person_id'])
    .execute();
}
