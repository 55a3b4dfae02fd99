import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How often each caller of the API has called in the current window. */
export const apiCalls: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('api_calls')
      .addColumn('caller', 'text', (column) => column.primaryKey())
      .addColumn('window_start', 'bigint', (column) => column.notNull())
      .addColumn('used', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('api_calls_window').on('api_calls').column('window_start').execute();
  },
};
