import assert from 'node:assert/strict';
import { ada } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const now = new Date(1_800_000_000_000);

/** So many tickets that have expired, in one statement that every engine knows. */
const expiredTickets = (count: number): string => `
  insert into tickets (kind, id, tenant_id, person_id, chat_id, expires_at)
  select 'asked-card', 'ticket ' || n, '${ada.tenantId}', '${ada.objectId}', 'a:1', 1
  from (with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count}) select n from numbers) as all_numbers`;

export function sweepTests(createBench: CreateBench): void {
  describe('sweeps', () => {
    let bench: StorageBench;
    beforeEach(async () => {
      bench = await createBench({ fresh: true });
    });
    afterEach(() => bench.dispose());

    it('remove everything that is old, however much that is', async () => {
      const storage = await bench.open();
      await bench.query(expiredTickets(4_500));
      assert.equal((await storage.sweep(now)).tickets, 4_500);
      assert.equal((await storage.sweep(now)).tickets, 0);
    });

    it('go on with the other tables when one of them cannot be swept, and say so', async () => {
      const storage = await bench.open();
      await bench.query(expiredTickets(1));
      await bench.query('drop table seen_posts');
      await assert.rejects(storage.sweep(now), ({ errors }: AggregateError) => errors.length === 1);
      assert.deepEqual(await bench.query('select id from tickets'), []);
    });

    it('look at all chats in the end, although only at some each time', async () => {
      const storage = await bench.open();
      await bench.query(`
        insert into notice_places (place_key, failures, news, due_at)
        select 'place ' || n, 0, 0, case when n % 2 = 0 then 1 end from (
          with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 5000)
          select n from numbers) as all_numbers`);
      for (let sweep = 0; sweep < 3; sweep += 1) await storage.sweep(now);
      assert.deepEqual(await bench.query('select count(*) as n, min(due_at) as due from notice_places'), [
        { n: 2_500, due: 1 },
      ]);
    });
  });
}
