import { sql, type Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/**
 * How many receivers are to be told now, for how long the first of them has been due (ms), and how many are being told. It begins
 * with the announcements that tell: what was told long ago costs nothing.
 */
export async function countDueReceivers({
  db,
  engine: { now },
}: {
  db: Kysely<Schema>;
  engine: Engine;
}): Promise<{ due: number; held: number; oldestMs: number }> {
  const counted = await sql<{ due: number; oldest: number | null; held: number; now: number }>`
    select count(*) as due, min(receivers.due_at) as oldest,
      (select count(*) from announcement_receivers where held_until > ${now}) as held, ${now} as now
    from announcements join announcement_receivers as receivers on receivers.announcement_id = announcements.id
    where announcements.state = 'sending' and announcements.due_at is not null
      and receivers.state = 'waiting' and receivers.due_at <= ${now}`.execute(db);
  const [{ due, oldest, held, now: at }] = counted.rows as [(typeof counted.rows)[number]];
  return { due, held, oldestMs: oldest === null ? 0 : Math.max(0, at - oldest) };
}
