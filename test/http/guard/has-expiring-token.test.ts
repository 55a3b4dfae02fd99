import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasExpiringToken } from '../../../src/http/guard/has-expiring-token.ts';
import { bearer } from '../bearer.ts';

describe('hasExpiringToken', () => {
  it('takes a bearer token with a numeric exp, whatever the case of the scheme', () => {
    assert.equal(hasExpiringToken(bearer({ exp: 1 })), true);
    assert.equal(hasExpiringToken(bearer({ exp: 1 }).replace('Bearer', 'bearer')), true);
  });

  const refused: [string, string | undefined][] = [
    ['no header', undefined],
    ['an empty header', ''],
    ['no exp', bearer({ aud: 'app' })],
    ['exp as text', bearer({ exp: '1795000000' })],
    ['exp null', bearer({ exp: null })],
    ['claims that are no object', bearer(5)],
    ['claims null', bearer(null)],
    ['another scheme', bearer().replace('Bearer', 'Basic')],
    ['two parts', bearer().replace(/\.\w+$/, '')],
    ['no signature', bearer().replace(/\w+$/, '')],
    ['a payload that is no JSON', 'Bearer aaaa.bbbb.cccc'],
    ['two tokens', `${bearer()}, ${bearer()}`],
  ];
  for (const [what, header] of refused) {
    it(`refuses ${what}`, () => assert.equal(hasExpiringToken(header), false));
  }

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(typeof hasExpiringToken(`Bearer ${text}`), 'boolean');
      }),
      { seed: 1 },
    );
  });
});
