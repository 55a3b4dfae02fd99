import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Shared chats with their newest address, and people who cannot be written to. */
export const reach: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('shared_chats')
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('chat_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('shared_chats_key', ['tenant_id', 'chat_id'])
      .execute();
    await db.schema
      .createTable('unreachable_people')
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('unreachable_people_key', ['tenant_id', 'person_id'])
      .execute();
  },
};
