import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chatLimits, messageLimits, spreadMs } from '../../../src/conversations/pace/message-limits.ts';
import { sharePlaces, type TenantSent } from '../../../src/conversations/pace/share-places.ts';
import { mostWithin } from './most-within.ts';

const begin = Date.parse('2026-11-20T12:00:00Z');
const nothing: TenantSent = { notices: {}, all: {}, chats: new Map() };

/** One go of one of the instances: they come one after another, because a tenant's counts are locked. */
const go = fc.record({
  pause: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 20_000 })),
  waiting: fc.array(
    fc.record({ chat: fc.integer({ min: 1, max: 4 }), underWay: fc.integer({ min: 0, max: spreadMs }) }),
    {
      maxLength: 80,
      // Without it fast-check stops at ten.
      size: 'max',
    },
  ),
  gone: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
});

type Go = typeof go extends fc.Arbitrary<infer Value> ? Value : never;

/** When each message arrives, and when it left. */
function send(goes: readonly Go[], noticeRate: number) {
  const limits = messageLimits({ noticeRate });
  let sent = nothing;
  let now = begin;
  const notices: { chatId: string; left: number; arrived: number }[] = [];
  for (const { pause, waiting, gone } of goes) {
    now += pause;
    const counts = new Map<string, number>();
    for (const chat of gone) counts.set(String(chat), (counts.get(String(chat)) ?? 0) + 1);
    const answer = sharePlaces(
      sent,
      { waiting: waiting.map(({ chat }) => String(chat)), gone: counts },
      limits,
      now,
    );
    ({ sent } = answer);
    for (const [index, { chat, underWay }] of waiting.entries())
      if (answer.waits[index] === 0)
        notices.push({ chatId: String(chat), left: now, arrived: now + underWay });
  }
  return notices;
}
const goesOf = fc.array(go, { maxLength: 40, size: 'max' });

describe('places of a tenant', () => {
  it('keep every limit where messages arrive, however long each is under way', () => {
    fc.assert(
      fc.property(goesOf, fc.constantFrom(5, 30, 50), (goes, noticeRate) => {
        const notices = send(goes, noticeRate);
        for (const chatId of ['1', '2', '3', '4']) {
          const arrived = notices.filter((each) => each.chatId === chatId).map((each) => each.arrived);
          for (const { windowMs, most } of chatLimits) assert.ok(mostWithin(arrived, windowMs) <= most);
        }
        assert.ok(
          mostWithin(
            notices.map(({ arrived }) => arrived),
            1_000,
          ) <= 50,
        );
        assert.ok(
          mostWithin(
            notices.map(({ left }) => left),
            1_000,
          ) <= noticeRate,
        );
      }),
    );
  });

  it('let a tenant’s notices out at the rate that is set', () => {
    const limits = messageLimits({ noticeRate: 30 });
    let waiting = Array.from({ length: 300 }, (_, n) => `n${n}`);
    let sent = nothing;
    let now = begin;
    for (;;) {
      const shared = sharePlaces(sent, { waiting, gone: new Map() }, limits, now);
      ({ sent } = shared);
      waiting = waiting.filter((_, n) => shared.waits[n] !== 0);
      if (waiting.length === 0) break;
      now += Math.min(...shared.waits.filter((wait) => wait > 0));
    }
    assert.ok(now - begin <= 11_000, `${now - begin} ms`);
  });

  it('go to whoever came first, and are not used up by those that get none', () => {
    const limits = messageLimits({ noticeRate: 3, chat: [{ windowMs: 1_000, most: 1 }] });
    const waiting = ['a', 'a', 'b', 'a', 'c', 'd'];
    const { waits } = sharePlaces(nothing, { waiting, gone: new Map() }, limits, begin);
    assert.deepEqual(
      waits.map((wait) => wait === 0),
      [true, false, true, false, true, false],
    );
  });

  it('are what is left by messages that did not wait', () => {
    const limits = messageLimits({ noticeRate: 30 });
    const asked = (gone: [string, number][]) =>
      sharePlaces(
        nothing,
        { waiting: Array.from({ length: 60 }, (_, n) => `n${n}`), gone: new Map(gone) },
        limits,
        begin,
      ).waits.filter((wait) => wait === 0).length;
    assert.equal(asked([]), 30);
    assert.equal(asked([['x', 15]]), 30, 'the rate of notices lies below what Teams allows');
    assert.equal(asked([['x', 45]]), 5);
    assert.equal(asked([['x', 50]]), 0);
  });

  it('of a chat are what is left there by answers', () => {
    const limits = messageLimits();
    const asked = { waiting: Array.from({ length: 9 }, () => 'a'), gone: new Map([['a', 4]]) };
    assert.equal(sharePlaces(nothing, asked, limits, begin).waits.filter((wait) => wait === 0).length, 3);
  });
});
