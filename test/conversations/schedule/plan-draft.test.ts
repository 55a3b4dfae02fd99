import assert from 'node:assert/strict';
import { planDraftOf, typedPlanDraft } from '../../../src/conversations/schedule/plan-draft.ts';

const now = new Date('2026-11-21T12:00:00Z');
const nine = { hour: 9, minute: 0, second: 0 };
const monday = { day: { kind: 'weekday', weekday: 1 }, ...nine } as const;
const place = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
  chatId: 'a:1',
  chatType: 'personal',
  botId: '28:bot',
} as const;

describe('a planned time in a form', () => {
  it('is in the zone that was typed, which the form keeps, else in the client’s', () => {
    const typed = { ...monday, timeZone: 'Pacific/Auckland' };
    assert.deepEqual(typedPlanDraft(typed, { timeZone: 'Europe/Berlin', now }), {
      ...{ postDate: '2026-11-23', postTime: '09:00', postZone: 'Pacific/Auckland' },
    });
    assert.deepEqual(typedPlanDraft(monday, { timeZone: 'Europe/Berlin', now }), {
      ...{ postDate: '2026-11-23', postTime: '09:00' },
    });
  });

  it('without a zone leaves the day open, unless a date was typed', () => {
    assert.deepEqual(typedPlanDraft(monday, { timeZone: undefined, now }), { postTime: '09:00' });
    const date = { day: { kind: 'date', month: 12, day: 1 }, ...nine } as const;
    assert.deepEqual(typedPlanDraft(date, { timeZone: 'Nowhere', now }), {
      ...{ postDate: '2026-12-01', postTime: '09:00' },
    });
  });

  it('is what the wall clock of its author will show, and nothing once it has come', () => {
    const planned = { updatedAt: now, place: { ...place, timeZone: 'Europe/Berlin' } };
    const draft = (at: string) => planDraftOf({ ...planned, postAt: new Date(at) });
    const berlin = { postDate: '2026-11-30', postZone: 'Europe/Berlin' };
    assert.deepEqual(draft('2026-11-30T08:00:00Z'), { ...berlin, postTime: '09:00' });
    assert.deepEqual(draft('2026-11-30T08:00:30Z'), { ...berlin, postTime: '09:00:30' });
    assert.deepEqual(draft('2026-11-21T12:00:00Z'), {});
    assert.deepEqual(planDraftOf({ updatedAt: now, place }), {});
  });
});
