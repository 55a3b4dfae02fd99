import { sql, type Kysely } from 'kysely';
import type { NoticeItem, PendingItem } from '../watches/notice-item.ts';
import { gather } from '../watches/plan-delivery.ts';
import { conversationKey } from '../watches/ports/watch-store.ts';
import type { NoticeItemRow } from './rows/notice-item-row.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';
import { after, inChunks, type WatchContext } from './watch-context.ts';

/**
 * Stores what chats are to be told, inside the caller's transaction, and makes the chats due. A key that is there already
 * stays as it is.
 *
 * @returns how many were new
 */
export async function addNoticeItems(
  transaction: Kysely<Schema>,
  items: readonly NoticeItem[],
  { engine, sealing }: WatchContext,
): Promise<number> {
  const places = new Set<string>();
  let added = 0;
  for (const some of inChunks(items)) {
    const rows = await transaction
      .insertInto('notice_items')
      .values(some.map((item) => ({ ...rowOf(item, sealing), created_at: engine.now })))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('place_key')
      .execute();
    added += rows.length;
    for (const { place_key: place } of rows) places.add(place);
  }
  // In order, so that two that store for the same chats at once do not wait for each other.
  for (const some of inChunks([...places].sort())) await makePlacesDue(transaction, some, engine);
  return added;
}

async function makePlacesDue(
  transaction: Kysely<Schema>,
  places: readonly string[],
  engine: WatchContext['engine'],
): Promise<void> {
  const row = { failures: 0, news: 1, due_at: after(engine, gather), held_by: null, held_until: null };
  await transaction
    .insertInto('notice_places')
    .values(places.map((place) => ({ ...row, place_key: place })))
    .onConflict((conflict) =>
      conflict.column('place_key').doUpdateSet((row) => ({
        news: sql<number>`${row.ref('notice_places.news')} + 1`,
        due_at: sql<number>`case when ${row.ref('notice_places.due_at')} is not null
          and ${row.ref('notice_places.due_at')} < ${row.ref('excluded.due_at')}
          then ${row.ref('notice_places.due_at')} else ${row.ref('excluded.due_at')} end`,
      })),
    )
    .execute();
}

function rowOf(item: NoticeItem, sealing: Sealing): Omit<NoticeItemRow, 'created_at'> {
  const { key, placeKey, groupKey, person, kind } = item;
  const text = item.kind === 'post' ? item.post : { watchId: item.watchId, target: item.target };
  return {
    key,
    chat_id: item.chatId,
    place_key: placeKey,
    group_key: groupKey,
    conversation_key: item.kind === 'post' ? conversationKey(groupKey, item.post) : '',
    tenant_id: person.tenantId,
    person_id: person.objectId,
    kind,
    state: 'pending',
    done_at: null,
    sealed: sealing.seal(JSON.stringify(text), person, purpose(key)),
  };
}

/** @throws CodedError STORAGE_UNREADABLE */
export function pendingItem(row: NoticeItemRow, sealing: Sealing): PendingItem {
  const person = { tenantId: row.tenant_id, objectId: row.person_id };
  const text = JSON.parse(sealing.unseal(row.sealed ?? '', person, purpose(row.key))) as Record<
    string,
    unknown
  >;
  const item = {
    key: row.key,
    chatId: row.chat_id,
    placeKey: row.place_key,
    groupKey: row.group_key,
    person,
    createdAt: new Date(row.created_at),
  };
  if (row.kind !== 'post') return { ...item, kind: row.kind, ...text } as PendingItem;
  const post = { ...text, receivedAt: new Date(String(text['receivedAt'])) };
  return { ...item, kind: 'post', post } as unknown as PendingItem;
}

function purpose(key: string): string {
  return `notice:${key}`;
}
