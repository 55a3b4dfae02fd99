import { sql } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { CardRows, CardWork } from '../announcements/ports/announcement-store.ts';
import { withCounts, type AnnouncementContext } from './announcement-context.ts';
import { after } from './watch-context.ts';

/** Progress cards as due work. */
export function createCardRows(context: AnnouncementContext): CardRows {
  const { db, engine, cards, log } = context;

  async function workOf(id: string): Promise<CardWork[]> {
    const card = await db
      .selectFrom('announcement_cards')
      .selectAll()
      .where('announcement_id', '=', id)
      .executeTakeFirst();
    const row = await db.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst();
    if (card === undefined || row === undefined) return [];
    try {
      const { announcement, inFlight } = await withCounts(context, row);
      const { place } = announcement;
      if (place === undefined) return [];
      return [
        {
          announcement: { ...announcement, place },
          ...{ inFlight, failures: card.failures, news: card.news },
          ...(card.activity_id !== null && { activityId: card.activity_id }),
          ...(card.shown !== null && { shown: card.shown }),
        },
      ];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error({ tenant: row.tenant_id, code: error.code, error }, 'a notice to many cannot be read');
      return [];
    }
  }

  return {
    async takeDueCards(holder, limit) {
      const ids = await cards.takeDue(holder, limit);
      return (await Promise.all(ids.map(workOf))).flat();
    },

    async settleCard(id, { activityId, shown, failures, news }, dueInMs, holder) {
      const due = dueInMs === undefined ? sql<number | null>`null` : after(engine, dueInMs);
      await db
        .updateTable('announcement_cards')
        .set({
          ...{ failures, held_by: null, held_until: null },
          ...(activityId !== undefined && { activity_id: activityId }),
          ...(shown !== undefined && { shown }),
          due_at: sql<number | null>`case when news = ${news} then ${due} else ${engine.now} end`,
        })
        .where('announcement_id', '=', id)
        .where('held_by', '=', holder)
        .execute();
    },
  };
}
