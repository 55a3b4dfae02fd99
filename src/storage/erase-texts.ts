import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** Settled, and its author has been shown so, or cannot be; what follows it is done. */
const rests = sql<boolean>`state in ('created', 'refused', 'discarded') and due_at is null and not exists (
  select 1 from receipts where receipts.request_id = requests.id and receipts.due_at is not null) and not exists (
  select 1 from follow_ups where follow_ups.request_id = requests.id and follow_ups.due_at is not null)`;

/**
 * Takes the text out of requests and leaves what prevents duplicates: source key, content hash, ids. The version grows,
 * so that whoever read a request before cannot write its text back.
 *
 * @param which which of those that still have a text
 * @param all those that are not settled too; they end as discarded
 * @returns how many
 */
export async function eraseTexts(
  db: Kysely<Schema>,
  {
    which,
    now,
    all = false,
    limit,
  }: { which: RawBuilder<boolean>; now: Date; all?: boolean; limit?: number },
): Promise<number> {
  const condition = all ? which : sql<boolean>`${which} and ${rests}`;
  const few = limit === undefined ? sql`` : sql`order by updated_at limit ${limit}`;
  const erased = await sql<{ id: string }>`
    update requests set sealed = '', forgotten_at = ${now.getTime()}, version = version + 1,
      state = case when state in ('created', 'refused') then state else 'discarded' end,
      waiting_for = null, due_at = null
    where forgotten_at is null and id in (
      select id from requests where forgotten_at is null and ${condition} ${few})
    returning id`.execute(db);
  if (all && erased.rows.length > 0) {
    const ids = erased.rows.map(({ id }) => id);
    for (const table of ['receipts', 'follow_ups'] as const)
      await db.updateTable(table).set({ due_at: null }).where('request_id', 'in', ids).execute();
  }
  return erased.rows.length;
}
