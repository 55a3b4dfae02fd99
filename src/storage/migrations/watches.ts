import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Watches, the groups they read, the posts that were seen, subscriptions, and notices. */
export const watches: Migration = {
  async up(db: Kysely<unknown>) {
    await createWatches(db);
    await createGroups(db);
    await createSubscriptions(db);
    await createNotices(db);
  },
};

async function createWatches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('group_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('paused_for', 'text')
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('access_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  for (const [name, columns] of Object.entries({
    watches_person: ['tenant_id', 'person_id'],
    watches_group: ['group_key'],
    watches_place: ['place_key'],
  })) {
    await db.schema.createIndex(name).on('watches').columns(columns).execute();
  }
  await db.schema
    .createTable('watch_settings')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('watch_settings_key', ['tenant_id', 'person_id'])
    .execute();
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watched_groups')
    .addColumn('group_key', 'text', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('quiet', 'integer', (column) => column.notNull())
    .addColumn('echoes', 'integer', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('hints', 'bigint', (column) => column.notNull())
    .addColumn('reader', 'text')
    .addColumn('read_at', 'bigint')
    .addColumn('due_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .execute();
  await indexDueWork(db, 'watched_groups', 'group_key');
  await db.schema
    .createTable('seen_posts')
    .addColumn('group_key', 'text', (column) => column.notNull())
    .addColumn('post_id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_posts_key', ['group_key', 'post_id'])
    .execute();
  await db.schema
    .createIndex('seen_posts_received')
    .on('seen_posts')
    .columns(['group_key', 'received_at'])
    .execute();
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('group_key', 'text', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'text')
    .addColumn('holder_id', 'text')
    .addColumn('expires_at', 'bigint')
    .addColumn('renewed_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
  await indexDueWork(db, 'subscriptions', 'group_key');
  await db.schema
    .createIndex('subscriptions_id')
    .on('subscriptions')
    .column('subscription_id')
    .where(sql.ref('subscription_id'), 'is not', null)
    .execute();
}

async function createNotices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notice_places')
    .addColumn('place_key', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('news', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('held_by', 'text')
    .addColumn('held_until', 'bigint')
    .execute();
  await indexDueWork(db, 'notice_places', 'place_key');
  await db.schema
    .createTable('notice_items')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('group_key', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('conversation_key', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('sealed', 'text')
    .execute();
  await db.schema
    .createIndex('notice_items_place')
    .on('notice_items')
    .columns(['place_key', 'state', 'created_at'])
    .execute();
  await db.schema.createIndex('notice_items_done').on('notice_items').column('done_at').execute();
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
