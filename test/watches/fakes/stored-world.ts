import { createSqliteBench } from '../../storage/sqlite-bench.ts';
import { group, sampleWatch, type ada } from './numbers.ts';
import { createUseCases, type UseCaseOptions } from './use-cases.ts';

/** The use cases on a database of their own, and how a test makes it later than it is. */
export async function createStoredWorld(options: UseCaseOptions = {}) {
  const bench = await createSqliteBench();
  const storage = await bench.open();
  const store = storage.watches;
  const world = createUseCases(store, options);
  return {
    ...world,
    ...{ bench, storage, store },
    watch: (watcher: typeof ada, place = sampleWatch({ watcher }).place, confirmed = true) =>
      world.watches.watch({ watcher, place, group: group.id, confirmed }),
    dueNow: (table: string) => bench.query(`update ${table} set due_at = 1 returning 1`),
    /** In how many milliseconds the only row of a table is due. */
    dueIn: async (table: string) =>
      Number((await bench.query(`select due_at from ${table}`))[0]?.['due_at']) - Date.now(),
    later: (ms: number) => void (world.state.now = new Date(world.state.now.getTime() + ms)),
    async pollNow() {
      await bench.query('update watched_groups set due_at = 1 returning 1');
      await world.poll();
    },
    /** Tells what waits, as if the moment for gathering were over. */
    async tellNow() {
      await bench.query('update notice_items set created_at = created_at - 5000 returning 1');
      await bench.query('update notice_places set due_at = 1 returning 1');
      await world.tell();
    },
    /** What somebody was shown in their own chat or, by its id, in another one. */
    kindsIn: (chatId: string) =>
      world.state.shown.filter(({ place }) => place.chatId === chatId).map(({ kind }) => kind),
  };
}

export type StoredWorld = Awaited<ReturnType<typeof createStoredWorld>>;
