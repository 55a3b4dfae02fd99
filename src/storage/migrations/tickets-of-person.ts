import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Everything that is outstanding for a person is found without reading everybody's. */
export const ticketsOfPerson: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('tickets_person')
      .on('tickets')
      .columns(['tenant_id', 'person_id', 'kind'])
      .execute();
  },
};
