import assert from 'node:assert/strict';
import { parseCallRate } from '../../src/config/parse-call-rate.ts';

describe('rates in settings', () => {
  it('are a whole number of calls and a time', () => {
    assert.deepEqual(parseCallRate('5/s'), { limit: 5, windowMs: 1_000 });
    assert.deepEqual(parseCallRate('60/min'), { limit: 60, windowMs: 60_000 });
    assert.deepEqual(parseCallRate('1000/h'), { limit: 1_000, windowMs: 3_600_000 });
  });

  it('are nothing else', () => {
    for (const text of ['', '60', '0/s', '-1/s', '1.5/s', '60/m', '60/day', '60 /min', '60/min '])
      assert.equal(parseCallRate(text), undefined, JSON.stringify(text));
  });
});
