import type { Kysely } from 'kysely';
import type { Person } from '../conversations/person.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

/** One encrypted text per person. */
export interface SealedPerPerson {
  read(person: Person): Promise<string | undefined>;
  write(person: Person, text: string): Promise<void>;
  forget(person: Person): Promise<void>;
}

/** One encrypted text per person in the table of that name, which is also the purpose it is sealed for. */
export function createSealedPerPerson(
  db: Kysely<Schema>,
  sealing: Sealing,
  table: 'token_partitions' | 'chats' | 'challenges' | 'watch_settings',
): SealedPerPerson {
  return {
    async read(person) {
      const row = await db
        .selectFrom(table)
        .select('sealed')
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .executeTakeFirst();
      return row && sealing.unseal(row.sealed, person, table);
    },

    async write(person, text) {
      const sealed = sealing.seal(text, person, table);
      await db
        .insertInto(table)
        .values({ tenant_id: person.tenantId, person_id: person.objectId, sealed })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ sealed }))
        .execute();
    },

    async forget(person) {
      await db
        .deleteFrom(table)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .execute();
    },
  };
}
