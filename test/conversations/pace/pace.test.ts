import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chatLimits, tenantLimits } from '../../../src/conversations/pace/message-limits.ts';
import { pace, type Sent } from '../../../src/conversations/pace/pace.ts';

const begin = Date.parse('2026-11-20T12:00:00Z');

/** Tries to send after each of these pauses (ms); answers when it was let. */
function sendAll(pauses: readonly number[], limits = chatLimits): { times: number[]; sent: Sent } {
  let sent: Sent = [];
  let now = begin;
  const times: number[] = [];
  for (const pause of pauses) {
    now += pause;
    const answer = pace(sent, limits, now);
    sent = answer.sent;
    if (answer.waitMs === 0) times.push(now);
  }
  return { times, sent };
}

describe('pace', () => {
  const pauses = fc.array(fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 40_000 })), {
    maxLength: 300,
  });

  it('never lets more through than a limit allows, in whatever window', () => {
    fc.assert(
      fc.property(pauses, fc.constantFrom(chatLimits, tenantLimits(30)), (given, limits) => {
        const { times } = sendAll(given, limits);
        for (const { windowMs, most } of limits) {
          for (const [index, from] of times.entries()) {
            const within = times.slice(index).filter((time) => time - from < windowMs).length;
            assert.ok(within <= most, `${within} in ${windowMs} ms`);
          }
        }
      }),
    );
  });

  it('lets the next one through after the wait that it names, and no wait is longer than a window and a slot', () => {
    fc.assert(
      fc.property(pauses, (given) => {
        const { times, sent } = sendAll(given);
        let now = times.at(-1) ?? begin;
        let state = sent;
        let waited = 0;
        for (;;) {
          const { waitMs, sent: left } = pace(state, chatLimits, now);
          if (waitMs === 0) break;
          waited += waitMs;
          now += waitMs;
          state = left;
          assert.ok(waited <= 3_600_000 * 1.1 + 40_000);
        }
      }),
    );
  });

  it('lets an hour’s worth through in an hour and a tenth', () => {
    const { times } = sendAll(Array.from({ length: 1_800 }, () => 2_200));
    assert.ok(times.length >= 1_600, String(times.length));
  });

  it('remembers little, however much was sent', () => {
    const { sent } = sendAll(Array.from({ length: 5_000 }, () => 100));
    assert.ok(JSON.stringify(sent).length < 2_000);
  });
});
