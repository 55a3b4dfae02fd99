import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is kept for a while of each person in each chat (lists, commands that wait for a sign-in), and chats' default groups. */
export const chatNotes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('chat_notes')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('chat_id', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('chat_notes_key', ['kind', 'tenant_id', 'person_id', 'chat_id'])
      .execute();
    await db.schema.createIndex('chat_notes_expiry').on('chat_notes').column('expires_at').execute();
    await db.schema
      .createTable('default_groups')
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('chat_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('default_groups_key', ['tenant_id', 'chat_id'])
      .execute();
  },
};
