import { sql } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import { echoCount } from '../watches/next-poll.ts';
import type { SubscriptionRows } from '../watches/ports/watch-store.ts';
import type { Subscription, SubscriptionState } from '../watches/subscription.ts';
import type { SubscriptionRow } from './rows/subscription-row.ts';
import type { Sealing } from './sealing.ts';
import { after, type WatchContext } from './watch-context.ts';
import { betweenReads } from './watched-groups.ts';

/** Subscriptions as due work. */
export function createSubscriptionTable(context: WatchContext): SubscriptionRows {
  const { db, engine, subscriptions, sealing, log } = context;
  const read = (rows: readonly SubscriptionRow[]): Subscription[] =>
    rows.flatMap((row) => {
      try {
        return [subscriptionOf(row, sealing)];
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        log.error({ tenant: row.tenant_id, code: error.code, error }, 'A subscription cannot be read');
        return [];
      }
    });

  return {
    async takeDueSubscriptions(holder, limit) {
      const keys = await subscriptions.takeDue(holder, limit);
      if (keys.length === 0) return [];
      return read(await db.selectFrom('subscriptions').selectAll().where('group_key', 'in', keys).execute());
    },

    async writeSubscription({ key, tenantId, clientState, ...subscription }, holder) {
      const written = await db
        .updateTable('subscriptions')
        .set({
          state: sql<string>`case when state = 'unwanted' then state else ${subscription.state} end`,
          subscription_id: subscription.subscriptionId ?? null,
          holder_id: subscription.holder?.objectId ?? null,
          expires_at: subscription.expiresAt?.getTime() ?? null,
          renewed_at: subscription.renewedAt?.getTime() ?? null,
          failures: subscription.failures,
          sealed: sealSubscription(sealing, { tenantId, key, clientState }),
          held_until: subscriptions.until,
        })
        .where('group_key', '=', key)
        .where('held_by', '=', holder)
        .where('held_until', '>', engine.now)
        .returning('group_key')
        .executeTakeFirst();
      return written !== undefined;
    },

    async settleSubscription({ key, dueAt }, dueInMs, holder) {
      const taken = dueAt?.getTime() ?? 0;
      await db
        .updateTable('subscriptions')
        .set({
          due_at: sql<number>`case when state = 'unwanted' then ${engine.now}
            when due_at = ${taken} then ${after(engine, dueInMs)} else due_at end`,
          held_by: null,
          held_until: null,
        })
        .where('group_key', '=', key)
        .where('held_by', '=', holder)
        .execute();
    },

    async removeSubscription(key, holder) {
      await db
        .deleteFrom('subscriptions')
        .where('group_key', '=', key)
        .where('held_by', '=', holder)
        .where('state', '=', 'unwanted')
        .execute();
      // Wanted again meanwhile: Graph has removed the old one.
      await db
        .updateTable('subscriptions')
        .set({ state: 'wanted', subscription_id: null, renewed_at: null, expires_at: null })
        .where('group_key', '=', key)
        .where('held_by', '=', holder)
        .execute();
    },

    async subscriptionsById(ids) {
      if (ids.length === 0) return [];
      return read(
        await db.selectFrom('subscriptions').selectAll().where('subscription_id', 'in', ids).execute(),
      );
    },

    async subscriptionsHeldBy({ tenantId, objectId }) {
      const rows = await db
        .selectFrom('subscriptions')
        .select('subscription_id as id')
        .where('tenant_id', '=', tenantId)
        .where('holder_id', '=', objectId)
        .where('subscription_id', 'is not', null)
        .execute();
      return rows.flatMap(({ id }) => id ?? []);
    },

    async subscriptionEnded(id) {
      await db
        .updateTable('subscriptions')
        .set({
          state: sql<string>`case when state = 'unwanted' then state else 'wanted' end`,
          ...{ subscription_id: null, holder_id: null, expires_at: null, renewed_at: null },
          due_at: engine.now,
        })
        .where('subscription_id', '=', id)
        .execute();
    },

    async subscriptionsOf(keys) {
      if (keys.length === 0) return [];
      return read(await db.selectFrom('subscriptions').selectAll().where('group_key', 'in', keys).execute());
    },

    async hintGroups(keys) {
      const soonest = sql<number>`case when read_at is not null and read_at + ${betweenReads} > ${engine.now}
        then read_at + ${betweenReads} else ${engine.now} end`;
      await db
        .updateTable('watched_groups')
        .set((row) => ({
          hints: row('hints', '+', 1),
          echoes: echoCount,
          quiet: 0,
          due_at: sql<number>`case when due_at is not null and due_at < ${soonest} then due_at else ${soonest} end`,
        }))
        .where('group_key', 'in', keys)
        .execute();
    },

    async hintSubscriptions(keys, { gone = false } = {}) {
      await db
        .updateTable('subscriptions')
        .set({ due_at: engine.now, ...(gone && { renewed_at: null }) })
        .where('group_key', 'in', keys)
        .where('state', '!=', 'refused')
        .execute();
    },
  };
}

/** The client state: whoever knows it can make groups due. It belongs to the group, so no person is named. */
export function sealSubscription(
  sealing: Sealing,
  { tenantId, key, clientState }: { tenantId: string; key: string; clientState: string },
): string {
  return sealing.seal(clientState, { tenantId, objectId: '' }, `subscription:${key}`);
}

function subscriptionOf(row: SubscriptionRow, sealing: Sealing): Subscription {
  const { group_key: key, tenant_id: tenantId } = row;
  return {
    key,
    tenantId,
    groupId: row.group_id,
    state: row.state as SubscriptionState,
    clientState: sealing.unseal(row.sealed, { tenantId, objectId: '' }, `subscription:${key}`),
    failures: row.failures,
    ...(row.subscription_id !== null && { subscriptionId: row.subscription_id }),
    ...(row.holder_id !== null && { holder: { tenantId, objectId: row.holder_id } }),
    ...(row.due_at !== null && { dueAt: new Date(row.due_at) }),
    ...(row.expires_at !== null && { expiresAt: new Date(row.expires_at) }),
    ...(row.renewed_at !== null && { renewedAt: new Date(row.renewed_at) }),
  };
}
