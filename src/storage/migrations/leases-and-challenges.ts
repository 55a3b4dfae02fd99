import type { Migration } from 'kysely/migration';

/** Who may use what at the moment, over all instances; and what a person's next token has to show. */
export const leasesAndChallenges: Migration = {
  async up(db) {
    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('lease', 'text', (column) => column.notNull())
      .addColumn('held_until', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('challenges')
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('challenges_key', ['tenant_id', 'person_id'])
      .execute();
  },
};
