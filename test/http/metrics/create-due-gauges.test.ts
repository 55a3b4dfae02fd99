import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import type { DueCount } from '../../../src/conversations/ports/ledger.ts';
import { createDueGauges } from '../../../src/http/metrics/create-due-gauges.ts';

describe('gauges of due work', () => {
  const counts: DueCount[] = [{ kind: 'requests', due: 3, held: 2, oldestMs: 4_500 }];

  it('are read from the database once for all of them, anew for each scrape', async () => {
    const registry = new Registry();
    let asked = 0;
    createDueGauges(registry, async () => {
      asked += 1;
      return counts;
    });
    const text = await registry.metrics();
    assert.equal(asked, 1);
    assert.match(text, /^kickoff_due_rows\{kind="requests"\} 3$/m);
    assert.match(text, /^kickoff_held_rows\{kind="requests"\} 2$/m);
    assert.match(text, /^kickoff_due_oldest_seconds\{kind="requests"\} 4\.5$/m);
    assert.match(text, /^kickoff_database_up 1$/m);
    await registry.metrics();
    assert.equal(asked, 2);
  });

  for (const [how, count] of [
    ['fails', () => Promise.reject(new Error('connect ECONNREFUSED'))],
    ['never answers', () => new Promise<never>(() => {})],
  ] as const) {
    it(`are left out while the database ${how}, and everything else is told`, async () => {
      const registry = new Registry();
      let answers = true;
      createDueGauges(registry, () => (answers ? Promise.resolve(counts) : count()), { deadlineMs: 5 });
      await registry.metrics();
      answers = false;
      const text = await registry.metrics();
      assert.match(text, /^kickoff_database_up 0$/m);
      assert.doesNotMatch(text, /^kickoff_due_rows\{/m);
      answers = true;
      assert.match(await registry.metrics(), /^kickoff_database_up 1$/m);
    });
  }
});
