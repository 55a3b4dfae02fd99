import type { Kysely } from 'kysely';
import type { ConversationRequest } from '../conversations/request.ts';
import type { Schema } from './schema.ts';

/** The author may still say *Start another anyway*, which copies the files. */
const afterwards = 15 * 60_000;

/** Files of a request that is settled are removed by a sweep soon; those of one that was changed go on with the other. */
export async function letFilesGo(
  db: Kysely<Schema>,
  { state, files = [], updatedAt, author, replacedBy }: ConversationRequest,
): Promise<void> {
  if ((state !== 'created' && state !== 'discarded') || files.length === 0) return;
  if (replacedBy !== undefined) return;
  const expiresAt = updatedAt.getTime() + afterwards;
  await db
    .updateTable('attachments')
    .set({ expires_at: expiresAt })
    .where(
      'id',
      'in',
      files.map(({ id }) => id),
    )
    .where('tenant_id', '=', author.tenantId)
    .where('person_id', '=', author.objectId)
    .where('expires_at', '>', expiresAt)
    .execute();
}
