import type { Kysely } from 'kysely';
import type { Reach, UnreachableReason } from '../conversations/ports/reach.ts';
import type { Person } from '../conversations/person.ts';
import type { Schema } from './schema.ts';

/** One row for each person who cannot be written to. */
export function createReach(db: Kysely<Schema>): Reach {
  return {
    async lost({ tenantId, objectId }, reason) {
      await db
        .insertInto('unreachable_people')
        .values({ tenant_id: tenantId, person_id: objectId, reason })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ reason }))
        .execute();
    },

    async unreachable(person) {
      const row = await db
        .selectFrom('unreachable_people')
        .select('reason')
        .where((where) => where.and(columnsOf(person)))
        .executeTakeFirst();
      return row?.reason as UnreachableReason | undefined;
    },

    async regained(person) {
      const gone = await db
        .deleteFrom('unreachable_people')
        .where((where) => where.and(columnsOf(person)))
        .returning('person_id')
        .executeTakeFirst();
      return gone !== undefined;
    },
  };
}

function columnsOf({ tenantId, objectId }: Person) {
  return { tenant_id: tenantId, person_id: objectId };
}
