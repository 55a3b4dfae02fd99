import type { WatchStore } from '../watches/ports/watch-store.ts';
import { createDueRows } from './due-rows.ts';
import { createNoticePlaces } from './notice-places.ts';
import { createSubscriptionTable } from './subscription-rows.ts';
import type { WatchContext } from './watch-context.ts';
import { createWatchedGroups } from './watched-groups.ts';
import { createWatchTable } from './watches.ts';

/** Everything about watching, at rest. */
export function createWatchStore(
  parts: Pick<WatchContext, 'db' | 'engine' | 'sealing' | 'log'> & { holdMs: number },
): WatchStore {
  const { db, engine, holdMs } = parts;
  const due = (table: 'watched_groups' | 'subscriptions' | 'notice_places', key: string) =>
    createDueRows({ db, engine, table, key, holdMs });
  const context: WatchContext = {
    ...parts,
    groups: due('watched_groups', 'group_key'),
    subscriptions: due('subscriptions', 'group_key'),
    places: due('notice_places', 'place_key'),
  };
  return {
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
  };
}
