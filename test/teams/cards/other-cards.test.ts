import assert from 'node:assert/strict';

import { closedFormCard } from '../../../src/teams/cards/closed-form-card.ts';
import { unknownLine } from '../../../src/teams/cards/unknown-line.ts';
import { cardMessage } from '../../../src/teams/cards/card-message.ts';
import { helpCard } from '../../../src/teams/cards/help-card.ts';
import { welcomeCard } from '../../../src/teams/cards/welcome-card.ts';
import { outlookLink } from '../../../src/conversations/outlook-link.ts';
import { signInCard } from '../../../src/teams/cards/sign-in-card.ts';
import { commandTable } from '../../../src/teams/commands/command-table.ts';
import { english } from '../../../src/teams/texts/english.ts';
import { pendingCard } from '../../../src/teams/cards/pending-card.ts';
import { similarCard } from '../../../src/teams/cards/similar-card.ts';
import { sampleRequest } from './sample-request.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';

const texts = english;

describe('helpCard', () => {
  const cards = [
    closedFormCard({ texts, formId: 'f1' }),
    helpCard({ texts }),
    welcomeCard({ texts }),
    ...commandTable.map(({ name }) => helpCard({ texts, about: name })),
  ];

  it('renders, in all and for each command', () => cards.forEach(checkCard));

  it('keeps to the published schema', () => cards.forEach(checkCardSchema));

  it('shows every command with usage and help line, or the one asked for', () => {
    const shown = (card: unknown) => everything(card).map(({ text }) => text);
    for (const { name, usage } of commandTable) {
      for (const card of [helpCard({ texts }), helpCard({ texts, about: name })]) {
        assert.ok(shown(card).includes(usage));
        assert.ok(shown(card).includes(texts.commandHelp[name]));
      }
    }
    assert.ok(!shown(helpCard({ texts, about: 'help' })).includes(commandTable[0]?.usage));
  });

  it('is an attachment that Teams knows, with a summary for notifications', () => {
    const card = helpCard({ texts });
    assert.deepEqual(cardMessage(card), {
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      summary: card.fallbackText,
    });
  });
});

describe('signInCard', () => {
  const offer = {
    exchangeId: 'e1',
    resource: 'api://bot.contoso.com/botid-1',
    link: 'https://bot.contoso.com/auth/start?id=e1',
  };

  it('offers the silent exchange and the button', () => {
    assert.deepEqual(signInCard({ offer, texts, silent: true }), {
      contentType: 'application/vnd.microsoft.card.oauth',
      content: {
        text: texts.signIn.text,
        connectionName: '',
        tokenExchangeResource: { id: 'e1', uri: offer.resource },
        buttons: [{ type: 'signin', title: texts.signIn.button, value: offer.link }],
      },
    });
  });

  it('offers the button alone where Teams has no silent exchange', () => {
    const { content } = signInCard({ offer, texts, silent: false });
    assert.equal('tokenExchangeResource' in content, false);
    assert.equal(content.buttons[0].value, offer.link);
  });
});

describe('unknownLine', () => {
  it('says what was not understood, escaped and short', () => {
    const line = unknownLine({ text: `<at>Ada</at> **x**\n${'long '.repeat(100)}`, personal: true, texts });
    assert.doesNotMatch(line, /[<>*\n]/);
    assert.ok(line.length < 260, line);
    assert.match(line, /choose the group/);
  });

  it('names the nearest command, in a channel at least help', () => {
    assert.match(
      unknownLine({ text: 'strat', nearest: 'start', personal: true, texts }),
      /Did you mean: start "/,
    );
    assert.match(unknownLine({ text: 'x', personal: false, texts }), /Type “help”/);
    assert.doesNotMatch(unknownLine({ text: 'x', personal: true, texts }), /Did you mean/);
  });
});

describe('outlookLink', () => {
  it('leads to the group’s mail', () => {
    assert.equal(
      outlookLink('https://outlook.office.com', 'Finance-All@Contoso.COM'),
      'https://outlook.office.com/mail/group/contoso.com/finance-all/email',
    );
  });

  it('encodes, and gives nothing for what is no address', () => {
    assert.equal(
      outlookLink('https://o.example', 'a/b?c#d@x.example/..'),
      'https://o.example/mail/group/x.example%2F../a%2Fb%3Fc%23d/email',
    );
    for (const mail of ['', 'finance', '@contoso.com', 'finance@', 'a\ud800@contoso.com']) {
      assert.equal(outlookLink('https://o.example', mail), undefined);
    }
  });
});

describe('pendingCard and similarCard', () => {
  const reason = { code: 'POSTING_NOT_ALLOWED', details: { group: 'Finance' } } as const;
  const requests = [
    sampleRequest({ state: 'refused', reason }),
    sampleRequest({
      state: 'unknown',
      looks: 6,
      lookedAt: new Date('2026-11-20T12:20:00Z'),
      lookComplete: true,
    }),
    sampleRequest({ state: 'waiting', waitingFor: 'author' }),
  ];
  const verbs = (card: unknown) =>
    everything(card)
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ verb }) => verb);

  it('lists each with its text, its state and what can be done', () => {
    const card = pendingCard({ requests, texts });
    checkCard(card);
    assert.deepEqual(verbs(card), [
      'form.open',
      'request.discard',
      'request.look-again',
      'request.send-again',
      'request.discard',
      'request.post-now',
      'request.discard',
    ]);
    assert.match(JSON.stringify(card), /does not let you post|Not posted/);
  });

  it('asks what its buttons answer: who would get it', () => {
    const postAt = new Date('2026-11-30T08:00:00Z');
    const planned = { state: 'waiting', waitingFor: 'time', postAt, dueAt: postAt } as const;
    const asked = { code: 'MANY_MEMBERS', details: { group: 'Finance', members: '300' } } as const;
    const card = pendingCard({
      requests: [
        sampleRequest({ ...planned, audience: { members: 200, outside: [] } }),
        sampleRequest({ state: 'waiting', waitingFor: 'author', reason: asked }),
        sampleRequest(planned),
      ],
      texts,
    });
    checkCard(card);
    assert.match(JSON.stringify(card), /Planned for.*200 members.*Shall I post this.*300 members/);
    assert.equal(verbs(card)[0], 'request.confirm');
    assert.equal(JSON.stringify(card).match(/Nothing is sent before/g), null);
  });

  it('says so when there is nothing, and counts what does not fit', () => {
    assert.match(JSON.stringify(pendingCard({ requests: [], texts })), /Nothing of yours is waiting/);
    const topic = 'A long topic '.repeat(19).trim();
    const many = Array.from({ length: 20 }, (_, n) => ({ ...requests[0]!, topic: `${n} ${topic}` }));
    const card = pendingCard({ requests: many, total: 45, texts });
    checkCard(card);
    assert.match(JSON.stringify(card), /5 A long.*the next ones.*6 A long.*19 A long.*And 25 more/);
    assert.doesNotMatch(JSON.stringify(pendingCard({ requests: many.slice(0, 6), texts })), /next ones|more/);
    assert.match(card.fallbackText, /45/);
    assert.ok(JSON.stringify(card).length < 40_960);
  });

  it('asks whether the same was meant twice', () => {
    const card = similarCard({ request: sampleRequest({ state: 'created' }), texts });
    checkCard(card);
    assert.deepEqual(verbs(card), ['request.again']);
    assert.match(JSON.stringify(card), /Conversation started/);
  });
});
