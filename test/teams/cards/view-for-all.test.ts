import assert from 'node:assert/strict';
import type { ConversationRequest } from '../../../src/conversations/request.ts';
import { cardMessage } from '../../../src/teams/cards/card-message.ts';
import { ownView } from '../../../src/teams/cards/own-view.ts';
import { receiptCard } from '../../../src/teams/cards/receipt-card.ts';
import { viewForAll } from '../../../src/teams/cards/view-for-all.ts';
import { orderOf } from '../../../src/teams/turns/on-order.ts';
import { english as texts } from '../../../src/teams/texts/english.ts';
import { checkCard, checkCardSchema, everything } from './check-card.ts';
import { sampleRequest } from './sample-request.ts';

const dueAt = new Date('2026-11-21T09:00:00Z');
const states: readonly Partial<ConversationRequest>[] = [
  {},
  { state: 'waiting', waitingFor: 'sign-in' },
  { state: 'waiting', waitingFor: 'author' },
  { state: 'waiting', waitingFor: 'time', dueAt, postAt: dueAt },
  { state: 'created', alsoFound: [{ conversationId: 'c2' }], created: { conversationId: 'c1' } },
  { state: 'refused', reason: { code: 'GROUP_AMBIGUOUS', details: { group: 'Finance' } } },
  { state: 'unknown', lookedAt: dueAt, lookComplete: true },
  { state: 'discarded' },
];

describe('viewForAll', () => {
  const request = sampleRequest();
  const shared = { ...request.place!, chatType: 'channel', accountId: '29:ada' } as const;
  const view = { view: 'receipt', requestId: request.id } as const;
  const cards = states.flatMap((state) =>
    [undefined, 'form-1'].map((editForm) =>
      receiptCard({
        ...{ request: sampleRequest(state), texts, outlookLink: 'https://outlook.example/' },
        ...(editForm !== undefined && { editForm }),
      }),
    ),
  );

  it('leaves what only the author may press, and every field, to the author', () => {
    for (const card of cards) {
      const own = ownView(card, shared, view);
      assert.deepEqual(own.body, card.body);
      assert.deepEqual(own.refresh?.userIds, ['29:ada']);
      const all = viewForAll(own);
      checkCard(all);
      checkCardSchema(all);
      for (const { type, verb, data } of everything(all.body)) {
        assert.equal(orderOf(String(verb)), undefined);
        assert.doesNotMatch(String(type), /^Input\./);
        assert.doesNotMatch(JSON.stringify(data ?? {}), /requestId|formId/);
      }
      const said = (body: unknown) => everything(body).flatMap(({ text }) => text ?? []);
      assert.deepEqual(said(all.body), said(card.body));
      assert.equal(cardMessage(own).attachments[0]?.content.refresh, own.refresh);
    }
  });

  it('is the card itself in a personal chat, and where the account of its person is not known', () => {
    const { accountId: _, ...unknown } = shared;
    for (const card of cards)
      for (const place of [{ ...shared, chatType: 'personal' } as const, unknown])
        assert.equal(viewForAll(ownView(card, place, view)), card);
  });
});
