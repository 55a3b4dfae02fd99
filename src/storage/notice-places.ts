import { sql } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { burst } from '../watches/plan-delivery.ts';
import type { NoticeRows, PlaceWork } from '../watches/ports/watch-store.ts';
import { pendingItem } from './notice-items.ts';
import type { NoticeItemRow } from './rows/notice-item-row.ts';
import { after, inChunks, type WatchContext } from './watch-context.ts';

/** What is shown in one chat in one go; the rest comes after it. */
const most = 200;

/**
 * What waits for a sign-in, of nobody else's group in that chat, is left where it is: however much that is, it does not
 * stand in front of what others are to be told there.
 */
const mayBeShown = sql<boolean>`(kind <> 'post'
  or not exists (select 1 from watches as waiting where waiting.place_key = notice_items.place_key
    and waiting.group_key = notice_items.group_key and waiting.state = 'paused')
  or exists (select 1 from watches as running where running.place_key = notice_items.place_key
    and running.group_key = notice_items.group_key and running.state = 'on'))`;

/** Chats as due work, and what they are told. */
export function createNoticePlaces(context: WatchContext): NoticeRows {
  const { db, engine, places, sealing, log } = context;

  async function workOf(placeKey: string): Promise<PlaceWork[]> {
    const place = await db
      .selectFrom('notice_places')
      .select(['failures', 'news', engine.now.as('now')])
      .where('place_key', '=', placeKey)
      .executeTakeFirst();
    if (place === undefined) return [];
    const { now, ...state } = place;
    const at = () => db.selectFrom('notice_items').where('place_key', '=', placeKey);
    const rows = await at()
      .selectAll()
      .where('state', '=', 'pending')
      .where(mayBeShown)
      .orderBy('created_at')
      .orderBy('key')
      .limit(most + 1)
      .execute();
    const unfinished = await at().select('key').where('state', '=', 'sending').execute();
    const shown = await at()
      .select(['conversation_key', sql<number>`max(done_at)`.as('at')])
      .where('state', 'in', ['delivered', 'unconfirmed'])
      .where('done_at', '>', now - burst)
      .groupBy('conversation_key')
      .execute();
    return [
      {
        ...state,
        placeKey,
        items: rows.slice(0, most).flatMap(readable),
        more: rows.length > most,
        unfinished: unfinished.map(({ key }) => key),
        lastShown: new Map(shown.map((row) => [row.conversation_key, new Date(row.at)])),
        now: new Date(now),
      },
    ];
  }

  function readable(row: NoticeItemRow) {
    try {
      return [pendingItem(row, sealing)];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error({ tenant: row.tenant_id, code: error.code, error }, 'A notice cannot be read');
      return [];
    }
  }

  return {
    async takeDuePlaces(holder, limit) {
      const keys = await places.takeDue(holder, limit);
      return (await Promise.all(keys.map(workOf))).flat();
    },

    beginItems: (placeKey, keys, holder) =>
      db.transaction().execute(async (transaction) => {
        const held = await transaction
          .updateTable('notice_places')
          .set({ held_until: places.until })
          .where('place_key', '=', placeKey)
          .where('held_by', '=', holder)
          .where('held_until', '>', engine.now)
          .returning('place_key')
          .executeTakeFirst();
        if (held === undefined) return false;
        for (const some of inChunks(keys)) {
          await transaction
            .updateTable('notice_items')
            .set({ state: 'sending' })
            .where('key', 'in', some)
            .execute();
        }
        return true;
      }),

    async finishItems(keys, outcome) {
      const change =
        outcome === 'pending' ? { state: outcome } : { state: outcome, done_at: engine.now, sealed: null };
      for (const some of inChunks(keys)) {
        await db.updateTable('notice_items').set(change).where('key', 'in', some).execute();
      }
    },

    async settlePlace({ placeKey, news, failures }, dueInMs, holder) {
      const due = dueInMs === undefined ? sql<number | null>`null` : after(engine, dueInMs);
      await db
        .updateTable('notice_places')
        .set({
          failures,
          due_at: sql<number | null>`case when news = ${news} then ${due} else ${engine.now} end`,
          held_by: null,
          held_until: null,
        })
        .where('place_key', '=', placeKey)
        .where('held_by', '=', holder)
        .execute();
    },
  };
}
