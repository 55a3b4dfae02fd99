import { sql } from 'kysely';
import type { SeenPost } from '../watches/mail-post.ts';
import type { GroupRows } from '../watches/ports/watch-store.ts';
import { echoCount } from '../watches/next-poll.ts';
import type { WatchedGroup } from '../watches/watched-group.ts';
import { addNoticeItems } from './notice-items.ts';
import type { WatchedGroupRow } from './rows/watched-group-row.ts';
import { after, inChunks, watchesOf, type WatchContext } from './watch-context.ts';

/** However many notifications come, a group is not read again before, in milliseconds. */
export const betweenReads = 1_500;

/** Watched groups as due work, and which of their posts were seen. */
export function createWatchedGroups(context: WatchContext): GroupRows {
  const { db, engine, groups } = context;
  return {
    async takeDueGroups(holder, limit) {
      const keys = await groups.takeDue(holder, limit);
      if (keys.length === 0) return [];
      const rows = await db.selectFrom('watched_groups').selectAll().where('group_key', 'in', keys).execute();
      return rows.map(groupOf);
    },

    async seen(key, from): Promise<SeenPost[]> {
      const rows = await db
        .selectFrom('seen_posts')
        .select(['post_id', 'thread_id', 'received_at', 'read_at'])
        .where('group_key', '=', key)
        .where('received_at', '>=', from.getTime())
        .execute();
      return rows.map((row) => ({
        postId: row.post_id,
        threadId: row.thread_id,
        receivedAt: new Date(row.received_at),
        readAt: new Date(row.read_at),
      }));
    },

    async authorsOf({ tenantId, groupId }, posts) {
      const authors = new Map<string, string>();
      for (const some of inChunks(posts.map(({ postId }) => postId))) {
        const claimed = await db
          .selectFrom('claims')
          .innerJoin('requests', 'requests.id', 'claims.request_id')
          .select(['claims.post_id as post', 'requests.author_id as author'])
          .where('requests.tenant_id', '=', tenantId)
          .where('claims.group_id', '=', groupId)
          .where('claims.post_id', 'in', some)
          .execute();
        const created = await db
          .selectFrom('requests')
          .select(['created_post_id as post', 'author_id as author'])
          .where('tenant_id', '=', tenantId)
          .where('group_id', '=', groupId)
          .where('created_post_id', 'in', some)
          .execute();
        for (const { post, author } of [...claimed, ...created]) authors.set(post ?? '', author);
      }
      return authors;
    },

    recordRead: (group, { posts, readAt, position, itemsOf }, holder) =>
      db.transaction().execute(async (transaction) => {
        await engine.lock(transaction, `watches|${group.key}`);
        const held = await transaction
          .updateTable('watched_groups')
          .set({
            held_until: groups.until,
            ...(position !== undefined && { position: position.getTime() }),
          })
          .where('group_key', '=', group.key)
          .where('held_by', '=', holder)
          .where('held_until', '>', engine.now)
          .returning('group_key')
          .executeTakeFirst();
        if (held === undefined) return undefined;
        if (posts.length === 0) return 0;
        for (const some of inChunks(posts)) {
          await transaction
            .insertInto('seen_posts')
            .values(
              some.map(({ postId, threadId, receivedAt }) => ({
                group_key: group.key,
                post_id: postId,
                thread_id: threadId,
                received_at: receivedAt.getTime(),
                read_at: readAt.getTime(),
              })),
            )
            .onConflict((conflict) => conflict.columns(['group_key', 'post_id']).doNothing())
            .execute();
        }
        // Watches as they are now: whoever adds one waits for this, and reads again what came since it began.
        const rows = await transaction
          .selectFrom('watches')
          .selectAll()
          .where('group_key', '=', group.key)
          .where('state', '!=', 'ended')
          .orderBy('created_at')
          .orderBy('id')
          .execute();
        return addNoticeItems(transaction, itemsOf(watchesOf(context, rows)), context);
      }),

    async settleGroup({ key, hints, quiet, echoes, failures, gone, reader }, dueInMs, holder) {
      const unhinted = sql<boolean>`hints = ${hints}`;
      await db
        .updateTable('watched_groups')
        .set({
          failures,
          gone_since: gone?.since.getTime() ?? null,
          gone_at: gone?.at.getTime() ?? null,
          reader: reader ?? null,
          quiet: sql<number>`case when ${unhinted} then cast(${quiet} as integer) else 0 end`,
          echoes: sql<number>`case when ${unhinted} then cast(${echoes} as integer) else cast(${echoCount} as integer) end`,
          due_at: sql<number>`case when ${unhinted} then ${after(engine, dueInMs)}
            else ${after(engine, Math.min(dueInMs, betweenReads))} end`,
          read_at: engine.now,
          held_by: null,
          held_until: null,
        })
        .where('group_key', '=', key)
        .where('held_by', '=', holder)
        .execute();
    },
  };
}

function groupOf(row: WatchedGroupRow): WatchedGroup {
  return {
    key: row.group_key,
    tenantId: row.tenant_id,
    groupId: row.group_id,
    position: new Date(row.position),
    quiet: row.quiet,
    echoes: row.echoes,
    failures: row.failures,
    hints: row.hints,
    ...(row.gone_since !== null &&
      row.gone_at !== null && { gone: { since: new Date(row.gone_since), at: new Date(row.gone_at) } }),
    ...(row.reader !== null && { reader: row.reader }),
  };
}
