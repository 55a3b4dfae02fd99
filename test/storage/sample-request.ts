import { createHash, randomBytes } from 'node:crypto';
import type { ConversationRequest } from '../../src/conversations/request.ts';

export const ada = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  objectId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
};
export const ben = { tenantId: ada.tenantId, objectId: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb' };

export const place = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: ada.tenantId,
  chatId: 'a:chat-of-ada',
  chatType: 'personal',
  botId: '28:33333333-3333-4333-8333-333333333333',
  locale: 'en-GB',
} as const;

/** An accepted request of Ada's with a fresh id and source key, due at once; `changes` replaces parts of it. */
export function sampleRequest(changes: Partial<ConversationRequest> = {}): ConversationRequest {
  const id = randomBytes(16).toString('hex');
  return {
    id,
    sourceKey: `command:${id}`,
    contentHash: createHash('sha256').update(id).digest('hex'),
    author: { ...ada, name: 'Ada Lovelace' },
    kind: 'conversation',
    target: { typedGroup: 'Finance Crew' },
    topic: 'Budget für 2027 📈',
    body: { contentType: 'text', content: 'Numbers nobody else should read\r\n  kept as typed' },
    people: [{ address: 'grace@contoso.com', name: 'Grace' }, { address: 'ken@contoso.com' }],
    typedPeople: ['Ben Ray', 'bbbbbbbb-0000-4000-8000-00000000000b'],
    audienceConfirmed: true,
    watch: false,
    audience: { members: 120, guests: 1, outside: [{ address: 'ken@example.org', name: 'Ken' }] },
    tellMembers: true,
    state: 'accepted',
    version: 1,
    attempts: 0,
    dueAt: new Date(Date.now() - 1_000),
    marker: true,
    place,
    createdAt: new Date(1_800_000_000_123),
    updatedAt: new Date(),
    ...changes,
  };
}
