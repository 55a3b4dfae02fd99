import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How many messages went into which chat and tenant lately. */
export const messagePaces: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('message_paces')
      .addColumn('scope', 'text', (column) => column.primaryKey())
      .addColumn('sent', 'text', (column) => column.notNull())
      .addColumn('sent_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('message_paces_sent').on('message_paces').column('sent_at').execute();
  },
};
