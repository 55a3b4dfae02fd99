import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Leases } from '../conversations/ports/leases.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** A row per name while it is held; one whose time is over is taken over, and its old holder can no longer change it. */
export function createLeases({ db, engine }: { db: Kysely<Schema>; engine: Engine }): Leases {
  const until = (holdMs: number) => sql<number>`${engine.now} + ${holdMs}`;
  return {
    async take(name, holdMs) {
      const lease = randomUUID();
      const taken = await db
        .insertInto('leases')
        .values({ name, lease, held_until: until(holdMs) })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((row) => ({
              lease: row.ref('excluded.lease'),
              held_until: row.ref('excluded.held_until'),
            }))
            .where('leases.held_until', '<=', engine.now),
        )
        .returning('lease')
        .executeTakeFirst();
      if (taken === undefined) return undefined;
      return {
        async prolong() {
          const { numUpdatedRows } = await db
            .updateTable('leases')
            .set({ held_until: until(holdMs) })
            .where('name', '=', name)
            .where('lease', '=', lease)
            .where('held_until', '>', engine.now)
            .executeTakeFirst();
          return numUpdatedRows > 0n;
        },
        async free() {
          await db.deleteFrom('leases').where('name', '=', name).where('lease', '=', lease).execute();
        },
      };
    },
  };
}
