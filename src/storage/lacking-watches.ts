import { sql, type Kysely } from 'kysely';
import type { Person } from '../conversations/person.ts';
import type { WatchRows } from '../watches/ports/watch-store.ts';
import { addNoticeItems } from './notice-items.ts';
import type { Schema } from './schema.ts';
import type { WatchContext } from './watch-context.ts';

/** What watches lack for want of a permission. It is a person's token that has none, so all that they watch lacks it. */
export function createLackingWatches(context: WatchContext): Pick<WatchRows, 'lack' | 'retryLacking'> {
  const { db, engine } = context;
  const own = (connection: Kysely<Schema>, { tenantId, objectId }: Person) =>
    connection
      .selectFrom('watches')
      .select('group_key')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', objectId)
      .where('state', '!=', 'ended');

  return {
    lack: (person, what, tell) =>
      db.transaction().execute(async (transaction) => {
        // Two groups may find out at once; the person is told once.
        await engine.lock(transaction, `lacks|${person.tenantId}|${person.objectId}`);
        const known = own(transaction, person).where('lacks', 'in', ['reading', what]);
        const before = await known.limit(1).executeTakeFirst();
        await transaction
          .updateTable('watches')
          .set({ lacks: what })
          .where('tenant_id', '=', person.tenantId)
          .where('person_id', '=', person.objectId)
          .where('state', '!=', 'ended')
          // Who cannot read at all is told of nothing less.
          .where(sql<string>`coalesce(lacks, '')`, '!=', 'reading')
          .execute();
        if (before === undefined) await addNoticeItems(transaction, [tell], context);
      }),

    retryLacking: (person, granted) =>
      db.transaction().execute(async (transaction) => {
        const lacking = await own(transaction, person).where('lacks', 'is not', null).execute();
        if (lacking.length === 0) return;
        if (granted !== undefined) {
          await transaction
            .updateTable('watches')
            .set({ lacks: null })
            .where('tenant_id', '=', person.tenantId)
            .where('person_id', '=', person.objectId)
            .where('lacks', '=', granted)
            .execute();
        }
        const groups = [...new Set(lacking.map((row) => row.group_key))];
        await transaction
          .updateTable('watched_groups')
          .set((row) => ({ due_at: engine.now, hints: row('hints', '+', 1) }))
          .where('group_key', 'in', groups)
          .execute();
        await transaction
          .updateTable('subscriptions')
          .set({ due_at: engine.now })
          .where('group_key', 'in', groups)
          .where('state', '=', 'refused')
          .execute();
      }),
  };
}
