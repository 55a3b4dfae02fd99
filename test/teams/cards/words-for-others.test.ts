import assert from 'node:assert/strict';
import type { ConversationRequest } from '../../../src/conversations/request.ts';
import { progressStatus } from '../../../src/teams/cards/progress-status.ts';
import { receiptStatus } from '../../../src/teams/cards/receipt-status.ts';
import { languages } from '../../../src/teams/texts/texts-for.ts';
import { sampleAnnouncement } from '../../announcements/fakes/sample-announcement.ts';
import { sampleRequest } from './sample-request.ts';

const at = new Date('2026-11-21T09:00:00Z');
const many = { code: 'MANY_MEMBERS', details: { group: 'Finance', members: '101', guests: '2' } } as const;
const states: Readonly<Record<string, Partial<ConversationRequest>>> = {
  working: {},
  'waiting for a sign-in': { state: 'waiting', waitingFor: 'sign-in' },
  'a sign-in that was late': { state: 'waiting', waitingFor: 'author' },
  'a question': { state: 'waiting', waitingFor: 'author', reason: many, tellMembers: true },
  planned: { state: 'waiting', waitingFor: 'time', dueAt: at, postAt: at },
  'planned for many': {
    ...{ state: 'waiting', waitingFor: 'time', dueAt: at, postAt: at },
    audience: { members: 101, guests: 0, outside: [] },
  },
  'planned, and late': { state: 'waiting', waitingFor: 'author', postAt: at },
  throttled: {
    state: 'waiting',
    waitingFor: 'time',
    dueAt: at,
    reason: { code: 'GRAPH_THROTTLED', details: {} },
  },
  'an accepted reply': { state: 'created', kind: 'reply', created: {} },
  'found twice': {
    state: 'created',
    alsoFound: [{ conversationId: 'c2' }],
    created: { conversationId: 'c1' },
  },
  refused: { state: 'refused', reason: { code: 'POSTING_NOT_ALLOWED', details: { group: 'Finance' } } },
  unknown: { state: 'unknown' },
  'not found': { state: 'unknown', lookedAt: at, lookComplete: true },
  'could not look': {
    ...{ state: 'unknown', lookedAt: at, lookComplete: false },
    reason: { code: 'READING_NOT_ALLOWED', details: { group: 'Finance' } },
  },
  'could not look without a sign-in': {
    ...{ state: 'unknown', lookedAt: at, lookComplete: false, waitingFor: 'sign-in' },
    reason: { code: 'SIGN_IN_EXPIRED', details: {} },
  },
  discarded: { state: 'discarded' },
};
/** A person by “you”; everybody’s organisation is meant for everybody. */
const addressed = /\b(?:[Yy]ours?|[Yy]ou|Sie|Ihnen|Ihre?[nmrs]?|Shall I|Soll ich)\b(?! [Oo]rganisation)/;

for (const texts of languages)
  describe(`what everybody reads of a card of one person, in ${texts.language}`, () => {
    const to = texts.others.to('Ada Vance', '');

    for (const [name, state] of Object.entries(states))
      it(`says “you” to nobody but the person it names: ${name}`, () => {
        const { title, lines } = receiptStatus({ request: sampleRequest(state), texts, forOthers: true });
        assert.doesNotMatch(title, addressed);
        const [first = '', ...others] = lines;
        if (first.startsWith(to)) assert.match(first, addressed);
        else for (const line of [first, ...others]) assert.doesNotMatch(line, addressed);
      });

    it('names who has planned it, and when it goes out', () => {
      const request = sampleRequest(states['planned']);
      const { title, lines } = receiptStatus({ request, texts, forOthers: true });
      assert.match(title, /21/);
      assert.match(lines.join(' '), /Ada Vance/);
      assert.deepEqual(receiptStatus({ request, texts }).lines, [texts.plan.note]);
    });

    it('says “you” to nobody but the sender of a notice to many', () => {
      const reason = { code: 'SIGN_IN_REQUIRED', details: {} } as const;
      for (const state of ['paused', 'waiting', 'failed'] as const) {
        const announcement = sampleAnnouncement({ state, ...(state !== 'paused' && { reason }) });
        const { title, lines } = progressStatus(announcement, texts, { forOthers: true });
        assert.doesNotMatch(title, addressed);
        const [first = ''] = lines;
        assert.ok(
          first.startsWith(
            texts.others.to(announcement.sender.kind === 'app' ? '' : announcement.sender.person.name, ''),
          ) || !addressed.test(first),
        );
      }
    });
  });
