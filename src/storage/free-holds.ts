import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

const dueTables = [
  'requests',
  'receipts',
  'follow_ups',
  'forgettings',
  'watched_groups',
  'subscriptions',
  'notice_places',
  'announcements',
  'announcement_cards',
] as const;

/** Gives back everything that is held, whoever held it: for a database that nobody else can be working on. */
export async function freeHolds(db: Kysely<Schema>): Promise<void> {
  const nobody = { held_by: null, held_until: null };
  await db.transaction().execute(async (transaction) => {
    for (const table of dueTables) {
      await transaction.updateTable(table).set(nobody).where('held_by', 'is not', null).execute();
    }
    // Whoever was being told may have been: their hold has ended, and they are given up as lost.
    await transaction
      .updateTable('announcement_receivers')
      .set({ held_until: 0 })
      .where('state', '=', 'sending')
      .execute();
    await transaction.deleteFrom('group_slots').execute();
    await transaction.deleteFrom('leases').execute();
  });
}
