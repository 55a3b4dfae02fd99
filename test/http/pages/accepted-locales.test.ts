import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acceptedLocales } from '../../../src/http/pages/accepted-locales.ts';

describe('acceptedLocales', () => {
  const headers: [header: string | undefined, locales: string[]][] = [
    [undefined, []],
    ['', []],
    ['de', ['de']],
    ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', ['de-DE', 'de', 'en-US', 'en']],
    ['en;q=0.5, de', ['de', 'en']],
    ['fr;q=0, *;q=0.1, de;q=0.2', ['de']],
    ['de;q=much, en', ['en']],
  ];
  for (const [header, locales] of headers)
    it(`reads ${JSON.stringify(header)}`, () => assert.deepEqual(acceptedLocales(header), locales));

  it('takes whatever a client sends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, size: 'max' }), (header) =>
        assert.ok(acceptedLocales(header).length <= 20),
      ),
    );
  });
});
