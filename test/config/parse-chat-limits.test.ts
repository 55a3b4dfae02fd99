import assert from 'node:assert/strict';
import { parseChatLimits } from '../../src/config/parse-chat-limits.ts';

describe('limits of a chat in settings', () => {
  it('are messages and growing times', () => {
    assert.deepEqual(parseChatLimits('7/1s, 60/30s,1800/1h'), [
      { most: 7, windowMs: 1_000 },
      { most: 60, windowMs: 30_000 },
      { most: 1_800, windowMs: 3_600_000 },
    ]);
    assert.deepEqual(parseChatLimits('1000/500ms'), [{ most: 1_000, windowMs: 500 }]);
  });

  it('are nothing else', () => {
    for (const text of ['', '7', '7/s', '0/1s', '-1/1s', '7/1s,', '8/2s,7/1s', '7/1s,8/1s', '7/2h', '7 /1s'])
      assert.equal(parseChatLimits(text), undefined, JSON.stringify(text));
  });
});
