import { sql } from 'kysely';
import type { TakenReceiver, TellingRows } from '../announcements/ports/announcement-store.ts';
import { transition } from '../announcements/transition.ts';
import { lockAnnouncement, type AnnouncementContext } from './announcement-context.ts';
import { move, standingOf } from './announcements.ts';
import { after } from './watch-context.ts';

interface TellingRow {
  id: string;
  due_at: number;
  next_at: number | null;
  /** Whether somebody is being told. */
  busy: number;
  now: number;
}

interface TakenRow {
  receiver_id: string;
  tries: number;
  tried_at: number | null;
  now: number;
}

/** Receivers as due work. */
export function createTellingRows(context: AnnouncementContext): TellingRows {
  const { db, engine, receiverHold } = context;
  const { now, skipLocked } = engine;

  return {
    async dueTelling({ withinMs, limit }) {
      const telling = await sql<TellingRow>`
        select id, due_at, ${now} as now,
          (select min(due_at) from announcement_receivers
            where announcement_id = announcements.id and state = 'waiting') as next_at,
          case when exists (select 1 from announcement_receivers
            where announcement_id = announcements.id and state = 'sending') then 1 else 0 end as busy
        from announcements where state = 'sending' and due_at <= ${now} + ${withinMs}`.execute(db);
      return telling.rows
        .filter((row) => row.next_at !== null || row.busy === 0)
        .map((row) => ({ id: row.id, inMs: Math.max(row.due_at, row.next_at ?? row.due_at) - row.now }))
        .filter(({ inMs }) => inMs <= withinMs)
        .toSorted((one, other) => one.inMs - other.inMs)
        .slice(0, limit);
    },

    async takeReceivers(id, holder, limit) {
      // Materialized for the same reason as in `due-rows.ts`.
      const taken = await sql<TakenRow>`
        with due as materialized (
          select receiver_id from announcement_receivers
          where announcement_id = ${id} and state = 'waiting' and due_at <= ${now}
            and exists (select 1 from announcements
              where announcements.id = ${id} and announcements.state = 'sending' and announcements.due_at <= ${now})
          order by due_at, receiver_id limit ${limit} ${skipLocked}
        )
        update announcement_receivers set state = 'sending', held_by = ${holder}, held_until = ${receiverHold}
        where announcement_id = ${id} and receiver_id in (select receiver_id from due)
        returning receiver_id, tries, tried_at, ${now} as now`.execute(db);
      return taken.rows.map((row): TakenReceiver => {
        const { receiver_id, tries, tried_at } = row;
        return { id: receiver_id, tries, triedForMs: tried_at === null ? 0 : row.now - tried_at };
      });
    },

    async finishReceiver(id, { id: receiver, state, why }, holder) {
      await db
        .updateTable('announcement_receivers')
        .set({
          ...{ state, why: why ?? null, due_at: null, done_at: engine.now },
          ...{ held_by: null, held_until: null },
        })
        .where('announcement_id', '=', id)
        .where('receiver_id', '=', receiver)
        .where('held_by', '=', holder)
        .where('state', 'in', ['sending', 'unconfirmed'])
        .execute();
    },

    putReceiversBack: (id, receivers, holder) =>
      db.transaction().execute(async (transaction) => {
        for (const { id: receiver, inMs } of receivers) {
          await transaction
            .updateTable('announcement_receivers')
            .set((each) => ({
              ...{ state: 'waiting', due_at: after(engine, inMs), held_by: null, held_until: null },
              tries: sql<number>`${each.ref('tries')} + 1`,
              tried_at: sql<number>`coalesce(tried_at, ${now})`,
            }))
            .where('announcement_id', '=', id)
            .where('receiver_id', '=', receiver)
            .where('held_by', '=', holder)
            .where('state', '=', 'sending')
            .execute();
        }
      }),

    async putOffTelling(id, inMs) {
      const due = after(engine, inMs);
      await db
        .updateTable('announcements')
        .set({ due_at: due })
        .where('id', '=', id)
        .where('state', '=', 'sending')
        .where('due_at', '<', due)
        .execute();
    },

    endIfTold: (id) =>
      db.transaction().execute(async (transaction) => {
        await lockAnnouncement(transaction, context, id);
        const row = await transaction
          .selectFrom('announcements')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst();
        const to = row && transition(standingOf(row), { kind: 'told' });
        if (row === undefined || to === undefined) return false;
        const left = await transaction
          .selectFrom('announcement_receivers')
          .select('receiver_id')
          .where('announcement_id', '=', id)
          .where('state', 'in', ['waiting', 'sending'])
          .limit(1)
          .executeTakeFirst();
        if (left !== undefined) return false;
        await move(transaction, row, to, context);
        return true;
      }),

    async giveUpLost() {
      const lost = await sql`
        update announcement_receivers set state = 'unconfirmed', due_at = null, done_at = ${now}, held_until = null
        where state = 'sending' and held_until <= ${now} returning 1 as one`.execute(db);
      return lost.rows.length;
    },
  };
}
