import { sql } from 'kysely';
import type { Gap } from '../announcements/gap.ts';
import type { NotToldReason } from '../announcements/receiver.ts';
import type { AnnouncementContext } from './announcement-context.ts';
import { openName } from './announcement-names.ts';
import { ownerOfRow } from './announcement-rows.ts';

/** Who was not surely told: counted by kind and why, those with most people first, and only those opened who are named. */
export async function readGaps(
  id: string,
  { named }: { named: number },
  context: AnnouncementContext,
): Promise<Gap[]> {
  const { db, sealing } = context;
  const owner = await db
    .selectFrom('announcements')
    .select(['tenant_id', 'person_id', 'client'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (owner === undefined) return [];
  const kinds = await db
    .selectFrom('announcement_receivers')
    .select(['state', 'why', sql<number>`count(*)`.as('count')])
    .where('announcement_id', '=', id)
    .where('state', 'in', ['unreachable', 'unconfirmed'])
    .groupBy(['state', 'why'])
    .execute();
  const gaps = kinds.map(async ({ state, why, count }): Promise<Gap> => {
    const some = await db
      .selectFrom('announcement_receivers')
      .select(['announcement_id', 'receiver_id', 'sealed'])
      .where('announcement_id', '=', id)
      .where('state', '=', state)
      .where('why', why === null ? 'is' : '=', why)
      .where('sealed', 'is not', null)
      .orderBy('receiver_id')
      .limit(named)
      .execute();
    return {
      kind: state as Gap['kind'],
      ...(why !== null && { why: why as NotToldReason }),
      count,
      names: some.flatMap((row) => openName(row, ownerOfRow(owner), sealing) ?? []),
    };
  });
  return (await Promise.all(gaps)).toSorted((one, other) => other.count - one.count);
}
