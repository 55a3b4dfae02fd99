import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Requests and their receipts, claims, places at groups, tenants, forms, tickets, token partitions and personal chats. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await createRequests(db);
    await createReceipts(db);
    await createTablesOfMailboxes(db);
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
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  await indexDueWork(db, 'requests', 'id');
  for (const [name, columns] of Object.entries({
    requests_author: ['tenant_id', 'author_id', 'state', 'created_at'],
    requests_content: ['tenant_id', 'author_id', 'content_hash'],
    requests_conversation: ['created_conversation_id'],
    requests_thread: ['created_thread_id'],
  })) {
    await db.schema.createIndex(name).on('requests').columns(columns).execute();
  }
}

async function createReceipts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('receipts')
    .addColumn('request_id', 'text', (column) => column.primaryKey().references('requests.id'))
    .addColumn('activity_id', 'text')
    .addColumn('shown_version', 'integer')
    .addColumn('wanted_version', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .execute();
  await indexDueWork(db, 'receipts', 'request_id');
}

/** Most rows are neither due nor held: the indexes have only those that are. */
async function indexDueWork(db: Kysely<unknown>, table: string, key: string): Promise<void> {
  await db.schema
    .createIndex(`${table}_due`)
    .on(table)
    .columns(['due_at', key])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await db.schema
    .createIndex(`${table}_held`)
    .on(table)
    .column('held_until')
    .where(sql.ref('held_until'), 'is not', null)
    .execute();
}

async function createTablesOfMailboxes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('post_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['group_id', 'thread_id', 'post_id'])
    .execute();
  await db.schema
    .createTable('group_slots')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull().unique())
    .addColumn('held_by', 'text', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_slots_key', ['group_id', 'kind', 'place'])
    .execute();
  await db.schema
    .createTable('tenant_facts')
    .addColumn('tenant_id', 'text', (column) => column.primaryKey())
    .addColumn('refuses_marker', 'integer', (column) => column.notNull())
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
