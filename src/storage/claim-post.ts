import type { Kysely } from 'kysely';
import type { Ledger } from '../conversations/ports/ledger.ts';
import type { Schema } from './schema.ts';

/** One request per post, kept by the table's key: the second to ask finds the row of the first, and changes nothing. */
export function createClaimPost(db: Kysely<Schema>): Ledger['claim'] {
  return async ({ groupId, threadId, postId }, requestId) => {
    const own = await db
      .insertInto('claims')
      .values({ group_id: groupId, thread_id: threadId, post_id: postId, request_id: requestId })
      .onConflict((conflict) =>
        conflict
          .columns(['group_id', 'thread_id', 'post_id'])
          .doUpdateSet((row) => ({ request_id: row.ref('claims.request_id') }))
          .where('claims.request_id', '=', requestId),
      )
      .returning('request_id')
      .executeTakeFirst();
    return own !== undefined;
  };
}
