import assert from 'node:assert/strict';
import { createLog } from '../../src/config/create-log.ts';
import { logConsole } from '../../src/config/log-console.ts';

const token = ['eyJhbGciOiJSUzI1NiJ9', 'eyJvaWQiOiJhZGEifQ', 'c2lnbmF0dXJl'].join('.');

describe('what libraries write to the console', () => {
  it('is taken into the log, without tokens, and its words only at debug', () => {
    for (const [level, count] of [
      ['debug', 3],
      ['info', 2],
    ] as const) {
      const lines: string[] = [];
      const before = { error: (..._said: unknown[]) => {}, warn: (..._said: unknown[]) => {} };
      const fake = { ...before };
      const giveBack = logConsole(createLog(level, { write: (line) => void lines.push(line) }), fake);
      fake.error(new Error(`bad ${token}`));
      fake.warn(`typed by somebody with ${token}`, { not: 'shown' });
      assert.equal(lines.length, count);
      assert.match(lines[0]!, /"a library wrote to the console"/);
      assert.match(lines[0]!, /bad \[token\]/);
      assert.equal(lines.join('').includes('typed by somebody'), level === 'debug');
      assert.doesNotMatch(lines.join(''), /eyJ|shown/);
      giveBack();
      assert.deepEqual(fake, before);
    }
  });
});
