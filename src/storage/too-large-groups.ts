import { personKey } from '../conversations/person.ts';
import type { WatchRows } from '../watches/ports/watch-store.ts';
import { addNoticeItems } from './notice-items.ts';
import { watchesOf, type WatchContext } from './watch-context.ts';

/** Watches of groups that are too large to be read: told is who has a watch of the group that says so. */
export function createTooLargeGroups(context: WatchContext): Pick<WatchRows, 'tooLarge' | 'notTooLarge'> {
  const { db, engine } = context;
  return {
    tooLarge: (key, itemsOf) =>
      db.transaction().execute(async (transaction) => {
        await engine.lock(transaction, `watches|${key}`);
        const rows = await transaction
          .selectFrom('watches')
          .selectAll()
          .where('group_key', '=', key)
          .where('state', '!=', 'ended')
          .execute();
        const watches = watchesOf(context, rows);
        const untold = watches.filter(({ tooLarge }) => !tooLarge);
        if (untold.length === 0) return;
        await transaction
          .updateTable('watches')
          .set({ too_large: 1 })
          .where('group_key', '=', key)
          .where('state', '!=', 'ended')
          .execute();
        const told = new Set(
          watches.filter(({ tooLarge }) => tooLarge).map(({ watcher }) => personKey(watcher)),
        );
        const tell = itemsOf(untold.filter(({ watcher }) => !told.has(personKey(watcher))));
        await addNoticeItems(transaction, tell, context);
      }),

    async notTooLarge(key) {
      await db
        .updateTable('watches')
        .set({ too_large: null })
        .where('group_key', '=', key)
        .where('too_large', 'is not', null)
        .execute();
    },
  };
}
