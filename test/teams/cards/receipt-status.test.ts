import assert from 'node:assert/strict';
import type { Reason } from '../../../src/conversations/request.ts';
import { receiptStatus } from '../../../src/teams/cards/receipt-status.ts';
import { english as texts } from '../../../src/teams/texts/english.ts';
import { sampleRequest } from './sample-request.ts';

describe('a receipt whose look could not be made', () => {
  const lookedAt = new Date('2026-11-20T12:00:00Z');
  const linesFor = (code: Reason['code']): readonly string[] => {
    const reason = { code, details: { group: 'Finance' } };
    const request = sampleRequest({ state: 'unknown', reason, lookedAt, lookComplete: false });
    return receiptStatus({ request, texts }).lines;
  };

  for (const code of ['READING_NOT_ALLOWED', 'READ_PERMISSION_MISSING', 'LOOK_TOO_LARGE'] as const) {
    it(`says what somebody has to do: ${code}`, () => {
      const { says, next } = texts.error({ code, details: { group: 'Finance' } });
      assert.deepEqual(linesFor(code).slice(0, 2), [says, next]);
      assert.ok(!linesFor(code).join(' ').includes('post to'), 'nothing about posting');
    });
  }

  it('says no more than why where it passes by itself', () => {
    const { says, next } = texts.error({ code: 'GRAPH_UNREACHABLE' });
    assert.equal(linesFor('GRAPH_UNREACHABLE')[0], says);
    assert.ok(!linesFor('GRAPH_UNREACHABLE').includes(next));
  });
});

describe('a receipt that asks its author', () => {
  const asks = (more: object) =>
    receiptStatus({ request: sampleRequest({ state: 'waiting', waitingFor: 'author', ...more }), texts });
  const postAt = new Date('2026-11-20T12:00:00Z');

  it('says that a planned time has passed, and only then', () => {
    assert.deepEqual(asks({ postAt }).lines, [texts.plan.late]);
    const reason: Reason = { code: 'SIGN_IN_REQUIRED', details: {} };
    assert.deepEqual(asks({ postAt, reason }).lines, [texts.receipt.signedInLate]);
    assert.deepEqual(asks({}).lines, [texts.receipt.signedInLate]);
  });

  it('asks who would get what was planned in the words of that question', () => {
    const reason: Reason = { code: 'MANY_MEMBERS', details: { group: 'Finance', members: '101' } };
    const { title, lines } = asks({ postAt, reason });
    assert.equal(title, texts.receipt.askFirst);
    assert.match(lines.join(' '), /101 members/);
    assert.doesNotMatch(lines.join(' '), /hour ago/);
  });
});
