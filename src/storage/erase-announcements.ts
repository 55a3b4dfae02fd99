import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Person } from '../conversations/person.ts';
import { lockAnnouncement } from './announcement-context.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/**
 * Takes the text out of announcements and the names out of their receivers; keys, states and counts stay, so that none is
 * told twice. One that is still told ends as stopped: nobody more is told. Inside the caller's transaction.
 *
 * @param which which of those that still have a text
 * @returns how many
 */
export async function eraseAnnouncements(
  db: Kysely<Schema>,
  engine: Engine,
  { which, now, limit }: { which: RawBuilder<boolean>; now: Date; limit?: number },
): Promise<number> {
  // One that was moved on at the same moment would go on, and tell everybody a text that is gone.
  const moving = await sql<{ id: string }>`
    select id from announcements where forgotten_at is null and ended_at is null and ${which}
    order by id`.execute(db);
  for (const { id } of moving.rows) await lockAnnouncement(db, { engine }, id);
  const at = now.getTime();
  const few = limit === undefined ? sql`` : sql`order by ended_at limit ${limit}`;
  const erased = await sql<{ id: string }>`
    update announcements set sealed = '', reason = null, position = null, forgotten_at = ${at}, due_at = null,
      state = case when ended_at is null then 'stopped' else state end, ended_at = coalesce(ended_at, ${at})
    where id in (select id from announcements where forgotten_at is null and ${which} ${few})
    returning id`.execute(db);
  const ids = erased.rows.map(({ id }) => id);
  for (const id of ids) {
    await db
      .updateTable('announcement_receivers')
      .set({ sealed: null })
      .where('announcement_id', '=', id)
      .where('sealed', 'is not', null)
      .execute();
    await db
      .updateTable('announcement_cards')
      .set({ due_at: null })
      .where('announcement_id', '=', id)
      .execute();
  }
  return ids.length;
}

/** The name of somebody whom others told something. */
export async function eraseReceiver(db: Kysely<Schema>, { tenantId, objectId }: Person): Promise<void> {
  await sql`
    update announcement_receivers set sealed = null
    where receiver_id = ${objectId} and sealed is not null and announcement_id in (
      select id from announcements where tenant_id = ${tenantId})`.execute(db);
}
