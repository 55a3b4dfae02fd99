import { sql, type Kysely } from 'kysely';
import { overlap } from '../watches/threads-to-read.ts';
import { deleteSome, type Old } from './delete-some.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { Swept } from './storage.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Windows of the API's callers are never longer than this, in milliseconds. */
const longestWindow = hour;
/** Twice the longest window of messages into one chat: no limit counts any of it any more. */
const pacesKept = 2 * hour;
/** How long it is known that something was shown, so that it is not again; and how long what cannot be shown waits. */
const itemsKept = 7 * day;
/** How long it is known that somebody stopped watching, so that it does not begin again by itself. */
const endedKept = 90 * day;

/** So many chats are looked through in one sweep. */
const chats = 2_000;

/**
 * Removes what is not needed any more from every table, each by itself: what fails in one of them keeps the others from
 * nothing.
 */
export function createSweep(parts: { db: Kysely<Schema>; engine: Engine }): (now: Date) => Promise<Swept> {
  const { db, engine } = parts;
  const before = (ms: number) => sql<number>`${engine.now} - ${sql.lit(ms)}`;

  /** By the database's clock. */
  const ended: readonly Old[] = [
    // What is older than this is not asked for again: a group's position never goes back.
    {
      table: 'seen_posts',
      key: ['group_key', 'post_id'],
      where: sql`exists (select 1 from watched_groups where watched_groups.group_key = seen_posts.group_key
        and watched_groups.position - ${sql.lit(2 * overlap)} > seen_posts.received_at)`,
    },
    { table: 'notice_items', key: ['key'], where: sql`done_at < ${before(itemsKept)}`, oldest: 'done_at' },
    {
      table: 'notice_items',
      key: ['key'],
      where: sql`state = 'pending' and created_at < ${before(itemsKept)}`,
      oldest: 'created_at',
    },
    { table: 'watches', key: ['id'], where: sql`ended_at < ${before(endedKept)}`, oldest: 'ended_at' },
    {
      table: 'person_installs',
      key: ['tenant_id', 'person_id'],
      where: sql`state <> 'removed' and rests_until <= ${engine.now}`,
    },
    {
      table: 'api_calls',
      key: ['caller'],
      where: sql`window_start <= ${before(longestWindow)}`,
      oldest: 'window_start',
    },
    { table: 'message_paces', key: ['scope'], where: sql`sent_at < ${before(pacesKept)}`, oldest: 'sent_at' },
    { table: 'leases', key: ['name'], where: sql`held_until <= ${engine.now}` },
  ];

  /** By the caller's clock. */
  const expiring = {
    forms: { table: 'forms', key: ['id'] },
    tickets: { table: 'tickets', key: ['kind', 'id'] },
    notes: { table: 'chat_notes', key: ['kind', 'tenant_id', 'person_id', 'chat_id'] },
    attachments: { table: 'attachments', key: ['id'] },
  } as const satisfies Record<keyof Swept, Pick<Old, 'table' | 'key'>>;

  /** The last chat that was looked at; the next sweep begins behind it, and after the last one from the front. */
  let looked = '';

  /** Chats that nothing waits for any more. There may be many, and nearly all of them have something. */
  async function removePlaces(): Promise<void> {
    const places = await db
      .selectFrom('notice_places')
      .select('place_key')
      .where('place_key', '>', looked)
      .orderBy('place_key')
      .limit(chats)
      .execute();
    const keys = places.map(({ place_key: key }) => key);
    looked = keys.length < chats ? '' : (keys.at(-1) ?? '');
    if (keys.length === 0) return;
    await sql`
      delete from notice_places where place_key in (${sql.join(keys)}) and due_at is null and held_by is null
        and not exists (select 1 from notice_items where notice_items.place_key = notice_places.place_key)`.execute(
      db,
    );
  }

  return async (now) => {
    const failures: unknown[] = [];
    const attempt = <Answer>(work: Promise<Answer>): Promise<Answer | undefined> =>
      work.catch((error: unknown) => void failures.push(error));
    for (const old of ended) await attempt(deleteSome(parts, old));
    await attempt(removePlaces());
    const swept: Record<keyof Swept, number> = { forms: 0, tickets: 0, notes: 0, attachments: 0 };
    for (const name of ['forms', 'tickets', 'notes', 'attachments'] as const)
      swept[name] =
        (await attempt(
          deleteSome(parts, {
            ...expiring[name],
            where: sql`expires_at <= ${now.getTime()}`,
            oldest: 'expires_at',
          }),
        )) ?? 0;
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything old could be removed.');
    return swept;
  };
}
