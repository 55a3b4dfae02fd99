import assert from 'node:assert/strict';
import { hasBoundedDepth } from '../../../src/http/guard/has-bounded-depth.ts';

describe('hasBoundedDepth', () => {
  it('counts objects and arrays inside one another', () => {
    assert.equal(hasBoundedDepth('text', 0), true);
    assert.equal(hasBoundedDepth({ a: [1] }, 2), true);
    assert.equal(hasBoundedDepth({ a: [1] }, 1), false);
  });

  it('refuses nesting that would exhaust a stack, and at once', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    assert.equal(hasBoundedDepth(deep, 64), false);
  });

  it('refuses an own __proto__ at any depth', () => {
    assert.equal(hasBoundedDepth(JSON.parse('{"a":{"__proto__":{"admin":true}}}'), 64), false);
    assert.equal(hasBoundedDepth(JSON.parse(String.raw`{"\u005f_proto__":1}`), 64), false);
  });
});
