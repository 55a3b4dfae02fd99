import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Source keys that made no request of their own, because they said what another had just said. */
export const repeats: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('repeats')
      .addColumn('source_key', 'text', (column) => column.primaryKey())
      .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
      .execute();
    await db.schema.createIndex('repeats_request').on('repeats').column('request_id').execute();
  },
};
