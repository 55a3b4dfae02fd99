import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { burst, gather, planDelivery, type WaitingPost } from '../../src/watches/plan-delivery.ts';
import { at } from './fakes/numbers.ts';

const post = (key: string, conversation: string, ms = 0): WaitingPost => ({
  key,
  conversation,
  createdAt: at(ms),
});
const none = new Map<string, Date>();
const keysIn = ({ notices }: ReturnType<typeof planDelivery>) =>
  notices.map((notice) => notice.flatMap(({ keys }) => keys));

describe('what is shown together', () => {
  it('is a burst of one conversation, after a moment for gathering', () => {
    const waiting = [post('a', 'c1'), post('b', 'c1', 900)];
    const early = planDelivery(waiting, { now: at(gather - 1), lastShown: none });
    assert.deepEqual(early, { notices: [], next: at(gather) });
    assert.deepEqual(keysIn(planDelivery(waiting, { now: at(gather), lastShown: none })), [['a', 'b']]);
  });

  it('waits after the last notice of its conversation, and of no other', () => {
    const waiting = [post('a', 'c1'), post('b', 'c2')];
    const lastShown = new Map([['c1', at(0)]]);
    const plan = planDelivery(waiting, { now: at(gather), lastShown });
    assert.deepEqual(keysIn(plan), [['b']]);
    assert.deepEqual(plan.next, at(burst));
  });

  it('is one summary for more than three conversations, and for what had to wait', () => {
    const two = [post('a', 'c1'), post('b', 'c2')];
    const four = [...two, post('c', 'c3'), post('d', 'c4')];
    assert.equal(planDelivery(two, { now: at(gather), lastShown: none }).notices.length, 2);
    assert.equal(planDelivery(four, { now: at(gather), lastShown: none }).notices.length, 1);
    assert.equal(planDelivery(two, { now: at(600_000), lastShown: none }).notices.length, 1);
    const mixed = [post('a', 'c1'), post('b', 'c2', 590_000)];
    assert.equal(planDelivery(mixed, { now: at(600_000), lastShown: none }).notices.length, 1);
  });

  it('is a day’s news in a digest', () => {
    const settings = { timeZone: 'UTC', digestAt: '16:00', watchStarted: true };
    const two = [post('a', 'c1'), post('b', 'c2', 3_600_000)];
    const digest = at(4 * 3_600_000);
    assert.deepEqual(planDelivery(two, { now: at(7_200_000), lastShown: none, settings }), {
      notices: [],
      next: digest,
    });
    assert.deepEqual(keysIn(planDelivery(two, { now: digest, lastShown: none, settings })), [['a', 'b']]);
  });

  it('never drops or doubles a post, and says when to look again for what is left', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5'), fc.integer({ min: -100_000, max: 0 })),
        ),
        fc.array(fc.tuple(fc.constantFrom('c1', 'c2', 'c3'), fc.integer({ min: -30_000, max: 0 }))),
        fc.boolean(),
        (rows, shown, quiet) => {
          const waiting = rows.map(([conversation, ms], n) => post(`p${n}`, conversation, ms));
          const lastShown = new Map(shown.map(([conversation, ms]) => [conversation, at(ms)]));
          const settings = {
            timeZone: 'UTC',
            watchStarted: true,
            ...(quiet && { quiet: { from: '12:00', to: '13:00' } }),
          };
          const told: string[] = [];
          let left = waiting;
          let now = at(0);
          for (let round = 0; left.length > 0; round += 1) {
            assert.ok(round < 10, 'it comes to an end');
            const plan = planDelivery(left, { now, lastShown, settings });
            const keys = keysIn(plan).flat();
            told.push(...keys);
            left = left.filter(({ key }) => !keys.includes(key));
            assert.equal(plan.next === undefined, left.length === 0);
            assert.ok(plan.next === undefined || plan.next > now);
            now = plan.next ?? now;
          }
          assert.deepEqual(told.toSorted(), waiting.map(({ key }) => key).toSorted());
        },
      ),
      { seed: 20_261_121, numRuns: 300 },
    ));
});
