import { sql, type Kysely } from 'kysely';
import type { FollowUpWork } from '../conversations/ports/follow-up-work.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { ConversationRequest } from '../conversations/request.ts';
import { createDueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import type { RequestRows } from './request-rows.ts';
import type { Schema } from './schema.ts';
import { createStoredRequests } from './stored-requests.ts';

/** What follows created requests: a row each, which stays when it is done, so that it is never done again. */
export function createFollowUpWork(parts: {
  db: Kysely<Schema>;
  engine: Engine;
  rows: RequestRows;
  holdMs: number;
  log: Log;
}): FollowUpWork {
  const { db, engine } = parts;
  const due = createDueRows({ ...parts, table: 'follow_ups', key: 'request_id' });
  const stored = createStoredRequests(parts);

  async function end(id: string, holder: string, retryInMs: number | undefined): Promise<void> {
    await db
      .updateTable('follow_ups')
      .set((row) => ({
        attempts: row('attempts', '+', 1),
        due_at: retryInMs === undefined ? null : sql<number>`${engine.now} + ${retryInMs}`,
        held_by: null,
        held_until: null,
      }))
      .where('request_id', '=', id)
      .where('held_by', '=', holder)
      .execute();
  }

  return {
    async take(id, holder) {
      const row = await db
        .selectFrom('follow_ups')
        .select('request_id')
        .where('request_id', '=', id)
        .where('due_at', 'is not', null)
        .executeTakeFirst();
      return row !== undefined && (await due.take(id, holder)) ? stored.find(id) : undefined;
    },
    takeDue: async (holder, limit) => stored.all(await due.takeDue(holder, limit)),
    done: (id, holder) => end(id, holder, undefined),
    failed: end,
    async failures(id) {
      const row = await db
        .selectFrom('follow_ups')
        .select('attempts')
        .where('request_id', '=', id)
        .executeTakeFirst();
      return row?.attempts ?? 0;
    },
    dueCount: async () => ({ kind: 'follow-ups', ...(await due.count()) }),
  };
}

/**
 * Has what follows a request done once, from the moment on in which it is written as created.
 *
 * @param graceMs how long whoever wrote it has for doing it at once
 */
export async function rememberFollowUp(
  transaction: Kysely<Schema>,
  { id, state }: ConversationRequest,
  { engine, graceMs }: { engine: Engine; graceMs: number },
): Promise<void> {
  if (state !== 'created') return;
  await transaction
    .insertInto('follow_ups')
    .values({
      request_id: id,
      due_at: sql<number>`${engine.now} + ${graceMs}`,
      attempts: 0,
      held_by: null,
      held_until: null,
    })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .execute();
}
