import assert from 'node:assert/strict';
import { contentOfRequest } from '../../src/conversations/content-of-request.ts';
import { newRequest } from '../../src/conversations/new-request.ts';
import { finance, wish } from './fakes/world.ts';

describe('the content of a request', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const request = (content: Parameters<typeof wish>[0]) => newRequest(wish(content), '0'.repeat(32), now);

  it('is what was wished for', () => {
    const { content } = wish({ people: [{ address: 'ben@contoso.com', name: 'Ben' }] });
    assert.deepEqual(contentOfRequest(request(content)), content);
  });

  it('keeps the conversation of a thread and the thread of a reply', () => {
    const thread = contentOfRequest(request({ kind: 'thread', typedConversation: 'Budget' }));
    assert.equal(thread.typedConversation, 'Budget');
    const reply = contentOfRequest(request({ kind: 'reply', threadId: 'AAQk=' }));
    assert.deepEqual([reply.kind, reply.threadId], ['reply', 'AAQk=']);
  });

  it('names what was found by its id', () => {
    const { id, name, mail = '' } = finance;
    const found = { ...request({}), target: { typedGroup: 'Finance', group: { id, name, mail } } };
    assert.equal(contentOfRequest(found).typedGroup, id);
  });
});
