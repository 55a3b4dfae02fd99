import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { newRequest } from '../../src/conversations/new-request.ts';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { openQuestion } from '../../src/conversations/open-question.ts';
import { isPlanned } from '../../src/conversations/schedule/is-planned.ts';
import { takes, transition, type RequestEvent } from '../../src/conversations/transition.ts';
import { wish } from './fakes/world.ts';

const now = new Date('2026-11-20T12:00:00Z');
const error = new CodedError('OUTCOME_UNKNOWN');
const events: RequestEvent[] = [
  { kind: 'target-found', target: { typedGroup: 'Finance' } },
  { kind: 'files-taken', files: [] },
  { kind: 'people-found', people: [{ address: 'ben@contoso.com' }] },
  { kind: 'audience-asked', question: { code: 'MANY_MEMBERS', details: {} } },
  { kind: 'audience-known', audience: { members: 500, outside: [] } },
  { kind: 'audience-known', audience: { members: 5, outside: [] } },
  { kind: 'confirmed' },
  { kind: 'sign-in-needed', error },
  { kind: 'put-off', until: now, error },
  { kind: 'throttled', until: now, error },
  { kind: 'attempt', at: now },
  { kind: 'created', created: { conversationId: 'c' } },
  { kind: 'created', created: {}, readBackAt: now },
  { kind: 'read-back', created: { postId: 'p' }, alsoFound: [] },
  { kind: 'not-read-back', lookAt: now },
  { kind: 'not-read-back', lookAt: undefined },
  { kind: 'token-refused' },
  { kind: 'marker-refused' },
  { kind: 'refused', error },
  { kind: 'outcome-unknown', error, lookAt: now },
  { kind: 'not-found', lookAt: now },
  { kind: 'not-found', lookAt: undefined },
  { kind: 'not-looked', lookAt: now, error },
  { kind: 'not-looked', lookAt: undefined, error },
  { kind: 'not-looked', lookAt: now, error, ordered: true },
  { kind: 'not-looked', lookAt: undefined, error, signIn: true },
  { kind: 'resumed' },
  { kind: 'resumed', knowing: true },
  { kind: 'held-for-author' },
  { kind: 'look-again' },
  { kind: 'send-again' },
  { kind: 'discard' },
  { kind: 'replaced', by: 'f'.repeat(32) },
];
const later = new Date('2026-11-30T08:00:00Z');
const event = (kind: RequestEvent['kind']) => events.find((each) => each.kind === kind)!;

/** Follows the events that the request takes and skips the others. */
function follow(
  chosen: readonly RequestEvent[],
  visit: (before: ConversationRequest, event: RequestEvent, after: ConversationRequest) => void = () => {},
  postAt?: Date,
): ConversationRequest {
  let row = newRequest(wish(postAt && { postAt }), '0'.repeat(32), now);
  for (const each of chosen) {
    if (!takes(row, each.kind)) {
      assert.throws(() => transition(row, each, now));
      continue;
    }
    const next = transition(row, each, now);
    visit(row, each, next);
    row = next;
  }
  return row;
}

describe('the states of a request', () => {
  // Without `size` fast-check stops at ten.
  const anyOrder = fc.array(fc.constantFrom(...events), { maxLength: 60, size: 'max' });
  const check = (property: (chosen: RequestEvent[]) => void) =>
    fc.assert(fc.property(anyOrder, property), { numRuns: 2_000, seed: 20261120 });

  it('never let a POST follow one whose outcome is open, without a complete look in between', () => {
    check((chosen) => {
      let mayHaveActed = false;
      let looked = false;
      let ordered = false;
      follow(chosen, (before, each) => {
        switch (each.kind) {
          case 'attempt':
            if (mayHaveActed) assert.ok(looked, 'a second POST without a look');
            if (before.state === 'unknown') assert.ok(ordered, 'a second POST without an order');
            mayHaveActed = true;
            looked = false;
            ordered = false;
            break;
          case 'not-found':
            looked = true;
            break;
          case 'send-again':
            ordered = true;
            looked = false;
            break;
          case 'not-looked':
            ordered &&= each.ordered === true;
            looked = false;
            break;
          default:
            // These say that the POST created nothing.
            if (before.state === 'sending' && ['put-off', 'marker-refused', 'refused'].includes(each.kind))
              mayHaveActed = false;
        }
      });
    });
  });

  it('always leave a way on: due, waiting for a person, at rest, or in the author’s hands', () => {
    check((chosen) => {
      const row = follow(chosen);
      const inHands = row.waitingFor === 'sign-in' || row.waitingFor === 'author' || row.state === 'unknown';
      const rests = ['created', 'refused', 'discarded'].includes(row.state);
      assert.ok(row.dueAt !== undefined || inHands || rests);
      if (row.state === 'waiting') assert.ok(row.waitingFor);
      else assert.ok(row.waitingFor === undefined || (row.waitingFor === 'sign-in' && row.lookedAt));
      if (row.state === 'refused' || row.state === 'unknown') assert.ok(row.reason);
      if (row.state === 'unknown')
        for (const order of ['look-again', 'send-again', 'discard'] as const) assert.ok(takes(row, order));
    });
  });

  it('let a late success win wherever a POST may have left', () => {
    check((chosen) => {
      const row = follow(chosen);
      if (row.attempts === 0 || row.state === 'created' || row.state === 'refused') return;
      assert.equal(transition(row, event('created'), now).state, 'created');
    });
  });

  it('are asked about their audience before the first POST only, and never again once that is answered', () => {
    check((chosen) => {
      let confirmed = false;
      let asked = false;
      follow(chosen, (before, each, after) => {
        if (each.kind === 'audience-asked') {
          assert.equal(before.attempts, 0, 'asked about what may be posted already');
          assert.ok(!confirmed, 'asked again');
          assert.deepEqual([after.state, after.waitingFor, after.dueAt], ['waiting', 'author', undefined]);
          asked = true;
        }
        const answers = each.kind === 'resumed' && each.knowing && openQuestion(before) !== undefined;
        if (each.kind === 'confirmed' || answers) {
          assert.ok(asked, 'confirmed what was never asked');
          confirmed = true;
        }
        // Whatever happens afterwards, the answer is kept.
        assert.equal(after.audienceConfirmed === true, confirmed);
        if (each.kind === 'people-found') assert.equal(after.typedPeople, undefined);
      });
    });
  });

  it('are asked again about what was confirmed when it was planned at most once, at its time', () => {
    fc.assert(
      fc.property(anyOrder, (chosen) => {
        let asked = 0;
        const row = follow(
          chosen,
          (before, each, after) => {
            if (each.kind === 'audience-known') {
              assert.ok(isPlanned(before) && isPlanned(after));
              assert.equal(before.audience, undefined);
            }
            if (each.kind === 'audience-asked') {
              asked += 1;
              assert.equal(before.attempts, 0);
              assert.deepEqual([after.audienceConfirmed, after.audience], [undefined, undefined]);
            }
            if (each.kind === 'confirmed') assert.ok(openQuestion(before) !== undefined);
            if (after.audienceConfirmed && !before.audienceConfirmed)
              assert.ok(['confirmed', 'resumed'].includes(each.kind));
          },
          later,
        );
        // The answer to the first of them leaves no way to another.
        assert.ok(asked <= 1 || !row.audienceConfirmed || !takes(row, 'audience-asked'));
      }),
      { numRuns: 2_000, seed: 20261121 },
    );
  });

  it('never leave created, and count every attempt', () => {
    check((chosen) => {
      let attempts = 0;
      const row = follow(chosen, (before, each, after) => {
        if (before.state === 'created') assert.equal(after.state, 'created');
        if (each.kind === 'attempt') attempts += 1;
      });
      assert.equal(row.attempts, attempts);
    });
  });

  it('survive a crash at any point: what was written is enough to go on', () => {
    check((chosen) => {
      follow(chosen, (_, each, after) => {
        if (each.kind === 'attempt') assert.ok(after.dueAt !== undefined && after.state === 'sending');
        if (after.state === 'sending') assert.ok(takes(after, 'outcome-unknown'));
        if (after.state === 'accepted') assert.ok(after.dueAt !== undefined);
      });
    });
  });

  it('send nothing that is planned before its time has come or its author said so', () => {
    check((chosen) => {
      let begun = false;
      follow(
        chosen,
        (before, each, after) => {
          if (each.kind === 'resumed' || each.kind === 'send-again') begun = true;
          if (begun) return;
          assert.notEqual(each.kind, 'attempt');
          assert.equal(after.attempts, 0);
          if (!isPlanned(after)) return;
          assert.ok(isPlanned(before));
          assert.deepEqual([after.dueAt, after.postAt], [later, later]);
        },
        later,
      );
    });
  });

  it('end what is planned for good when it is changed', () => {
    check((chosen) => {
      let replaced = false;
      const row = follow(
        chosen,
        (before, each, after) => {
          if (each.kind === 'replaced')
            assert.ok((isPlanned(before) || openQuestion(before) !== undefined) && after.dueAt === undefined);
          replaced ||= each.kind === 'replaced';
          if (replaced) assert.notEqual(each.kind, 'attempt');
        },
        later,
      );
      if (replaced) assert.equal(row.attempts, 0);
    });
  });

  it('count the day of trying from when it was wanted', () => {
    const planned = newRequest(wish({ postAt: later }), '0'.repeat(32), now);
    assert.deepEqual(transition(planned, { kind: 'resumed' }, later).postAt, later);
    const early = transition(planned, { kind: 'resumed' }, now);
    assert.deepEqual(early.postAt, now);
    const putOff = transition(early, { kind: 'put-off', until: later, error }, now);
    assert.ok(!isPlanned(putOff));
    assert.deepEqual(transition(putOff, { kind: 'resumed' }, later).postAt, now);
  });
});
