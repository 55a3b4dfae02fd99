import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages, textsFor } from '../../../src/teams/texts/texts-for.ts';

const cases: [locale: string | undefined, language: string][] = [
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN_us', 'en'],
  ['en-US-u-nu-arab', 'en'],
  ['de', 'de'],
  ['de-DE', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['de-Latn-DE-1996', 'de'],
  ['de-DE-u-co-phonebk', 'de'],
  ['den', 'en'],
  ['fr-FR', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['x-private', 'en'],
  ['not a locale', 'en'],
];

describe('textsFor', () => {
  for (const [locale, language] of cases)
    it(`${JSON.stringify(locale) ?? 'nothing'} gives ${language}`, () =>
      assert.equal(textsFor(locale).language, language));

  it('gives a language for whatever a client sends', () => {
    const nearlyLocale = fc
      .array(
        fc.constantFrom('de', 'en', 'EN', 'x', 'u', '-', '_', 'Latn', 'DE', '1996', 'nu', 'arab', '\0', 'ß'),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(nearlyLocale, fc.string({ unit: 'binary' })), (locale) => {
        assert.ok(languages.includes(textsFor(locale)));
      }),
    );
  });
});
