import assert from 'node:assert/strict';
import { parseDuration } from '../../src/config/parse-duration.ts';

describe('times in settings', () => {
  it('are whole numbers with a unit', () => {
    const read = ['500ms', '2s', '1m', '24h', '30d'].map(parseDuration);
    assert.deepEqual(read, [500, 2_000, 60_000, 86_400_000, 2_592_000_000]);
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      '5',
      's',
      '2S',
      '2sec',
      '1.5s',
      '-1s',
      '0s',
      '1e3ms',
      '2s ',
      ' 2s',
      '1w',
      '366d',
      '8761h',
    ]) {
      assert.equal(parseDuration(text), undefined, JSON.stringify(text));
    }
  });
});
