import { sql, type Kysely } from 'kysely';
import type { Person } from '../conversations/person.ts';
import type { PersonInstall, PersonInstalls } from '../conversations/ports/person-installs.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** One row for each person; whoever writes the row is the one who tries. All times are the database's. */
export function createPersonInstalls(db: Kysely<Schema>, { now }: Pick<Engine, 'now'>): PersonInstalls {
  const keys = ['tenant_id', 'person_id'] as const;
  const after = (ms: number) => sql<number>`${now} + ${ms}`;

  return {
    async begin(person, holdMs) {
      const key = columnsOf(person);
      const trying = { state: 'trying', since: now, rests_until: after(holdMs) };
      const begun = await db
        .insertInto('person_installs')
        .values({ ...key, ...trying })
        .onConflict((conflict) =>
          conflict
            .columns(keys)
            .doUpdateSet(trying)
            .where('person_installs.state', '<>', 'removed')
            .where('person_installs.rests_until', '<=', now),
        )
        .returning('state')
        .executeTakeFirst();
      if (begun !== undefined) return undefined;
      const row = await db
        .selectFrom('person_installs')
        .select(['state', sql<number>`${now} - since`.as('sinceMs')])
        .where((where) => where.and(key))
        .executeTakeFirst();
      // Gone meanwhile: they have it now.
      return (row ?? { state: 'installed', sinceMs: 0 }) as PersonInstall;
    },

    async end(person, state, restMs) {
      await db
        .updateTable('person_installs')
        .set({ state, since: now, rests_until: after(restMs) })
        .where((where) => where.and(columnsOf(person)))
        .where('state', '=', 'trying')
        .execute();
    },

    async removed(person) {
      const removed = { state: 'removed', since: now, rests_until: now };
      await db
        .insertInto('person_installs')
        .values({ ...columnsOf(person), ...removed })
        .onConflict((conflict) => conflict.columns(keys).doUpdateSet(removed))
        .execute();
    },

    async added(person) {
      await db
        .deleteFrom('person_installs')
        .where((where) => where.and(columnsOf(person)))
        .execute();
    },
  };
}

function columnsOf({ tenantId, objectId }: Person) {
  return { tenant_id: tenantId, person_id: objectId };
}
