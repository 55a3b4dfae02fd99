import { sql } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GatheringRows, GatheringWork } from '../announcements/ports/announcement-store.ts';
import { lockAnnouncement, withCounts, type AnnouncementContext } from './announcement-context.ts';
import { addReceivers } from './announcement-names.ts';
import { ownerOfRow } from './announcement-rows.ts';
import type { AnnouncementRow } from './rows/announcement-row.ts';
import { after } from './watch-context.ts';

/** Announcements whose members are read, as due work. */
export function createGatheringRows(context: AnnouncementContext): GatheringRows {
  const { db, engine, sealing, gathering, log } = context;
  const purpose = (id: string): string => `announcement-position:${id}`;

  async function workOf(row: AnnouncementRow): Promise<GatheringWork[]> {
    try {
      const { announcement } = await withCounts(context, row);
      const position =
        row.position === null
          ? {}
          : { position: sealing.unseal(row.position, ownerOfRow(row), purpose(row.id)) };
      return [{ announcement, failures: row.failures, ...position }];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error({ tenant: row.tenant_id, code: error.code, error }, 'a notice to many cannot be read');
      return [];
    }
  }

  return {
    async takeDueGathering(holder, limit) {
      const ids = await gathering.takeDue(holder, limit);
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('announcements').selectAll().where('id', 'in', ids).execute();
      return (await Promise.all(rows.map(workOf))).flat();
    },

    addMembers: (id, { members, position }, holder) =>
      db.transaction().execute(async (transaction) => {
        await lockAnnouncement(transaction, context, id);
        const row = await transaction
          .selectFrom('announcements')
          .selectAll()
          .where('id', '=', id)
          .where('state', '=', 'gathering')
          .where('held_by', '=', holder)
          .where('held_until', '>', engine.now)
          .executeTakeFirst();
        if (row === undefined) return false;
        const owner = ownerOfRow(row);
        await addReceivers(transaction, members, { id, owner }, context);
        await transaction
          .updateTable('announcements')
          .set({
            held_until: gathering.until,
            position: position === undefined ? null : sealing.seal(position, owner, purpose(id)),
          })
          .where('id', '=', id)
          .execute();
        return true;
      }),

    async settleGathering(id, { failures, dueInMs, position }, holder) {
      const due = dueInMs === undefined ? sql<number | null>`due_at` : after(engine, dueInMs);
      await db
        .updateTable('announcements')
        .set({
          ...{ failures, held_by: null, held_until: null },
          due_at: sql<number | null>`case when state = 'gathering' then ${due} else due_at end`,
          ...(position === undefined && { position: null }),
        })
        .where('id', '=', id)
        .where('held_by', '=', holder)
        .execute();
    },
  };
}
