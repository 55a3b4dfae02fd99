import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { GroupSlots } from '../conversations/ports/group-slots.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/**
 * Numbered places per group and kind, each a row while it is taken: the key keeps two from taking the same one, whatever
 * the instance. A place whose hold has ended is taken over; giving back the old slot then changes nothing.
 */
export function createGroupSlots(parts: { db: Kysely<Schema>; engine: Engine; holdMs: number }): GroupSlots {
  const { db, engine, holdMs } = parts;
  return {
    async take(groupId, kind, { holder, limit }) {
      for (let place = 1; place <= limit; place += 1) {
        const taken = await db
          .insertInto('group_slots')
          .values({
            group_id: groupId,
            kind,
            place,
            slot: randomUUID(),
            held_by: holder,
            held_until: sql<number>`${engine.now} + ${holdMs}`,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['group_id', 'kind', 'place'])
              .doUpdateSet((row) => ({
                slot: row.ref('excluded.slot'),
                held_by: row.ref('excluded.held_by'),
                held_until: row.ref('excluded.held_until'),
              }))
              .where('group_slots.held_until', '<=', engine.now),
          )
          .returning('slot')
          .executeTakeFirst();
        if (taken !== undefined) return taken.slot;
      }
      return undefined;
    },

    async free(slot) {
      await db.deleteFrom('group_slots').where('slot', '=', slot).execute();
    },
  };
}
