import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Requests without their text, where the bot is installed, and who is to be forgotten when. */
export const forgetting: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('requests').addColumn('forgotten_at', 'bigint').execute();
    await db.schema
      .createIndex('requests_settled')
      .on('requests')
      .column('updated_at')
      .where(sql.ref('forgotten_at'), 'is', null)
      .execute();
    await db.schema
      .createTable('installations')
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('chat_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('installations_key', ['tenant_id', 'chat_id'])
      .execute();
    await db.schema
      .createTable('forgettings')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text')
      .addColumn('chat_id', 'text')
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addColumn('since', 'bigint')
      .addColumn('due_at', 'bigint')
      .addColumn('held_by', 'text')
      .addColumn('held_until', 'bigint')
      .execute();
    await db.schema.createIndex('forgettings_due').on('forgettings').columns(['due_at', 'id']).execute();
  },
};
