import assert from 'node:assert/strict';
import { listRecent } from '../../src/conversations/list-recent.ts';
import type { Directory } from '../../src/conversations/ports/directory.ts';
import { coded, createWorld, finance, wish } from './fakes/world.ts';

const budget = { id: 'c-budget', topic: 'Budget' };
const reply = (differences: Parameters<typeof wish>[0] = {}) =>
  wish({ kind: 'reply', typedConversation: 'budget', topic: '', ...differences });

describe('a reply that names its conversation', () => {
  it('goes to the newest thread of the conversation', async () => {
    const { conversations, state } = createWorld();
    state.conversations = [budget];
    state.threads = {
      'c-budget': [
        { id: 't-new', topic: 'Budget' },
        { id: 't-old', topic: 'Budget' },
      ],
    };
    const { request } = await conversations.start(reply());
    assert.equal(request.state, 'created');
    assert.deepEqual(
      state.posted.map((posting) => posting.kind === 'reply' && [posting.threadId, posting.groupId]),
      [['t-new', finance.id]],
    );
    assert.deepEqual(request.target.conversation, budget);
  });

  it('is refused when no conversation or several are called so, and when it has no thread', async () => {
    const { conversations, state } = createWorld();
    const refused = async (sourceKey: string) =>
      (await conversations.start(reply({ sourceKey }))).request.reason;
    assert.equal((await refused('1'))?.code, 'CONVERSATION_NOT_FOUND');
    state.conversations = [budget, { ...budget, id: 'c-other' }];
    assert.equal((await refused('2'))?.code, 'CONVERSATION_AMBIGUOUS');
    state.conversations = [budget];
    assert.equal((await refused('3'))?.code, 'CONVERSATION_NOT_FOUND');
    assert.deepEqual(state.posted, []);
  });

  it('looks nothing up when the thread is known', async () => {
    const { conversations, state } = createWorld();
    const { typedConversation: _, ...content } = reply().content;
    await conversations.start({ ...reply(), content: { ...content, threadId: 't-known' } });
    assert.deepEqual(
      state.posted.map((posting) => posting.kind === 'reply' && posting.threadId),
      ['t-known'],
    );
  });
});

describe('listRecent', () => {
  const groups = Array.from({ length: 23 }, (_, index) => ({
    ...finance,
    id: `g${index}`,
    name: `Group ${index}`,
  }));
  const directoryOf = (read: (groupId: string) => { minute: number }[]): Directory =>
    ({
      ownGroups: async () => groups,
      conversations: async (_: string, groupId: string, limit: number) =>
        read(groupId)
          .slice(0, limit)
          .map(({ minute }) => ({
            id: `${groupId}-${minute}`,
            topic: 'T',
            lastDelivered: new Date(minute * 60_000),
          })),
    }) as unknown as Directory;

  it('reads a bounded number of groups and puts the newest first', async () => {
    const list = await listRecent(
      directoryOf((id) => [{ minute: Number(id.slice(1)) }, { minute: 100 - Number(id.slice(1)) }]),
      'token',
    );
    assert.deepEqual([list.items.length, list.read, list.all, list.unreadable], [25, 20, 23, 0]);
    assert.deepEqual(
      list.items.slice(0, 3).map(({ conversation }) => conversation?.id),
      ['g0-100', 'g1-99', 'g2-98'],
    );
  });

  it('goes without groups that cannot be read, but not without all, and not without a sign-in', async () => {
    const refused = coded('PERMISSION_MISSING');
    const some = await listRecent(
      directoryOf((id) => {
        if (id === 'g3') throw refused;
        return [{ minute: 1 }];
      }),
      'token',
    );
    assert.deepEqual([some.items.length, some.unreadable], [19, 1]);
    const none = listRecent(
      directoryOf(() => {
        throw refused;
      }),
      'token',
    );
    await assert.rejects(none, refused);
    const ended = coded('SIGN_IN_EXPIRED');
    const expired = listRecent(
      directoryOf((id) => {
        if (id === 'g5') throw ended;
        return [];
      }),
      'token',
    );
    await assert.rejects(expired, ended);
  });
});
