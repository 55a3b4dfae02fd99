import assert from 'node:assert/strict';
import { whenTold } from './check-tidings.ts';
import { notify } from './notify.ts';
import { hinted, type WatchingCase } from './watching-case.ts';

/** Much at once. */
export const loadCases: readonly WatchingCase[] = [
  {
    name: 'storm of notifications, three of ten of them duplicates',
    settings: hinted,
    async run(world, tidings, { storm }) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const { id: subscriptionId, clientState } = await world.subscribed(group);
      const item = (n: number) => ({ id: `n${n}`, subscriptionId, clientState, changeType: 'updated' });
      const words = tidings.next();
      const { postId } = world.post('Ben', group, words);
      world.traffic.clear();
      const begun = Date.now();
      const calls = Array.from({ length: storm / 10 }, (_, call) =>
        Array.from({ length: 10 }, (__, n) => item(call * 10 + (n < 7 ? n : n - 7))),
      );
      const statuses = new Set<number>();
      while (calls.length > 0) {
        const some = calls.splice(0, 20);
        for (const status of await Promise.all(some.map((items) => notify(world, items))))
          statuses.add(status);
      }
      const took = Date.now() - begun;
      const tiding = { about: this.name, name: 'Ada', words, postId };
      tidings.owe(tiding);
      await whenTold(world, tiding);
      assert.deepEqual([...statuses], [202]);
      assert.ok(took < 60_000, `it took ${took} ms`);
      const rounds = world.traffic.count({ method: 'GET', path: new RegExp(`${group.id}/threads$`) });
      // Every second and a half while it lasts, and the early reads afterwards.
      const most = 2 * Math.ceil(took / 1_500) + 16;
      assert.ok(rounds <= most, `${rounds} rounds of reading in ${took} ms`);
      assert.ok(world.forwarder.given.size === 2, 'only one instance was called');
    },
  },
  {
    name: 'many groups watched by two people',
    settings: hinted,
    async run(world, tidings, { groups: count }) {
      const groups = Array.from({ length: count }, () => world.newGroup());
      for (const group of groups) for (const name of ['Ada', 'Ben']) await world.watch(name, group);
      for (const group of groups) await world.subscribed(group);
      world.traffic.clear();
      const posts = groups.map((group) => world.post('Chika', group, tidings.next()));
      const ids = posts.map(({ postId }) => postId);
      for (const name of ['Ada', 'Ben']) {
        await world.until(`${name} is told of all`, async () => {
          const states = await world.database.statesOf(ids, world.chatOf(name));
          return states.length === count && states.every((state) => state === 'delivered');
        });
      }
      const reads = world.traffic.count({ service: 'graph', method: 'GET' });
      assert.ok(reads <= count * 6 + 40, `${reads} reads for ${count} groups`);
    },
  },
];
