import assert from 'node:assert/strict';
import type { FoundPost, LookAnswer } from '../../src/conversations/ports/lookout.ts';
import type { RequestKind } from '../../src/conversations/request.ts';
import { adverseProfile, lenientProfile, type TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import { foreign, minute, own, startLookWorld, text, topic, type LookWorld } from './look-world.ts';

const kinds: RequestKind[] = ['conversation', 'group-thread', 'thread', 'reply'];

/** The lenient tenant, the adverse one, and every switch that reads can notice alone. */
const profiles: Record<string, TenantProfile> = {
  lenient: lenientProfile,
  adverse: adverseProfile,
  'markers dropped': { ...lenientProfile, marker: 'dropped' },
  'markers refused': { ...lenientProfile, marker: 'refused' },
  'oldest first': { ...lenientProfile, listOrder: 'oldest-first' },
  shuffled: { ...lenientProfile, listOrder: 'shuffled' },
  'topics merged': { ...lenientProfile, mergeRepeatedTopics: true },
  'fresh ids unreadable': { ...lenientProfile, freshIdsUnreadableMs: 3000 },
};

function found(answer: LookAnswer): FoundPost[] {
  assert.equal(answer.kind, 'complete', JSON.stringify(answer));
  assert.ok(answer.kind === 'complete');
  return answer.found;
}

for (const [name, profile] of Object.entries(profiles)) {
  for (const kind of kinds) {
    describe(`looking for a ${kind} (${name})`, () => {
      const keepsMarkers = profile.marker === 'kept';
      let world: LookWorld;
      beforeEach(async () => {
        world = await startLookWorld(kind, profile);
      });
      afterEach(() => world.close());

      /** What Ada has in the mailbox, as a look should tell it. */
      const expected = (by: FoundPost['by']): FoundPost[] =>
        world.postsOf('ada').map(({ conversation, thread, post }) => ({
          conversationId: conversation.id,
          threadId: thread.id,
          postId: post.id,
          receivedAt: new Date(post.receivedDateTime),
          by,
        }));

      it('finds nothing where there is nothing', async () => {
        assert.deepEqual(found(await world.look()), []);
      });

      it('finds what was posted', async () => {
        await world.post({ marker: own });
        world.pass(5000);
        const posts = found(await world.look());
        assert.equal(posts.length, 1);
        assert.deepEqual(posts, expected(keepsMarkers ? 'marker' : 'content'));
      });

      it('finds what was posted without a marker', async () => {
        await world.post();
        world.pass(5000);
        const posts = found(await world.look());
        assert.equal(posts.length, 1);
        assert.deepEqual(posts, expected('content'));
      });

      it('finds both of two, oldest first', async () => {
        await world.post({ marker: own });
        world.pass(minute);
        await world.post({ marker: own });
        world.pass(5000);
        const posts = found(await world.look());
        assert.equal(posts.length, 2);
        assert.deepEqual(posts, expected(keepsMarkers ? 'marker' : 'content'));
      });

      it('does not take what another person wrote', async () => {
        await world.post({ alias: 'ben' });
        world.pass(5000);
        assert.deepEqual(found(await world.look()), []);
      });

      it('does not take another text, another topic, or what came before the window', async () => {
        await world.post();
        world.pass(11 * minute);
        await world.post({ content: `${text}<p>And more.</p>` });
        if (kind !== 'reply') await world.post({ topic: 'Holidays' });
        world.pass(5000);
        assert.deepEqual(found(await world.look()), []);
      });

      if (keepsMarkers) {
        it('never takes what carries another request’s marker', async () => {
          await world.post({ marker: foreign });
          world.pass(5000);
          assert.deepEqual(found(await world.look()), []);
        });

        it('takes its own marker before the same text, and at any time', async () => {
          await world.post({ marker: own });
          world.pass(11 * minute);
          await world.post();
          world.pass(5000);
          assert.deepEqual(found(await world.look()), expected('marker').slice(0, 1));
        });
      }

      if (profile.freshIdsUnreadableMs > 0 && kind !== 'reply') {
        it('does not call missing what is listed and cannot be read yet', async () => {
          await world.post({ marker: own });
          const answer = await world.look();
          assert.ok(answer.kind === 'incomplete');
          assert.equal(answer.error.code, 'GRAPH_UNREACHABLE');
        });
      }
    });
  }
}

describe('createLookout', () => {
  let world: LookWorld;
  afterEach(() => world.close());

  it('knows markers of the other shape: a reply’s text is not the thread’s, nor the reverse', async () => {
    world = await startLookWorld('conversation');
    await world.post({ marker: foreign });
    const [held] = world.postsOf('ada');
    assert.ok(held);
    const { id } = held.conversation;
    assert.deepEqual(found(await world.look({ kind: 'thread', conversationId: id })), []);
    held.post.extendedProperties = [];
    assert.equal(found(await world.look({ kind: 'thread', conversationId: id })).length, 1);
    held.post.extensions = [{ extensionName: 'com.kickoff.request', requestId: foreign }];
    assert.deepEqual(found(await world.look()), []);
  });

  for (const renamed of ['RE: budget  2027 ', 'AW: Fwd: Budget 2027']) {
    it(`takes ${renamed} for the topic, even without markers`, async () => {
      world = await startLookWorld('conversation');
      await world.post({ topic: renamed });
      assert.equal(found(await world.look()).length, 1);
    });
  }

  it('finds its marker under a topic that the tenant made up', async () => {
    world = await startLookWorld('conversation');
    await world.post({ marker: own, topic: '[Finance] untitled' });
    assert.deepEqual(
      found(await world.look()).map(({ by }) => by),
      ['marker'],
    );
  });

  it('counts what is deleted after it was listed as read', async () => {
    world = await startLookWorld('conversation');
    await world.post();
    const [held] = world.postsOf('ada');
    const { traffic } = world;
    const add = traffic.add.bind(traffic);
    traffic.add = (entry) => {
      add(entry);
      if (entry.path.endsWith('/posts'))
        world.graph.mailboxes.remove(world.finance, held?.conversation.id ?? '');
    };
    assert.deepEqual(found(await world.look()), []);
    assert.equal(world.traffic.count({ status: 404 }), 1);
  });

  it('finds nothing in a conversation, or a thread, that was deleted', async () => {
    world = await startLookWorld('thread');
    world.graph.mailboxes.remove(world.finance, world.base.conversation.id);
    assert.deepEqual(found(await world.look()), []);
    assert.deepEqual(found(await world.look({ kind: 'reply', threadId: world.base.thread.id })), []);
  });

  for (const kind of ['thread', 'reply'] as const) {
    it(`could not look when the target of a ${kind} is there and cannot be read`, async () => {
      world = await startLookWorld(kind);
      world.faults.add({ path: /\/(AAQkAD[^/]*\/threads|posts)$/, when: 'before', outcome: { status: 404 } });
      assert.equal((await world.look()).kind, 'incomplete');
    });
  }

  it('could not look without knowing where', async () => {
    world = await startLookWorld('reply');
    const answer = await world.look({ kind: 'thread' });
    assert.ok(answer.kind === 'incomplete');
    assert.equal(answer.error.code, 'INTERNAL');
  });

  it('logs no token and nothing that was typed', async () => {
    world = await startLookWorld('conversation');
    await world.post({ marker: own });
    world.kept.lines.splice(0);
    await world.look();
    world.faults.add({ when: 'before', outcome: { status: 500 } });
    await world.look();
    assert.deepEqual(
      world.kept.lines.map(({ fields }) => [fields.route, fields.state, fields.count, fields.code]),
      [
        ['LOOK conversation', 'complete', 1, undefined],
        ['LOOK conversation', 'incomplete', undefined, 'GRAPH_UNREACHABLE'],
      ],
    );
    const lines = JSON.stringify(world.kept.lines);
    assert.ok(!lines.includes(topic) && !lines.includes('plan') && !lines.includes(world.tokenOf('ada')));
  });
});
