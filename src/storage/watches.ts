import { sql, type Kysely, type UpdateQueryBuilder, type UpdateResult } from 'kysely';
import type { NoticeSettings } from '../watches/notice-settings.ts';
import type { WatchRows } from '../watches/ports/watch-store.ts';
import { groupKey, type Watch } from '../watches/watch.ts';
import { createLackingWatches } from './lacking-watches.ts';
import { addNoticeItems } from './notice-items.ts';
import type { Schema } from './schema.ts';
import { createSealedPerPerson } from './sealed-per-person.ts';
import { sealSubscription } from './subscription-rows.ts';
import { createTooLargeGroups } from './too-large-groups.ts';
import { after, watchesOf, type WatchContext } from './watch-context.ts';
import { createWatchRows } from './watch-rows.ts';

/** Watches at rest. Whatever changes the watches of a group lets one do it at a time, and so does reading it. */
export function createWatchTable(context: WatchContext): WatchRows {
  const { db, engine, sealing } = context;
  const texts = createWatchRows(sealing);
  const settings = createSealedPerPerson(db, sealing, 'watch_settings');
  const live = (connection: Kysely<Schema> = db) =>
    connection
      .selectFrom('watches')
      .selectAll()
      .where('state', '!=', 'ended')
      .orderBy('created_at')
      .orderBy('id');

  return {
    ...createLackingWatches(context),
    ...createTooLargeGroups(context),

    add(watch, { clientState, revive }) {
      const key = groupKey(watch.watcher, watch.target.group.id);
      return db.transaction().execute(async (transaction) => {
        await engine.lock(transaction, `watches|${key}`);
        const stored = await transaction
          .selectFrom('watches')
          .selectAll()
          .where('id', '=', watch.id)
          .executeTakeFirst();
        if (stored !== undefined && (stored.state === 'on' || (stored.state === 'ended' && !revive)))
          return { watch: texts.watch(stored), first: false };
        const { created_at: _, ...row } = texts.row(watch, 0);
        const since = stored?.state === 'paused' ? { since: stored.since } : {};
        await transaction
          .insertInto('watches')
          .values({ ...row, created_at: engine.now })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, ...since }))
          .execute();
        await watchGroup(transaction, { watch, key, clientState });
        return { watch, first: stored === undefined || stored.state === 'ended' };
      });
    },

    async find(id) {
      const row = await db.selectFrom('watches').selectAll().where('id', '=', id).executeTakeFirst();
      return row && texts.watch(row);
    },

    async ofPerson({ tenantId, objectId }) {
      const rows = await live().where('tenant_id', '=', tenantId).where('person_id', '=', objectId).execute();
      return watchesOf(context, rows);
    },

    async ofGroup(key) {
      return watchesOf(context, await live().where('group_key', '=', key).execute());
    },

    async atPlace(key) {
      return watchesOf(context, await live().where('place_key', '=', key).execute());
    },

    async end(watches, tell) {
      const keys = [
        ...new Set(watches.map(({ watcher, target }) => groupKey(watcher, target.group.id))),
      ].sort();
      await db.transaction().execute(async (transaction) => {
        for (const key of keys) await engine.lock(transaction, `watches|${key}`);
        const ended = await transaction
          .updateTable('watches')
          .set({ state: 'ended', paused_for: null, ended_at: engine.now })
          .where('id', 'in', idsOf(watches))
          .where('state', '!=', 'ended')
          .returning('id')
          .execute();
        const ids = new Set(ended.map(({ id }) => id));
        for (const key of keys) await leaveGroup(transaction, key);
        await addNoticeItems(
          transaction,
          tell.filter((item) => item.kind !== 'post' && ids.has(item.watchId)),
          context,
        );
      });
    },

    leave: (key) =>
      db.transaction().execute(async (transaction) => {
        await engine.lock(transaction, `watches|${key}`);
        await leaveGroup(transaction, key);
      }),

    async pause(watches, reason, tell) {
      await db.transaction().execute(async (transaction) => {
        const paused = await transaction
          .updateTable('watches')
          .set({ state: 'paused', paused_for: reason })
          .where('id', 'in', idsOf(watches))
          .where('state', '=', 'on')
          .returning(['group_key', 'person_id'])
          .execute();
        if (paused.length === 0) return;
        // Somebody else's token may do instead.
        await transaction
          .updateTable('subscriptions')
          .set({ due_at: engine.now })
          .where('group_key', 'in', [...new Set(paused.map((row) => row.group_key))])
          .where('holder_id', 'in', [...new Set(paused.map((row) => row.person_id))])
          .execute();
        await addNoticeItems(transaction, tell, context);
      });
    },

    resume: ({ tenantId, objectId }, reason) =>
      goOn((watches) =>
        watches
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', objectId)
          .where('paused_for', '=', reason),
      ),

    async resumeOne(id, { tenantId, objectId }) {
      const resumed = await goOn((watches) =>
        watches.where('id', '=', id).where('tenant_id', '=', tenantId).where('person_id', '=', objectId),
      );
      return resumed > 0;
    },

    async pausedIn({ tenantId, chatId }) {
      const thread = `${chatId};`;
      const row = await live()
        .where('tenant_id', '=', tenantId)
        // Written out, as in its index.
        .where('paused_for', '=', sql.lit('unreachable'))
        .where((row) =>
          row.or([
            row('chat_id', '=', chatId),
            row(sql<string>`substr(chat_id, 1, ${thread.length})`, '=', thread),
          ]),
        )
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async accessConfirmed({ tenantId, objectId }, key, at) {
      await db
        .updateTable('watches')
        .set({ access_at: at.getTime() })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', objectId)
        .where('group_key', '=', key)
        .execute();
    },

    async settings(person) {
      const text = await settings.read(person);
      return text === undefined ? undefined : (JSON.parse(text) as NoticeSettings);
    },

    async saveSettings(person, wanted) {
      await settings.write(person, JSON.stringify(wanted));
      const places = db
        .selectFrom('watches')
        .select('place_key')
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .where('state', '!=', 'ended');
      await db
        .updateTable('notice_places')
        .set((row) => ({ due_at: engine.now, news: row('news', '+', 1) }))
        .where('place_key', 'in', places)
        .execute();
    },
  };

  type Paused = UpdateQueryBuilder<Schema, 'watches', 'watches', UpdateResult>;

  /** Those that are paused and are `meant` go on: their groups, subscriptions and chats become due. */
  function goOn(meant: (watches: Paused) => Paused): Promise<number> {
    return db.transaction().execute(async (transaction) => {
      const paused = transaction
        .updateTable('watches')
        .set({ state: 'on', paused_for: null })
        .where('state', '=', 'paused');
      const rows = await meant(paused).returning(['group_key', 'place_key']).execute();
      if (rows.length === 0) return 0;
      const groups = [...new Set(rows.map((row) => row.group_key))];
      const due = { due_at: engine.now };
      await transaction
        .updateTable('watched_groups')
        .set((row) => ({ ...due, hints: row('hints', '+', 1) }))
        .where('group_key', 'in', groups)
        .execute();
      await transaction
        .updateTable('subscriptions')
        .set(due)
        .where('group_key', 'in', groups)
        .where('state', '!=', 'refused')
        .execute();
      await transaction
        .updateTable('notice_places')
        .set((row) => ({ ...due, news: row('news', '+', 1) }))
        .where('place_key', 'in', [...new Set(rows.map((row) => row.place_key))])
        .execute();
      return rows.length;
    });
  }

  /** The group's row and subscription. What was seen since the watch began is read again: it is news for this watch. */
  async function watchGroup(
    transaction: Kysely<Schema>,
    { watch, key, clientState }: { watch: Watch; key: string; clientState: string },
  ): Promise<void> {
    const { tenantId } = watch.watcher;
    const groupId = watch.target.group.id;
    await transaction
      .deleteFrom('seen_posts')
      .where('group_key', '=', key)
      .where('received_at', '>=', watch.since.getTime())
      .execute();
    const work = { failures: 0, due_at: engine.now, held_by: null, held_until: null };
    await transaction
      .insertInto('watched_groups')
      .values({
        ...{ group_key: key, tenant_id: tenantId, group_id: groupId, ...work },
        position: watch.since.getTime(),
        ...{ quiet: 0, echoes: 0, hints: 0, gone_since: null, gone_at: null, reader: null, read_at: null },
      })
      .onConflict((conflict) =>
        conflict.column('group_key').doUpdateSet((row) => ({
          due_at: engine.now,
          quiet: 0,
          hints: sql<number>`${row.ref('watched_groups.hints')} + 1`,
        })),
      )
      .execute();
    const unmade = { subscription_id: null, holder_id: null, expires_at: null, renewed_at: null };
    await transaction
      .insertInto('subscriptions')
      .values({
        ...{ group_key: key, tenant_id: tenantId, group_id: groupId, ...work, ...unmade },
        state: 'wanted',
        sealed: sealSubscription(sealing, { tenantId, key, clientState }),
      })
      .onConflict((conflict) =>
        conflict.column('group_key').doUpdateSet((row) => ({
          state: sql<string>`case
            when ${row.ref('subscriptions.state')} = 'on' then 'on'
            when ${row.ref('subscriptions.state')} = 'unwanted'
              and ${row.ref('subscriptions.subscription_id')} is not null then 'on'
            else 'wanted' end`,
          due_at: sql<number>`case when ${row.ref('subscriptions.state')} = 'on'
            then ${row.ref('subscriptions.due_at')} else ${after(engine, 0)} end`,
        })),
      )
      .execute();
  }

  /** Nobody watches it any more: it is read no more, and its subscription is to be removed. */
  async function leaveGroup(transaction: Kysely<Schema>, key: string): Promise<void> {
    const left = await live(transaction).where('group_key', '=', key).limit(1).executeTakeFirst();
    const unwanted = left === undefined ? { state: 'unwanted' } : {};
    // If somebody is left, their token may have to do instead.
    await transaction
      .updateTable('subscriptions')
      .set({ due_at: engine.now, ...unwanted })
      .where('group_key', '=', key)
      .where('state', '!=', 'refused')
      .execute();
    if (left !== undefined) return;
    await transaction
      .deleteFrom('subscriptions')
      .where('group_key', '=', key)
      .where('state', '=', 'refused')
      .execute();
    await transaction.deleteFrom('watched_groups').where('group_key', '=', key).execute();
    await transaction.deleteFrom('seen_posts').where('group_key', '=', key).execute();
  }
}

function idsOf(watches: readonly Watch[]): string[] {
  return watches.length === 0 ? [''] : watches.map(({ id }) => id);
}
