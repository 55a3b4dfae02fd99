import { sql } from 'kysely';
import type { WatchStore } from '../watches/ports/watch-store.ts';
import { overlap } from '../watches/threads-to-read.ts';
import { createDueRows } from './due-rows.ts';
import { createNoticePlaces } from './notice-places.ts';
import { createSubscriptionTable } from './subscription-rows.ts';
import { retryDeadlocks } from './retry-deadlocks.ts';
import { after, type WatchContext } from './watch-context.ts';
import { createWatchedGroups } from './watched-groups.ts';
import { createWatchTable } from './watches.ts';

const day = 24 * 3_600_000;
/** How long it is known that something was shown, so that it is not again; and how long what cannot be shown waits. */
const itemsKept = 7 * day;
/** How long it is known that somebody stopped watching, so that it does not begin again by itself. */
const endedKept = 90 * day;

export interface SweptWatchStore extends WatchStore {
  /** Removes what is known for long enough. */
  sweep(): Promise<void>;
}

export function createWatchStore(
  parts: Pick<WatchContext, 'db' | 'engine' | 'sealing' | 'log'> & { holdMs: number },
): SweptWatchStore {
  const { db, engine, holdMs } = parts;
  const due = (table: 'watched_groups' | 'subscriptions' | 'notice_places', key: string) =>
    createDueRows({ db, engine, table, key, holdMs });
  const context: WatchContext = {
    ...parts,
    groups: due('watched_groups', 'group_key'),
    subscriptions: due('subscriptions', 'group_key'),
    places: due('notice_places', 'place_key'),
  };
  // Sign-ins, notifications and reading change many of the same rows at once, each in an order of its own.
  return retryDeadlocks({
    ...createWatchTable(context),
    ...createWatchedGroups(context),
    ...createSubscriptionTable(context),
    ...createNoticePlaces(context),

    async dueCounts() {
      return [
        { kind: 'watched-groups', ...(await context.groups.count()) },
        { kind: 'subscriptions', ...(await context.subscriptions.count()) },
        { kind: 'notices', ...(await context.places.count()) },
      ];
    },

    async sweep() {
      const before = (ms: number) => after(engine, -ms);
      // What is older than this is not asked for again: a group's position never goes back.
      await sql`
        delete from seen_posts where received_at < (
          select position from watched_groups where watched_groups.group_key = seen_posts.group_key
        ) - ${2 * overlap}`.execute(db);
      await db.deleteFrom('notice_items').where('done_at', '<', before(itemsKept)).execute();
      await db
        .deleteFrom('notice_items')
        .where('state', '=', 'pending')
        .where('created_at', '<', before(itemsKept))
        .execute();
      await db.deleteFrom('watches').where('ended_at', '<', before(endedKept)).execute();
      await sql`
        delete from notice_places where due_at is null and held_by is null and not exists (
          select 1 from notice_items where notice_items.place_key = notice_places.place_key
        )`.execute(db);
    },
  });
}
