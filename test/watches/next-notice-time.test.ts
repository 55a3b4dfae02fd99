import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { isQuiet, nextNoticeTime, nextTimeOfDay } from '../../src/watches/next-notice-time.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
];
const zone = fc.constantFrom(...zones);
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
/** Within days around clock changes of these zones, and any other. */
const time = fc
  .tuple(
    fc.constantFrom(
      '2026-03-29',
      '2026-10-25',
      '2026-03-08',
      '2026-11-01',
      '2026-04-05',
      '2026-10-04',
      '2027-06-15',
    ),
    fc.integer({ min: -48 * 60, max: 48 * 60 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));
const run = { seed: 20_261_121, numRuns: 400 };
const clock = (at: Date, timeZone: string) => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('HH:mm');

describe('quiet hours', () => {
  it('end at the first minute that is not quiet, and not before, also when clocks change', () =>
    fc.assert(
      fc.property(time, zone, timeOfDay, timeOfDay, (now, timeZone, from, to) => {
        const quiet = { from, to };
        const next = nextNoticeTime(now, now, { timeZone, quiet });
        assert.ok(next >= now);
        assert.equal(isQuiet(next, quiet, timeZone), false);
        for (let at = now.getTime(); at < next.getTime(); at += 7 * 60_000) {
          assert.equal(isQuiet(new Date(at), quiet, timeZone), true);
        }
      }),
      { ...run, numRuns: 60 },
    ));

  it('are what clocks on the wall say, away from clock changes', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        zone,
        timeOfDay,
        timeOfDay,
        (minutes, timeZone, from, to) => {
          const now = new Date(Date.UTC(2027, 5, 10) + minutes * 60_000);
          const shown = clock(now, timeZone);
          const expected = from <= to ? shown >= from && shown < to : shown >= from || shown < to;
          assert.equal(isQuiet(now, { from, to }, timeZone), expected);
        },
      ),
      run,
    ));

  it('over midnight keep a night’s news until the morning', () => {
    const settings = { timeZone: 'Europe/Berlin', quiet: { from: '20:00', to: '08:00' } };
    const night = new Date('2026-11-20T22:30:00Z');
    assert.equal(nextNoticeTime(night, night, settings).toISOString(), '2026-11-21T07:00:00.000Z');
    const day = new Date('2026-11-20T12:00:00Z');
    assert.equal(nextNoticeTime(day, day, settings), day);
  });

  it('end after the gap when their end is skipped, and at the first of two', () => {
    const settings = { timeZone: 'Europe/Berlin', quiet: { from: '22:00', to: '02:30' } };
    const spring = new Date('2026-03-28T23:00:00Z');
    assert.equal(nextNoticeTime(spring, spring, settings).toISOString(), '2026-03-29T01:30:00.000Z');
    const autumn = new Date('2026-10-24T23:00:00Z');
    assert.equal(nextNoticeTime(autumn, autumn, settings).toISOString(), '2026-10-25T00:30:00.000Z');
  });

  it('count in UTC where the zone is unknown', () => {
    const settings = { timeZone: 'Atlantis/City', quiet: { from: '00:00', to: '06:00' } };
    const now = new Date('2026-11-20T01:00:00Z');
    assert.equal(nextNoticeTime(now, now, settings).toISOString(), '2026-11-20T06:00:00.000Z');
  });
});

describe('a daily digest', () => {
  it('comes within a day, at its time, once for what came in before it', () =>
    fc.assert(
      fc.property(time, zone, timeOfDay, (since, timeZone, digestAt) => {
        const at = nextNoticeTime(since, since, { timeZone, digestAt });
        assert.ok(at > since && at.getTime() - since.getTime() <= 25 * 3_600_000);
        const isSkipped = clock(at, timeZone) !== digestAt;
        assert.ok(
          !isSkipped || clock(at, timeZone) > digestAt,
          'later than its time only where that is skipped',
        );
        assert.equal(nextNoticeTime(at, since, { timeZone, digestAt }), at);
        assert.ok(nextNoticeTime(at, at, { timeZone, digestAt }) > at);
      }),
      run,
    ));

  it('goes before quiet hours, and is caught up with when it was missed', () => {
    const settings = { timeZone: 'UTC', digestAt: '07:00', quiet: { from: '06:00', to: '09:00' } };
    const since = new Date('2026-11-20T12:00:00Z');
    assert.equal(nextNoticeTime(since, since, settings).toISOString(), '2026-11-21T07:00:00.000Z');
    const late = new Date('2026-11-21T08:15:00Z');
    assert.equal(nextNoticeTime(late, since, settings), late);
  });

  it('is tomorrow at the moment at which today’s was', () => {
    const now = new Date('2026-11-20T07:00:00Z');
    assert.equal(nextTimeOfDay(now, '07:00', 'UTC').toISOString(), '2026-11-21T07:00:00.000Z');
  });
});
