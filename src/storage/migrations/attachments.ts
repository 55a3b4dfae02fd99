import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Bytes of files that are to be posted. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('attachments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('attachments_expiry').on('attachments').column('expires_at').execute();
  },
};
