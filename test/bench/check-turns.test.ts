import assert from 'node:assert/strict';
import { checkTurns } from './check-turns.ts';
import { quantile } from './timings.ts';

describe('the benchmark', () => {
  const done = { topics: [['A', 'B'], ['C']], statuses: [200, 200, 200] };
  const there = { posts: 3, inMailbox: [['B', 'A'], ['C']], receipts: [2, 1] };

  it('finds nothing wrong where each command was posted once and has one receipt', () => {
    assert.deepEqual(checkTurns(there, done), []);
  });

  it('says what was lost, doubled, refused or not shown', () => {
    const wrong = [
      checkTurns({ ...there, posts: 4 }, done),
      checkTurns({ ...there, inMailbox: [['A'], ['C']] }, done),
      checkTurns({ ...there, inMailbox: [['A', 'B', 'B'], ['C']] }, done),
      checkTurns({ ...there, receipts: [2, 0] }, done),
      checkTurns(there, { ...done, statuses: [200, 503, 200] }),
    ];
    assert.deepEqual(
      wrong.map((problems) => problems.length),
      wrong.map(() => 1),
    );
  });

  it('takes quantiles by the nearest rank', () => {
    const values = [5, 1, 4, 2, 3];
    assert.deepEqual([quantile(values, 0.5), quantile(values, 0.95), quantile([7], 0.5)], [3, 5, 7]);
    assert.ok(Number.isNaN(quantile([], 0.5)));
  });
});
