import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comesTwice } from '../../../src/conversations/schedule/comes-twice.ts';
import { localDay } from '../../../src/conversations/schedule/local-day.ts';
import { planAt } from '../../../src/conversations/schedule/plan-at.ts';

const now = new Date('2026-11-21T12:00:00Z');
const berlin = 'Europe/Berlin';
const plan = (date: string, time: string, more: { timeZone?: string | undefined; now?: Date } = {}) =>
  planAt({ date, time }, { timeZone: berlin, now, ...more });
const code = (...wish: Parameters<typeof plan>) => plan(...wish).error?.code;
const at = (...wish: Parameters<typeof plan>) => plan(...wish).postAt?.toISOString();

/** What a wall clock shows, by the engine's own calendar. */
function wallClock(moment: Date, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit' } as const),
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

describe('when something is planned', () => {
  it('is the moment at which the wall clock there shows it', () => {
    assert.equal(at('2026-11-30', '09:00'), '2026-11-30T08:00:00.000Z');
    assert.equal(at('2026-11-30', '09:00', { timeZone: 'America/New_York' }), '2026-11-30T14:00:00.000Z');
    assert.equal(at('2026-11-30', '09:00:30', { timeZone: 'Asia/Kolkata' }), '2026-11-30T03:30:30.000Z');
  });

  it('without a date is the next such time', () => {
    assert.equal(at('', '13:01'), '2026-11-21T12:01:00.000Z');
    assert.equal(at('', '13:00'), '2026-11-22T12:00:00.000Z');
    assert.equal(at('', '9:00'), '2026-11-22T08:00:00.000Z');
  });

  it('is nothing at all when neither date nor time is given', () => assert.deepEqual(plan('', ''), {}));

  it('is asked back when it has passed, is too far away, or cannot be read', () => {
    assert.equal(code('2026-11-21', '13:00'), 'PLAN_PAST');
    assert.equal(code('2027-02-19', '12:59'), undefined);
    assert.equal(code('2027-02-19', '13:01'), 'PLAN_TOO_FAR');
    assert.equal(code('2026-11-30', ''), 'PLAN_TIME_MISSING');
    for (const [date, time] of [
      ['2026-02-30', '9:00'],
      ['30.11.2026', '9:00'],
      ['2026-11-30', '24:00'],
      ['2026-11-30', 'nine'],
    ])
      assert.equal(code(date!, time!), 'PLAN_UNCLEAR', `${date} ${time}`);
  });

  it('is asked back when nobody can tell in which zone', () => {
    assert.equal(code('2026-11-30', '9:00', { timeZone: undefined }), 'ZONE_MISSING');
    assert.equal(code('2026-11-30', '9:00', { timeZone: 'Mars/Olympus' }), 'ZONE_UNKNOWN');
    assert.equal(code('', '', { timeZone: undefined }), undefined);
  });

  it('is asked back when the clocks go forward over it', () => {
    const spring = { now: new Date('2027-03-01T12:00:00Z') };
    const { error } = plan('2027-03-28', '02:30', spring);
    assert.deepEqual([error?.code, error?.details], ['PLAN_TIME_SKIPPED', { time: '02:30', zone: berlin }]);
    assert.equal(at('2027-03-28', '03:00', spring), '2027-03-28T01:00:00.000Z');
  });

  it('is the first of two when the clocks go back, or the second when the first has passed', () => {
    const autumn = { now: new Date('2026-10-20T12:00:00Z') };
    assert.equal(at('2026-10-25', '02:30', autumn), '2026-10-25T00:30:00.000Z');
    const between = { now: new Date('2026-10-25T00:40:00Z') };
    assert.equal(at('2026-10-25', '02:30', between), '2026-10-25T01:30:00.000Z');
    assert.ok(comesTwice(new Date('2026-10-25T00:30:00Z'), berlin));
    assert.ok(!comesTwice(new Date('2026-10-25T03:30:00Z'), berlin));
    assert.ok(!comesTwice(now, 'Mars/Olympus'));
  });

  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ];
  const moments = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

  it('reads back from any wall clock as the moment it shows, in every zone', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 89 * 24 * 60 }),
        fc.constantFrom(...zones),
        (now, minutes, zone) => {
          const wanted = new Date(Math.floor(now.getTime() / 60_000 + minutes) * 60_000);
          const local = wallClock(wanted, zone);
          const { postAt, error } = planAt(local, { timeZone: zone, now });
          assert.equal(error, undefined);
          assert.deepEqual(wallClock(postAt!, zone), local);
          if (!comesTwice(wanted, zone)) assert.deepEqual(postAt, wanted);
        },
      ),
      { numRuns: 500, seed: 20261121 },
    );
  });

  it('is never in the past, never too far, and shows what was asked for, or is asked back', () => {
    const times = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    const days = fc.integer({ min: -3, max: 100 });
    fc.assert(
      fc.property(
        moments,
        days,
        times,
        fc.constantFrom(...zones),
        (now, ahead, { hour, minute }, timeZone) => {
          const day = { kind: 'ahead', days: ahead } as const;
          const local = localDay({ day, hour, minute, second: 0 }, { timeZone, now });
          const { postAt, error } = planAt(local, { timeZone, now });
          if (error !== undefined) {
            assert.ok(['PLAN_PAST', 'PLAN_TOO_FAR', 'PLAN_TIME_SKIPPED'].includes(error.code));
            return;
          }
          assert.ok(postAt! > now && postAt!.getTime() - now.getTime() <= 90 * 86_400_000);
          assert.deepEqual(wallClock(postAt!, timeZone), local);
        },
      ),
      { numRuns: 500, seed: 20261121 },
    );
  });

  it('takes a weekday for the next one on which the time is still ahead', () => {
    // A Saturday, one in the afternoon in Berlin.
    const day = (weekday: number, hour: number) =>
      localDay({ day: { kind: 'weekday', weekday }, hour, minute: 0, second: 0 }, { timeZone: berlin, now })
        .date;
    assert.equal(day(1, 9), '2026-11-23');
    assert.equal(day(6, 14), '2026-11-21');
    assert.equal(day(6, 9), '2026-11-28');
    assert.equal(day(5, 9), '2026-11-27');
  });

  it('takes a date without a year for the next one', () => {
    const date = (month: number, day: number) =>
      localDay(
        { day: { kind: 'date', month, day }, hour: 9, minute: 0, second: 0 },
        { timeZone: berlin, now },
      ).date;
    assert.deepEqual([date(12, 1), date(1, 7), date(11, 21)], ['2026-12-01', '2027-01-07', '2026-11-21']);
  });
});
