import assert from 'node:assert/strict';
import type { AnnouncementWish } from '../../src/announcements/announcements.ts';
import { tellMembers } from '../../src/announcements/tell-members.ts';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { place, sampleRequest } from '../storage/sample-request.ts';

const group = { id: 'dddddddd-0000-4000-8000-000000000001', name: 'Finance', mail: 'finance@contoso.com' };

describe('telling the members of what was created', () => {
  const wishes: AnnouncementWish[] = [];
  beforeEach(() => void wishes.splice(0));
  const announcements = {
    async start(wish: AnnouncementWish) {
      wishes.push(wish);
      return undefined as never;
    },
  };
  const tell = (request: ConversationRequest) => tellMembers(request, announcements);
  const created = (changes: Partial<ConversationRequest> = {}): ConversationRequest => ({
    ...sampleRequest({
      ...{ id: 'r1', state: 'created', target: { typedGroup: 'Finance', group }, topic: 'Budget' },
      ...{ created: { conversationId: 'c1', threadId: 't1' }, ...changes },
    }),
    place,
  });

  it('asks for one announcement, under a key of the request’s', async () => {
    await tell(created());
    const [wish] = wishes;
    assert.equal(wish?.sourceKey, 'request|r1');
    assert.deepEqual(wish.audience, { kind: 'members', group: { id: group.id, name: 'Finance' } });
    assert.deepEqual(wish.place, place);
    assert.ok(wish.content.kind === 'conversation');
    assert.deepEqual(wish.content.conversation, {
      ...{ group, topic: 'Budget', conversationId: 'c1', threadId: 't1' },
      preview: 'Numbers nobody else should read\r\n  kept as typed',
    });
    await tell(created());
    assert.equal(wishes[1]?.sourceKey, wish.sourceKey);
  });

  it('tells of nothing else', async () => {
    const { tellMembers: _, ...without } = created();
    await tell(without);
    for (const state of ['accepted', 'waiting', 'refused', 'unknown', 'discarded'] as const)
      await tell(created({ state }));
    await tell(created({ forgotten: true }));
    assert.deepEqual(wishes, []);
  });

  it('takes the words that were typed, and only the beginning of them', async () => {
    await tell(
      created({ body: { contentType: 'html', content: '<b>Hi</b>' }, typed: `**Hi** ${'x'.repeat(900)}` }),
    );
    const [wish] = wishes;
    assert.ok(wish?.content.kind === 'conversation');
    assert.match(wish.content.conversation.preview, /^\*\*Hi\*\* x+$/);
    assert.equal(wish.content.conversation.preview.length, 400);
  });
});
