import type { ConversationRequest } from '../../../src/conversations/request.ts';

/** A request as it is stored, with what a test wants to be different. */
export function sampleRequest(changes: Partial<ConversationRequest> = {}): ConversationRequest {
  return {
    id: '0123456789abcdef0123456789abcdef',
    sourceKey: 'command:t/c/1',
    contentHash: 'f'.repeat(64),
    author: {
      tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
      objectId: 'aaaaaaaa-0000-4000-8000-00000000000a',
      name: 'Ada Vance',
    },
    kind: 'conversation',
    target: {
      typedGroup: 'finance',
      group: { id: 'dddddddd-0000-4000-8000-00000000000d', name: 'Finance', mail: 'finance@contoso.com' },
    },
    topic: 'Budget 2027',
    body: { contentType: 'text', content: 'The plan' },
    people: [],
    state: 'accepted',
    version: 1,
    attempts: 0,
    marker: true,
    place: {
      channelId: 'msteams',
      serviceUrl: 'https://smba.example/',
      tenantId: '5c0ffee0-1111-4aaa-8bbb-000000000001',
      chatId: 'a:1',
      chatType: 'personal',
      botId: '28:bot',
    },
    createdAt: new Date('2026-11-20T12:00:00Z'),
    updatedAt: new Date('2026-11-20T12:00:00Z'),
    ...changes,
  };
}
