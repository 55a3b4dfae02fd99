import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSlidingCount } from '../../../../src/sandbox/channel/limits/sliding-count.ts';

const windows = [1_000, 2_000, 30_000];

describe('counting in sliding windows', () => {
  const events = fc.array(
    fc.record({
      pause: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40_000 })),
      key: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 200, size: 'max' },
  );

  it('finds exactly what the fullest window of any conversation held, wherever it lies', () => {
    fc.assert(
      fc.property(events, (given) => {
        const count = createSlidingCount(windows);
        const times: Record<string, number[]> = { a: [], b: [] };
        let now = 0;
        for (const { pause, key } of given) {
          now += pause;
          count.add(key, now);
          times[key]?.push(now);
        }
        for (const windowMs of windows) {
          // Each window begins with an event when it holds the most.
          const fullest = Object.values(times).map((all) =>
            Math.max(
              0,
              ...all.map((from) => all.filter((time) => time >= from && time < from + windowMs).length),
            ),
          );
          assert.equal(count.highest(windowMs), Math.max(...fullest));
        }
      }),
    );
  });

  it('knows when there is room again, to the millisecond', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 20 }), (given, most) => {
        const count = createSlidingCount(windows);
        let now = 0;
        for (const { pause } of given) count.add('a', (now += pause));
        for (const windowMs of windows) {
          const wait = count.untilFewerThan(most, 'a', windowMs, now);
          assert.ok(count.within('a', windowMs, now + wait) < most);
          if (wait > 0) assert.ok(count.within('a', windowMs, now + wait - 1) >= most);
        }
      }),
    );
  });
});
