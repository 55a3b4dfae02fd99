import assert from 'node:assert/strict';

import type { ConversationRequest } from '../../../src/conversations/request.ts';
import { receiptCard } from '../../../src/teams/cards/receipt-card.ts';
import { english } from '../../../src/teams/texts/english.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { hostileTexts } from './hostile-texts.ts';
import { sampleRequest } from './sample-request.ts';

const link = 'https://outlook.office.com/mail/group/contoso.com/finance/email';
const refused = { code: 'POSTING_NOT_ALLOWED', details: { group: 'Finance' } } as const;

const soon = new Date('2026-11-20T12:05:00Z');
const planned = { state: 'waiting', waitingFor: 'time', postAt: soon, dueAt: soon } as const;
const orders = ['request.look-again', 'request.send-again', 'request.discard'];

const states: [title: string, request: Partial<ConversationRequest>, says: RegExp, verbs: string[]][] = [
  ['accepted', {}, /Posting…/, []],
  ['sending', { state: 'sending' }, /changes by itself/, []],
  [
    'waiting for sign-in',
    { state: 'waiting', waitingFor: 'sign-in' },
    /Waiting for you to sign in.*not signed in yet/,
    ['request.sign-in', 'request.discard'],
  ],
  [
    'waiting for consent',
    { state: 'waiting', waitingFor: 'sign-in', reason: { code: 'CONSENT_REQUIRED', details: {} } },
    /needs your permission/,
    ['request.sign-in', 'request.discard'],
  ],
  [
    'waiting until a time',
    {
      state: 'waiting',
      waitingFor: 'time',
      dueAt: new Date('2026-11-20T12:05:00Z'),
      reason: { code: 'GRAPH_THROTTLED', details: {} },
    },
    /asks to wait a moment.*I try again at 20 Nov, 13:05 CET/,
    ['request.discard'],
  ],
  ['waiting', { state: 'waiting', waitingFor: 'time' }, /again in a moment/, ['request.discard']],
  [
    'waiting for its author',
    { state: 'waiting', waitingFor: 'author' },
    /Shall I still post this.*more than an hour/,
    ['request.post-now', 'request.discard'],
  ],
  [
    'planned',
    planned,
    /Planned for .*Nothing is sent before/,
    ['request.change-plan', 'request.post-now', 'request.discard'],
  ],
  [
    'planned for many',
    { ...planned, audience: { members: 500, guests: 2, outside: [{ address: 'eve@example.org' }] } },
    /Planned for .*500 members.*outside your organisation: 2.*eve@example\.org.*only if you confirm it/,
    ['request.confirm', 'request.change-plan', 'request.confirm-now', 'request.discard'],
  ],
  [
    'planned for many and confirmed',
    { ...planned, audience: { members: 500, outside: [] }, audienceConfirmed: true },
    /Planned for .*Nothing is sent before/,
    ['request.change-plan', 'request.post-now', 'request.discard'],
  ],
  [
    'found twice',
    { state: 'created', alsoFound: [{ conversationId: 'c2' }] },
    /Conversation started.*2 times/,
    ['request.delete-second', 'form.open'],
  ],
  ['created', { state: 'created' }, /Conversation started/, ['form.open']],
  [
    'created thread',
    {
      state: 'created',
      kind: 'thread',
      target: { typedGroup: 'f', conversation: { id: 'c', topic: 'Old topic' } },
    },
    /Thread started.*Old topic/,
    ['form.open'],
  ],
  [
    'refused',
    { state: 'refused', reason: refused },
    /Not posted.*does not let you post to Finance.*Ask an owner.*Your text is kept/,
    ['form.open'],
  ],
  ['refused without a reason', { state: 'refused' }, /Not posted/, ['form.open']],
  ['unknown', { state: 'unknown', dueAt: soon }, /checking whether.*before I try again/, []],
  [
    'unknown, looked for and not there',
    { state: 'unknown', looks: 6, lookedAt: new Date('2026-11-20T12:20:00Z'), lookComplete: true },
    /could not find it.*everything in Finance at 20 Nov, 13:20 CET.*deleted it meanwhile.*unless you say so/,
    orders,
  ],
  [
    'unknown, and nobody could look',
    {
      state: 'unknown',
      looks: 1,
      lookedAt: new Date('2026-11-20T12:20:00Z'),
      lookComplete: false,
      dueAt: soon,
      reason: { code: 'GRAPH_UNREACHABLE', details: {} },
    },
    /cannot tell whether it was posted.*cannot be reached.*I sent nothing/,
    orders,
  ],
  ['discarded', { state: 'discarded' }, /Discarded/, ['form.open']],
];

describe('receiptCard', () => {
  const render = (request: Partial<ConversationRequest>) =>
    receiptCard({
      request: sampleRequest(request),
      outlookLink: link,
      texts: english,
      timeZone: 'Europe/Paris',
      locale: 'en-GB',
    });

  for (const [title, request, says, verbs] of states) {
    it(`tells the truth: ${title}`, () => {
      const card = render(request);
      checkCard(card);
      const shown = JSON.stringify(card.body);
      assert.match(shown, says);
      assert.match(shown, /Budget 2027/);
      assert.match(shown, /Ada Vance/);
      const actions = everything(card);
      assert.deepEqual(
        actions.filter(({ type }) => type === 'Action.Execute').map(({ verb }) => verb),
        verbs,
      );
      // Only what was created can be opened.
      assert.equal(
        actions.find(({ type }) => type === 'Action.OpenUrl')?.url,
        request.state === 'created' ? link : undefined,
      );
      assert.ok(card.fallbackText.includes('Budget 2027'));
    });
    it(`keeps to the published schema: ${title}`, () => checkCardSchema(render(request)));
  }

  it('leads back to the text that was refused', () => {
    const edit = everything(render({ state: 'refused', reason: refused })).find(
      ({ type }) => type === 'Action.Execute',
    );
    assert.deepEqual(edit?.data, { requestId: sampleRequest().id, verb: 'form.open' });
  });

  it('says created only for what was created', () => {
    for (const [title, request] of states) {
      assert.equal(/started/.test(JSON.stringify(render(request).body)), request.state === 'created', title);
    }
  });

  it('names three people and counts the others', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ address: `${name}@contoso.com` }));
    const shown = JSON.stringify(
      render({ people: [{ address: 'x@contoso.com', name: 'Xi' }, ...people] }).body,
    );
    assert.match(shown, /Xi, a@contoso.com, b@contoso.com and 3 more/);
    assert.doesNotMatch(JSON.stringify(render({}).body), /Also to/);
  });

  it('takes any locale and time zone', () => {
    for (const [locale, timeZone, at] of [
      ['xx-invalid-locale-zzzzzzzzzz', 'Europe/Paris', /1:00.AM GMT\+1/],
      ['de-DE', 'Not/AZone', /12:00.AM UTC/],
    ] as const) {
      const request = sampleRequest({ state: 'waiting', waitingFor: 'time', dueAt: new Date(0) });
      assert.match(JSON.stringify(receiptCard({ request, texts: english, timeZone, locale }).body), at);
    }
    const request = sampleRequest({ state: 'created' });
    assert.equal(
      everything(receiptCard({ request, texts: english })).some(({ url }) => url !== undefined),
      false,
    );
  });

  for (const text of hostileTexts) {
    it(`shows ${JSON.stringify(text)} only in text runs or escaped`, () => {
      const long = text.repeat(20);
      for (const [, request] of states) {
        const card = render({
          ...request,
          topic: text,
          author: { ...sampleRequest().author, name: text },
          target: { typedGroup: text, typedConversation: text, group: { id: 'g', name: long, mail: text } },
          people: [{ address: 'a@contoso.com', name: text }],
          reason:
            request.state === 'created' ? undefined : { code: 'GRAPH_REFUSED', details: { message: text } },
        });
        checkCard(card);
        for (const element of everything(card)) {
          if (element.type === 'TextBlock') assert.ok(!String(element.text).includes(text.slice(0, 8)));
          if (element.type === 'TextRun') assert.doesNotMatch(String(element.text), /\{\{(DATE|TIME)|\u202e/);
        }
        assert.doesNotMatch(card.fallbackText + card.speak, /[<>*`[\]\n]|\{\{|:\/\//);
      }
    });
  }
});
