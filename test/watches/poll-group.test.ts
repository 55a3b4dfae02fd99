import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { sampleRequest } from '../storage/sample-request.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, ben, group, samplePost } from './fakes/numbers.ts';

describe('a round of reading a group', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
    await world.watch(ada);
    await world.watch(ben);
  });
  afterEach(() => world.bench.dispose());

  it('shows a post to all but who posted it by Kickoff, whatever address it is from', async () => {
    const created = { conversationId: 'c1', threadId: 't1', postId: 'p1' };
    const target = { typedGroup: group.name, group };
    await world.storage.ledger.accept(
      sampleRequest({ author: ada, target, state: 'created', created }),
      'here',
    );
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await world.pollNow();
    await world.tellNow();
    assert.deepEqual(
      world.state.shown.map(({ watcher }) => watcher.objectId),
      [ben.objectId],
    );
  });

  for (const code of ['GRAPH_THROTTLED', 'GRAPH_UNREACHABLE', 'LOOK_TOO_LARGE'] as const) {
    it(`asks once, not once for each watcher, where the answer is the same for all (${code})`, async () => {
      for (const { objectId } of [ada, ben]) world.state.refuses.set(objectId, new CodedError(code));
      await world.pollNow();
      assert.equal(world.state.reads, 1);
    });
  }
});
