import { sql, type Kysely } from 'kysely';
import type { AnnouncementState } from '../announcements/announcement.ts';
import type { AnnouncementRows } from '../announcements/ports/announcement-store.ts';
import type { Receiver, ReceiverState } from '../announcements/receiver.ts';
import { ended, type Standing } from '../announcements/transition.ts';
import { isLeftOut, lockAnnouncement, withCounts, type AnnouncementContext } from './announcement-context.ts';
import { readGaps } from './announcement-gaps.ts';
import { addReceivers, openName } from './announcement-names.ts';
import { announcementOf, announcementRow, ownerOfRow, reasonColumns } from './announcement-rows.ts';
import type { AnnouncementRow } from './rows/announcement-row.ts';
import type { Schema } from './schema.ts';

/** Announcements at rest: what they say, where they stand, and who is told. */
export function createAnnouncementTable(context: AnnouncementContext): AnnouncementRows {
  const { db, engine, sealing } = context;
  const rowOf = (column: 'id' | 'source_key', value: string) =>
    db.selectFrom('announcements').selectAll().where(column, '=', value).executeTakeFirst();
  const read = async (row: AnnouncementRow | undefined) =>
    row && (await withCounts(context, row)).announcement;

  return {
    async accept(announcement, receivers) {
      const first = await db.transaction().execute(async (transaction) => {
        const row = announcementRow(announcement, sealing);
        const added = await transaction
          .insertInto('announcements')
          .values({ ...row, due_at: ended.has(announcement.state) ? null : engine.now })
          .onConflict((conflict) => conflict.column('source_key').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added === undefined) return false;
        const people = receivers.map((id) => ({ id }));
        await addReceivers(transaction, people, { id: announcement.id, owner: ownerOfRow(row) }, context);
        if (announcement.place !== undefined) {
          await transaction
            .insertInto('announcement_cards')
            .values({
              ...{ announcement_id: announcement.id, activity_id: null, shown: null, news: 1, failures: 0 },
              ...{ due_at: engine.now, held_by: null, held_until: null },
            })
            .execute();
        }
        return true;
      });
      const stored = await read(await rowOf('source_key', announcement.sourceKey));
      if (stored === undefined) throw new Error('an announcement that was stored is not there');
      return { announcement: stored, first };
    },

    find: async (id) => read(await rowOf('id', id)),
    async findUncounted(id) {
      const row = await rowOf('id', id);
      return row && announcementOf(row, sealing);
    },
    findBySource: async (sourceKey) => read(await rowOf('source_key', sourceKey)),

    async waitingFor({ tenantId, objectId }) {
      const rows = await db
        .selectFrom('announcements')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', objectId)
        .where('state', '=', 'waiting')
        .execute();
      return rows.map(({ id }) => id);
    },

    change: (id, next) =>
      db.transaction().execute(async (transaction) => {
        await lockAnnouncement(transaction, context, id);
        const row = await transaction
          .selectFrom('announcements')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        const to = row && next(standingOf(row));
        if (row === undefined || to === undefined) return false;
        await move(transaction, row, to, context);
        return true;
      }),

    gaps: (id, options) => readGaps(id, options, context),

    async whyUnreachable(id) {
      const rows = await db
        .selectFrom('announcement_receivers')
        .select(['why', sql<number>`count(*)`.as('count')])
        .where('announcement_id', '=', id)
        .where('state', '=', 'unreachable')
        .groupBy('why')
        .execute();
      return Object.fromEntries(rows.map(({ why, count }) => [why ?? 'refused', count]));
    },

    async receivers(id, { after = '', limit }) {
      const owner = await db
        .selectFrom('announcements')
        .select(['tenant_id', 'person_id', 'client', 'state', 'ended_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (owner === undefined) return [];
      const rows = await db
        .selectFrom('announcement_receivers')
        .selectAll()
        .where('announcement_id', '=', id)
        .where('receiver_id', '>', after)
        .orderBy('receiver_id')
        .limit(limit)
        .execute();
      return rows.map((row): Receiver => {
        const name = openName(row, ownerOfRow(owner), sealing);
        const isOver = isLeftOut(row.state, owner.state);
        const doneAt = isOver ? owner.ended_at : row.done_at;
        return {
          id: row.receiver_id,
          ...(name !== undefined && { name }),
          state: isOver ? 'stopped' : (row.state as ReceiverState),
          ...(row.why !== null && { why: row.why as NonNullable<Receiver['why']> }),
          ...(doneAt !== null && { doneAt: new Date(doneAt) }),
        };
      });
    },
  };
}

export function standingOf({ state, gathered }: AnnouncementRow): Standing {
  return { state: state as AnnouncementState, gathered: gathered === 1 };
}

/** Inside the transaction that has the announcement for itself. */
export async function move(
  transaction: Kysely<Schema>,
  row: AnnouncementRow,
  to: Standing,
  { engine, sealing }: AnnouncementContext,
): Promise<void> {
  const { id } = row;
  const isDue = to.state === 'gathering' || to.state === 'sending';
  await transaction
    .updateTable('announcements')
    .set({
      state: to.state,
      gathered: to.gathered ? 1 : 0,
      ...reasonColumns(to.reason, { id, owner: ownerOfRow(row), sealing }),
      failures: 0,
      due_at: isDue ? engine.now : null,
      updated_at: engine.now,
      ended_at: ended.has(to.state) ? engine.now : null,
    })
    .where('id', '=', id)
    .execute();
  // The time that somebody is tried for does not go on in a pause.
  if (row.state === 'paused' && to.state === 'sending')
    await transaction
      .updateTable('announcement_receivers')
      .where('announcement_id', '=', id)
      .where('state', '=', 'waiting')
      .where('tries', '>', 0)
      .set({ tries: 0, tried_at: null, due_at: engine.now })
      .execute();
  await transaction
    .updateTable('announcement_cards')
    .set((card) => ({ due_at: engine.now, news: sql<number>`${card.ref('news')} + 1` }))
    .where('announcement_id', '=', id)
    .execute();
}
