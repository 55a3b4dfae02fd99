import assert from 'node:assert/strict';
import { readCookie } from '../../../src/http/routes/read-cookie.ts';

describe('readCookie', () => {
  const cases: [string | undefined, string | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    ['name', undefined],
    ['name=', ''],
    ['name=value', 'value'],
    ['name=a=b', 'a=b'],
    ['a=1;name=value;b=2', 'value'],
    ['xname=1; name=value', 'value'],
    ['name=first; name=second', 'first'],
    ['NAME=other', undefined],
  ];
  for (const [header, expected] of cases) {
    it(`finds ${expected ?? 'nothing'} in ${header ?? 'no header'}`, () =>
      assert.equal(readCookie(header, 'name'), expected));
  }
});
