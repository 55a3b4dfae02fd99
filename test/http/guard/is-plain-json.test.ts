import assert from 'node:assert/strict';
import { isPlainJson } from '../../../src/http/guard/is-plain-json.ts';

describe('isPlainJson', () => {
  const cases: [boolean, Record<string, string>][] = [
    [true, { 'content-type': 'application/json' }],
    [true, { 'content-type': 'Application/JSON; Charset="UTF-8"' }],
    [true, { 'content-type': 'application/json; odata=minimal; charset=utf-8' }],
    [true, { 'content-type': 'application/json', 'content-encoding': 'identity' }],
    [false, {}],
    [false, { 'content-type': 'text/plain' }],
    [false, { 'content-type': 'application/jsonp' }],
    [false, { 'content-type': 'application/json; charset=utf-16' }],
    [false, { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
    [false, { 'content-type': 'application/json', 'content-encoding': 'identity, br' }],
  ];
  for (const [expected, headers] of cases) {
    it(`${expected ? 'takes' : 'refuses'} ${JSON.stringify(headers)}`, () =>
      assert.equal(isPlainJson(headers), expected));
  }
});
