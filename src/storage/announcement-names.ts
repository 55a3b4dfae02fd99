import type { Kysely } from 'kysely';
import type { Person } from '../conversations/person.ts';
import type { AnnouncementContext } from './announcement-context.ts';
import type { AnnouncementReceiverRow } from './rows/announcement-receiver-row.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';
import { inChunks } from './watch-context.ts';

/** Stores who is to be told, each once, due now; inside the caller's transaction. */
export async function addReceivers(
  transaction: Kysely<Schema>,
  receivers: readonly { id: string; name?: string }[],
  { id: announcement, owner }: { id: string; owner: Person },
  { engine, sealing }: Pick<AnnouncementContext, 'engine' | 'sealing'>,
): Promise<void> {
  for (const some of inChunks(receivers)) {
    await transaction
      .insertInto('announcement_receivers')
      .values(
        some.map(({ id, name }) => ({
          ...{ announcement_id: announcement, receiver_id: id, state: 'waiting', why: null },
          ...{ tries: 0, tried_at: null, due_at: engine.now, done_at: null, held_by: null, held_until: null },
          sealed: name === undefined ? null : sealing.seal(name, owner, purpose(announcement, id)),
        })),
      )
      .onConflict((conflict) => conflict.columns(['announcement_id', 'receiver_id']).doNothing())
      .execute();
  }
}

/** @throws CodedError STORAGE_UNREADABLE */
export function openName(
  row: Pick<AnnouncementReceiverRow, 'announcement_id' | 'receiver_id' | 'sealed'>,
  owner: Person,
  sealing: Sealing,
): string | undefined {
  if (row.sealed === null) return undefined;
  return sealing.unseal(row.sealed, owner, purpose(row.announcement_id, row.receiver_id));
}

function purpose(announcement: string, receiver: string): string {
  return `announcement-receiver:${announcement}:${receiver}`;
}
