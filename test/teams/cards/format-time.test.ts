import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatPlan, formatTime } from '../../../src/teams/cards/format-time.ts';

const noon = new Date('2026-11-20T12:05:00Z');

const cases: [locale: string | undefined, timeZone: string | undefined, said: string][] = [
  ['en-GB', 'Europe/Paris', '20 Nov, 13:05 CET'],
  ['en_GB', 'Europe/Paris', '20 Nov, 13:05 CET'],
  ['en-US', 'America/New_York', 'Nov 20, 7:05 AM EST'],
  // Not the language of the sentence, or none at all.
  ['fr-FR', 'Europe/Paris', 'Nov 20, 1:05 PM GMT+1'],
  [undefined, 'Europe/Paris', 'Nov 20, 1:05 PM GMT+1'],
  ['not a locale', 'Europe/Paris', 'Nov 20, 1:05 PM GMT+1'],
  // The region's way of writing, without what else a locale can ask for.
  ['en-GB-u-nu-arab-ca-buddhist', 'Europe/Paris', '20 Nov, 13:05 CET'],
  // Zones that are none.
  ['en-GB', 'Mars/Olympus', '20 Nov, 12:05 UTC'],
  ['en-GB', '', '20 Nov, 12:05 UTC'],
  ['en-GB', undefined, '20 Nov, 12:05 UTC'],
];

describe('formatTime', () => {
  for (const [locale, timeZone, said] of cases)
    it(`${locale} in ${timeZone}: ${said}`, () => {
      const time = formatTime(noon, {
        language: 'en',
        ...(locale !== undefined && { locale }),
        ...(timeZone !== undefined && { timeZone }),
      });
      assert.equal(time.replaceAll(/\s/g, ' '), said);
    });

  it('writes German as its regions do', () => {
    const timeZone = 'Europe/Vienna';
    assert.equal(formatTime(noon, { language: 'de', locale: 'de-AT', timeZone }), '20. Nov., 13:05 MEZ');
    assert.equal(formatTime(noon, { language: 'de', locale: 'en-US', timeZone }), '20. Nov., 13:05 MEZ');
  });

  it('writes hours as each region does, also before ten', () => {
    const morning = new Date('2026-11-30T09:05:00Z');
    const usual: [language: string, locale: string | undefined, said: string][] = [
      ['en', undefined, '9:05 AM'],
      ['en', 'en-US', '9:05 AM'],
      ['en', 'en-AU', '9:05 am'],
      ['en', 'en-GB', '09:05'],
      ['de', 'de-DE', '09:05'],
    ];
    for (const [language, locale, said] of usual) {
      const planned = formatPlan(morning, { language, locale, timeZone: 'UTC' }).replaceAll(/\s/g, ' ');
      assert.ok(planned.endsWith(` ${said} (UTC)`), planned);
      const time = formatTime(morning, { language, locale, timeZone: 'UTC' }).replaceAll(/\s/g, ' ');
      assert.ok(time.endsWith(` ${said} UTC`), time);
    }
  });

  it('never throws', () => {
    const anything = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anything, anything, (locale, timeZone) => {
        assert.match(formatTime(noon, { language: 'en', locale, timeZone }), /20/);
      }),
    );
  });
});
