import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnnouncementState } from '../../src/announcements/announcement.ts';
import {
  ended,
  transition,
  type AnnouncementEvent,
  type Standing,
} from '../../src/announcements/transition.ts';

const reason = { code: 'MEMBERS_NOT_READABLE', details: {} } as const;
const events: readonly AnnouncementEvent[] = [
  ...(['pause', 'resume', 'stop', 'gathered', 'signed-in', 'told'] as const).map((kind) => ({ kind })),
  { kind: 'sign-in-needed', reason },
  { kind: 'unreadable', reason },
];
const beginnings: readonly Standing[] = [
  { state: 'gathering', gathered: false },
  { state: 'sending', gathered: true },
];
const stories = fc.record({
  from: fc.constantFrom(...beginnings),
  through: fc.array(fc.constantFrom(...events), { maxLength: 30, size: 'max' }),
});

/** Where an announcement stands after each event, the beginning first. */
function lived({ from, through }: { from: Standing; through: readonly AnnouncementEvent[] }): Standing[] {
  const standings = [from];
  for (const event of through) standings.push(transition(standings.at(-1)!, event) ?? standings.at(-1)!);
  return standings;
}

describe('where an announcement stands', () => {
  it('never leaves an end', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const states = lived(story).map(({ state }) => state);
        const end = states.findIndex((state) => ended.has(state));
        assert.ok(end === -1 || states.slice(end).every((state) => state === states[end]));
      }),
    );
  });

  it('tells nobody before all who are to be told are known', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { state, gathered } of lived(story)) {
          if (state === 'sending' || state === 'done') assert.ok(gathered);
          if (state === 'gathering' || state === 'waiting' || state === 'failed') assert.ok(!gathered);
        }
      }),
    );
  });

  it('never forgets who is to be told, whatever is ordered', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const known = lived(story).map(({ gathered }) => gathered);
        const since = known.indexOf(true);
        assert.ok(since === -1 || known.slice(since).every(Boolean));
      }),
    );
  });

  it('goes on after a pause where it was, and stops from everywhere but an end', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const now = lived(story).at(-1)!;
        const stopped = transition(now, { kind: 'stop' });
        assert.equal(stopped?.state, ended.has(now.state) ? undefined : 'stopped');
        const paused = transition(now, { kind: 'pause' });
        if (paused === undefined) return;
        const resumed = transition(paused, { kind: 'resume' });
        // A sign-in is asked for again when it is still missing then.
        const goesOn: AnnouncementState = now.state === 'waiting' ? 'gathering' : now.state;
        assert.deepEqual(resumed, { state: goesOn, gathered: now.gathered });
      }),
    );
  });

  it('says why it waits or failed, and nothing of it afterwards', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { state, reason: why } of lived(story)) {
          assert.equal(why !== undefined, state === 'waiting' || state === 'failed');
        }
      }),
    );
  });
});
