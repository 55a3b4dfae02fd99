import { errorTable, type ErrorCode } from '../../../src/conversations/errors/error-table.ts';
import type { ConversationRequest } from '../../../src/conversations/request.ts';
import { confirmWatchCard } from '../../../src/teams/cards/confirm-watch-card.ts';
import { digestCard } from '../../../src/teams/cards/digest-card.ts';
import { noticeCard } from '../../../src/teams/cards/notice-card.ts';
import { noticeSettingsCard } from '../../../src/teams/cards/notice-settings-card.ts';
import { watchingCard } from '../../../src/teams/cards/watching-card.ts';
import { closedFormCard } from '../../../src/teams/cards/closed-form-card.ts';
import { formCard } from '../../../src/teams/cards/form-card.ts';
import { helpCard } from '../../../src/teams/cards/help-card.ts';
import { pendingCard } from '../../../src/teams/cards/pending-card.ts';
import { receiptCard } from '../../../src/teams/cards/receipt-card.ts';
import { similarCard } from '../../../src/teams/cards/similar-card.ts';
import { welcomeCard } from '../../../src/teams/cards/welcome-card.ts';
import { languages } from '../../../src/teams/texts/texts-for.ts';
import { checkCard, checkCardSchema } from './check-card.ts';
import { sampleRequest } from './sample-request.ts';

const lookedAt = new Date('2026-11-20T12:05:00Z');
const states: readonly Partial<ConversationRequest>[] = [
  {},
  { state: 'waiting', waitingFor: 'sign-in' },
  { state: 'waiting', waitingFor: 'time', dueAt: lookedAt, reason: { code: 'GRAPH_THROTTLED', details: {} } },
  { state: 'waiting', waitingFor: 'author' },
  {
    state: 'waiting',
    waitingFor: 'author',
    reason: {
      code: 'MANY_MEMBERS',
      details: { group: 'Finance', members: '101', guests: '2', outside: '1', names: 'eve@example.org' },
    },
  },
  { state: 'created', kind: 'thread', alsoFound: [{ conversationId: 'c2' }] },
  { state: 'refused', reason: { code: 'GROUP_AMBIGUOUS', details: { group: 'Finance' } } },
  { state: 'unknown' },
  { state: 'unknown', lookedAt, lookComplete: true },
  {
    state: 'unknown',
    lookedAt,
    lookComplete: false,
    reason: { code: 'POSTING_NOT_ALLOWED', details: { group: 'Finance' } },
  },
  { state: 'discarded' },
];

const hostile = '**x** <at>Ada</at> [y](https://z.example) {{DATE(2026)}}';
const conversation = {
  group: { id: 'g1', name: hostile, mail: 'finance@contoso.com' },
  threadId: 't1',
  topic: hostile,
  posts: Array.from({ length: 7 }, (_, n) => ({
    postId: `p${n}`,
    threadId: 't1',
    topic: hostile,
    receivedAt: lookedAt,
    from: { name: hostile, address: 'ben@contoso.com' },
    preview: hostile,
  })),
  watchIds: ['w1'],
};

for (const texts of languages) {
  describe(`cards in ${texts.language}`, () => {
    const requests = states.map(sampleRequest);
    const problems = (Object.keys(errorTable) as ErrorCode[]).map((code) => texts.error({ code }));
    const half = Math.ceil(problems.length / 2);
    const draft = { kind: 'thread', group: '', conversation: '', topic: '', body: '', people: '' } as const;
    const cards = [
      ...requests.map((request) => receiptCard({ request, texts, timeZone: 'Europe/Berlin' })),
      ...requests.map((request) => similarCard({ request, texts })),
      pendingCard({ requests, texts }),
      pendingCard({ requests: [], texts }),
      formCard({
        formId: 'f1',
        draft,
        groups: [{ title: 'Finance', value: 'g1' }],
        texts,
        restrictedTo: 'Ada',
      }),
      // Far more problems than a form can have: in two halves, because all of them are more than a card may be large.
      ...[problems.slice(0, half), problems.slice(half)].map((some) =>
        formCard({ formId: 'f1', draft, groups: [{ title: 'Finance', value: 'g1' }], texts, problems: some }),
      ),
      formCard({ formId: 'f1', draft: { ...draft, kind: 'reply', topic: 'Budget' }, groups: [], texts }),
      closedFormCard({ texts, formId: 'f1' }),
      helpCard({ texts }),
      noticeCard(conversation, { texts, outlook: 'https://outlook.example' }),
      noticeCard(conversation, { texts, outlook: 'https://outlook.example', formId: 'f1' }),
      digestCard([conversation, conversation], { texts, outlook: 'https://outlook.example' }),
      watchingCard({ watches: [], chatId: 'a:1', texts }),
      confirmWatchCard({ target: conversation, texts }),
      noticeSettingsCard({
        inputs: { quietFrom: '18:30', quietTo: '', digestAt: '', watchStarted: false },
        texts,
        problem: texts.noticeSettings.bothTimes,
      }),
      welcomeCard({ texts }),
    ];

    it('render', () => cards.forEach(checkCard));

    it('keep to the published schema', () => cards.forEach(checkCardSchema));
  });
}
