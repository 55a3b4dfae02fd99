import assert from 'node:assert/strict';
import { createMessageIds } from '../../../src/sandbox/channel/message-ids.ts';

describe('createMessageIds', () => {
  it('answers 13 digits that grow, whatever the clock does', () => {
    const times = [1763640000100, 1763640000100, 1763640000050, 1763640000500];
    const next = createMessageIds(() => new Date(times.shift() ?? 0));
    assert.deepEqual(
      [next(), next(), next(), next(), next()],
      ['1763640000100', '1763640000101', '1763640000102', '1763640000500', '1763640000501'],
    );
  });
});
