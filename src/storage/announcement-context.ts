import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Log } from '../conversations/ports/log.ts';
import type { Announcement, AnnouncementCounts, AnnouncementState } from '../announcements/announcement.ts';
import type { ReceiverState } from '../announcements/receiver.ts';
import { ended } from '../announcements/transition.ts';
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
  receiverHold: RawBuilder<number>;
}

/** Inside a transaction: nobody else changes where this announcement stands until it ends. */
export async function lockAnnouncement(
  transaction: Kysely<Schema>,
  { engine }: Pick<AnnouncementContext, 'engine'>,
  id: string,
): Promise<void> {
  await engine.lock(transaction, `announcement|${id}`);
}

/**
 * Whether a receiver's row says that they are to be told, and they are not any more, because the announcement has ended. Ending
 * it writes one row, and not those of everybody who is left.
 */
export function isLeftOut(receiver: string, announcement: string): boolean {
  return receiver === 'waiting' && ended.has(announcement as AnnouncementState);
}

/** How many receivers are in each state; nobody counts along, so that nobody miscounts. */
async function countReceivers(
  db: Kysely<Schema>,
  { id, state }: Pick<AnnouncementRow, 'id' | 'state'>,
): Promise<{ counts: AnnouncementCounts; inFlight: number }> {
  const rows = await db
    .selectFrom('announcement_receivers')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('announcement_id', '=', id)
    .groupBy('state')
    .execute();
  const of = (each: ReceiverState): number => rows.find((row) => row.state === each)?.count ?? 0;
  const left = of('waiting');
  const isOver = isLeftOut('waiting', state);
  return {
    inFlight: of('sending'),
    counts: {
      total: rows.reduce((sum, { count }) => sum + count, 0),
      waiting: of('sending') + (isOver ? 0 : left),
      delivered: of('delivered'),
      unreachable: of('unreachable'),
      unconfirmed: of('unconfirmed'),
      stopped: of('stopped') + (isOver ? left : 0),
    },
  };
}

/** @throws CodedError STORAGE_UNREADABLE */
export async function withCounts(
  { db, sealing }: AnnouncementContext,
  row: AnnouncementRow,
): Promise<{ announcement: Announcement; inFlight: number }> {
  const { counts, inFlight } = await countReceivers(db, row);
  return { announcement: { ...announcementOf(row, sealing), counts }, inFlight };
}
