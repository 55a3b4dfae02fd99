import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chatLimits } from '../../../src/conversations/pace/message-limits.ts';
import { pace } from '../../../src/conversations/pace/pace.ts';
import { countSent, type Sent } from '../../../src/conversations/pace/sent.ts';
import { mostWithin } from './most-within.ts';

const begin = Date.parse('2026-11-20T12:00:00Z');
const perSecond = [{ windowMs: 1_000, most: 30 }];

/** Tries to send after each of these pauses (ms); answers when it was let. */
function sendAll(pauses: readonly number[], limits = chatLimits): { times: number[]; sent: Sent } {
  let sent: Sent = {};
  let now = begin;
  const times: number[] = [];
  for (const pause of pauses) {
    now += pause;
    if (pace(sent, limits, now) > 0) continue;
    sent = countSent(sent, limits, now);
    times.push(now);
  }
  return { times, sent };
}

describe('pace', () => {
  const pauses = fc.array(fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 40_000 })), {
    maxLength: 300,
    // Without it fast-check stops at ten.
    size: 'max',
  });

  it('never lets more through than a limit allows, in whatever window', () => {
    fc.assert(
      fc.property(pauses, fc.constantFrom(chatLimits, perSecond), (given, limits) => {
        const { times } = sendAll(given, limits);
        for (const { windowMs, most } of limits) assert.ok(mostWithin(times, windowMs) <= most);
      }),
    );
  });

  it('lets the next one through after the wait that it names, and no wait is longer than a window and a slot', () => {
    fc.assert(
      fc.property(pauses, (given) => {
        const { times, sent } = sendAll(given);
        let now = times.at(-1) ?? begin;
        let waited = 0;
        for (;;) {
          const waitMs = pace(sent, chatLimits, now);
          if (waitMs === 0) break;
          waited += waitMs;
          now += waitMs;
          assert.ok(waited <= 3_600_000 * 1.1 + 40_000);
        }
      }),
    );
  });

  it('lets an hour’s worth through in an hour and a tenth', () => {
    const { times } = sendAll(Array.from({ length: 1_800 }, () => 2_200));
    assert.ok(times.length >= 1_600, String(times.length));
  });

  it('remembers little, however much was sent, and counts a new window from the beginning', () => {
    const { sent } = sendAll(Array.from({ length: 5_000 }, () => 100));
    assert.ok(JSON.stringify(sent).length < 2_000);
    assert.equal(pace(sent, [{ windowMs: 1_700, most: 1 }], begin), 0);
  });
});
