import assert from 'node:assert/strict';
import type { PostingOutcome } from '../../src/conversations/ports/mailbox.ts';
import type { GraphConnection } from '../../src/graph/graph-connection.ts';
import { postConversation } from '../../src/graph/post-conversation.ts';
import { postConversationThread } from '../../src/graph/post-conversation-thread.ts';
import { postGroupThread } from '../../src/graph/post-group-thread.ts';
import type { PostContent } from '../../src/graph/post-json.ts';
import { replyToThread } from '../../src/graph/reply-to-thread.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

const requestId = '0123456789abcdef0123456789abcdef';
const property = {
  id: 'String {8f0c1b9e-6f2b-4b3e-9d0a-6b9f3f6a2c11} Name KickoffRequest',
  value: requestId,
};
const content: PostContent = {
  body: { contentType: 'html', content: '<p>Hello</p>' },
  people: [{ address: 'dana@contoso.com', name: 'Dana' }, { address: 'x@contoso.com' }],
  marker: requestId,
};
const postOnTheWire = {
  body: { contentType: 'html', content: '<p>Hello</p>' },
  newParticipants: [
    { emailAddress: { name: 'Dana', address: 'dana@contoso.com' } },
    { emailAddress: { address: 'x@contoso.com' } },
  ],
};
const marked = { ...postOnTheWire, singleValueExtendedProperties: [property] };

describe('posts through Graph, on the wire', () => {
  for (const version of ['v1.0', 'beta'] as const) {
    describe(version, () => {
      let world: GraphWorld;
      let connection: GraphConnection;
      let options: { token: string; deadlineMs: number };
      let groupId: string;
      beforeEach(async () => {
        world = await startGraphWorld();
        connection = { endpoint: world.origin, version };
        options = { token: world.tokenOf('ada'), deadlineMs: 5000 };
        groupId = world.groupId('finance');
      });
      afterEach(() => world.close());

      const group = (): { kind: 'group'; groupId: string } => ({ kind: 'group', groupId });
      const create = (): Promise<PostingOutcome> =>
        postConversation(connection, { ...content, group: group(), topic: 'Budget' }, options);

      function createdIds(outcome: PostingOutcome): { conversationId: string; threadId: string } {
        assert.ok(outcome.kind === 'created', outcome.kind);
        const { conversationId = '', threadId = '' } = outcome.created;
        return { conversationId, threadId };
      }

      it('POST /groups/{id}/conversations', async () => {
        const outcome = await create();
        const ids = createdIds(outcome);
        const [conversation] = world.graph.mailboxes.conversations(groupId);
        assert.deepEqual(ids, { conversationId: conversation?.id, threadId: conversation?.threads[0]?.id });
        assert.ok(outcome.kind === 'created');
        assert.deepEqual(outcome.serverTime, world.clock.at);
        const [entry] = world.traffic.list({ method: 'POST' });
        assert.equal(entry?.path, `/${version}/groups/${groupId}/conversations`);
        assert.deepEqual(entry?.requestBody, { topic: 'Budget', threads: [{ posts: [marked] }] });
        assert.deepEqual(conversation?.threads[0]?.posts[0]?.extendedProperties, [property]);
      });

      it('POST /groups/{id}/threads', async () => {
        const outcome = await postGroupThread(
          connection,
          { ...content, group: group(), topic: 'Budget' },
          options,
        );
        const [conversation] = world.graph.mailboxes.conversations(groupId);
        assert.ok(outcome.kind === 'created');
        assert.deepEqual(outcome.created, { threadId: conversation?.threads[0]?.id });
        const [entry] = world.traffic.list({ method: 'POST' });
        assert.equal(entry?.path, `/${version}/groups/${groupId}/threads`);
        assert.deepEqual(entry?.requestBody, { topic: 'Budget', posts: [marked] });
      });

      it('POST /groups/{id}/conversations/{id}/threads, with an extension and no extended property', async () => {
        const { conversationId } = createdIds(await create());
        world.traffic.clear();
        const thread = { ...content, group: group(), conversationId, topic: 'More' };
        const outcome = await postConversationThread(connection, thread, options);
        assert.ok(outcome.kind === 'created', outcome.kind);
        const [conversation] = world.graph.mailboxes.conversations(groupId);
        assert.deepEqual(outcome.created, { conversationId, threadId: conversation?.threads[1]?.id });
        const [entry] = world.traffic.list({ method: 'POST' });
        const path = `/${version}/groups/${groupId}/conversations/${encodeURIComponent(conversationId)}/threads`;
        assert.equal(entry?.path, path);
        const extension = {
          '@odata.type': 'microsoft.graph.openTypeExtension',
          extensionName: 'com.kickoff.request',
          requestId,
        };
        assert.deepEqual(entry?.requestBody, {
          topic: 'More',
          posts: [{ ...postOnTheWire, extensions: [extension] }],
        });
      });

      it('POST …/threads/{id}/reply, below the group and below the conversation', async () => {
        const { conversationId, threadId } = createdIds(await create());
        const [conversation] = world.graph.mailboxes.conversations(groupId);
        world.traffic.clear();
        const short = { groupId, threadId };
        const long = { groupId, conversationId, threadId };
        const outcomes = [
          await replyToThread(connection, { ...content, thread: short }, options),
          await replyToThread(connection, { ...content, thread: long }, options),
        ];
        assert.deepEqual(
          outcomes.map((outcome) => outcome.kind === 'created' && outcome.created),
          [{ threadId }, { conversationId, threadId }],
        );
        const [c, t] = [conversationId, threadId].map(encodeURIComponent);
        const base = `/${version}/groups/${groupId}`;
        assert.deepEqual(
          world.traffic.list().map(({ path }) => path),
          [`${base}/threads/${t}/reply`, `${base}/conversations/${c}/threads/${t}/reply`],
        );
        for (const { requestBody } of world.traffic.list()) assert.deepEqual(requestBody, { post: marked });
        assert.equal(conversation?.threads[0]?.posts.length, 3);
      });

      it('leaves out what is not there', async () => {
        const bare = { body: content.body, group: group(), topic: 'Bare' };
        createdIds(await postConversation(connection, bare, options));
        const [entry] = world.traffic.list({ method: 'POST' });
        assert.deepEqual(entry?.requestBody, {
          topic: 'Bare',
          threads: [{ posts: [{ body: content.body }] }],
        });
      });

      it('addresses a group through a person or a drive on beta, and sends nothing so on v1.0', async () => {
        const personId = world.tenant.people[0]?.id ?? '';
        const aliases = [
          [{ kind: 'joined-group', personId, groupId }, `/users/${personId}/joinedGroups/${groupId}`],
          [{ kind: 'drive-owner-group', groupId }, `/drive/root/createdByUser/joinedGroups/${groupId}`],
        ] as const;
        for (const [address, path] of aliases) {
          const posts = [
            () => postConversation(connection, { ...content, group: address, topic: 'Alias' }, options),
            () => postGroupThread(connection, { ...content, group: address, topic: 'Alias' }, options),
          ];
          for (const post of posts) {
            world.traffic.clear();
            if (version === 'v1.0') {
              await assert.rejects(post, { code: 'ADDRESS_NEEDS_BETA' });
              assert.equal(world.traffic.count(), 0);
            } else {
              assert.equal((await post()).kind, 'created');
              assert.ok(world.traffic.entries[0]?.path.startsWith(`/beta${path}/`));
            }
          }
        }
      });

      it('sends nothing to what is no id', async () => {
        for (const id of ['', '.', '..']) {
          const address = { kind: 'group', groupId: id } as const;
          const post = (): unknown =>
            postConversation(connection, { ...content, group: address, topic: 'T' }, options);
          await assert.rejects(async () => post(), { code: 'TARGET_GONE' });
        }
        assert.equal(world.traffic.count(), 0);
      });
    });
  }
});
