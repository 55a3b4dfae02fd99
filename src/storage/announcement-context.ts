import { sql, type Kysely } from 'kysely';
import type { Log } from '../conversations/ports/log.ts';
import type { Announcement, AnnouncementCounts } from '../announcements/announcement.ts';
import { announcementOf } from './announcement-rows.ts';
import type { DueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import type { AnnouncementRow } from './rows/announcement-row.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

/** What the tables of announcements share. */
export interface AnnouncementContext {
  db: Kysely<Schema>;
  engine: Engine;
  sealing: Sealing;
  log: Log;
  /** Announcements whose members are gathered. */
  gathering: DueRows;
  cards: DueRows;
  /** When a hold of a receiver ends that begins now. */
  receivers: DueRows;
}

/** Inside a transaction: nobody else changes where this announcement stands until it ends. */
export async function lockAnnouncement(
  transaction: Kysely<Schema>,
  { engine }: AnnouncementContext,
  id: string,
): Promise<void> {
  await engine.lock(transaction, `announcement|${id}`);
}

/** How many receivers are in each state; nobody counts along, so that nobody miscounts. */
async function countReceivers(
  db: Kysely<Schema>,
  id: string,
): Promise<{ counts: AnnouncementCounts; inFlight: number }> {
  const rows = await db
    .selectFrom('announcement_receivers')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('announcement_id', '=', id)
    .groupBy('state')
    .execute();
  const of = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    inFlight: of('sending'),
    counts: {
      total: rows.reduce((sum, { count }) => sum + count, 0),
      waiting: of('waiting') + of('sending'),
      delivered: of('delivered'),
      unreachable: of('unreachable'),
      unconfirmed: of('unconfirmed'),
      stopped: of('stopped'),
    },
  };
}

/** @throws CodedError STORAGE_UNREADABLE */
export async function withCounts(
  { db, sealing }: AnnouncementContext,
  row: AnnouncementRow,
): Promise<{ announcement: Announcement; inFlight: number }> {
  const { counts, inFlight } = await countReceivers(db, row.id);
  return { announcement: { ...announcementOf(row, sealing), counts }, inFlight };
}
