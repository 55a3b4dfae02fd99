import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** For whom Kickoff was installed, and who has removed it. */
export const personInstalls: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('person_installs')
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('rests_until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('person_installs_key', ['tenant_id', 'person_id'])
      .execute();
  },
};
