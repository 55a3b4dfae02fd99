import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { newRequest } from '../../src/conversations/new-request.ts';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { transition, type RequestEvent } from '../../src/conversations/transition.ts';
import { wish } from './fakes/world.ts';

const now = new Date('2026-11-20T12:00:00Z');
const error = new CodedError('OUTCOME_UNKNOWN');
const events: RequestEvent[] = [
  { kind: 'target-found', target: { typedGroup: 'Finance' } },
  { kind: 'sign-in-needed', error },
  { kind: 'put-off', until: now, error },
  { kind: 'attempt' },
  { kind: 'created', created: { conversationId: 'c' } },
  { kind: 'token-refused' },
  { kind: 'marker-refused' },
  { kind: 'refused', error },
  { kind: 'outcome-unknown', error },
  { kind: 'resumed' },
];

/** Follows the events that the state takes and skips the others. */
function follow(chosen: RequestEvent[], visit: (row: ConversationRequest, event: RequestEvent) => void) {
  let row = newRequest(wish(), '0'.repeat(32), now);
  for (const event of chosen) {
    let next;
    try {
      next = transition(row, event, now);
    } catch {
      continue;
    }
    visit(row, event);
    row = next;
  }
  return row;
}

describe('the states of a request', () => {
  const anyOrder = fc.array(fc.constantFrom(...events), { maxLength: 40 });

  it('never make a second attempt while the outcome of the first is unknown', () => {
    fc.assert(
      fc.property(anyOrder, (chosen) => {
        let open = false;
        follow(chosen, (row, event) => {
          if (event.kind === 'attempt') {
            assert.equal(open, false);
            open = true;
          } else if (row.state === 'sending' && event.kind !== 'outcome-unknown') open = false;
        });
      }),
    );
  });

  it('always leave a way on: due, waiting for a person, or at rest', () => {
    fc.assert(
      fc.property(anyOrder, (chosen) => {
        const row = follow(chosen, () => {});
        const waitsForPerson = row.waitingFor === 'sign-in';
        const rests = ['created', 'refused', 'unknown', 'discarded'].includes(row.state);
        assert.ok(row.dueAt !== undefined || waitsForPerson || rests);
        assert.equal(row.waitingFor !== undefined, row.state === 'waiting');
        if (row.state === 'refused' || row.state === 'unknown') assert.ok(row.reason);
      }),
    );
  });

  it('let a late success win over unknown', () => {
    const unknown = follow([events[3]!, events[8]!], () => {});
    assert.equal(unknown.state, 'unknown');
    assert.equal(transition(unknown, events[4]!, now).state, 'created');
  });

  it('never leave created', () => {
    const created = follow([events[3]!, events[4]!], () => {});
    for (const event of events) assert.throws(() => transition(created, event, now));
  });
});
