import assert from 'node:assert/strict';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { ada, samplePost } from './fakes/numbers.ts';

const hour = 3_600_000;

describe('watching on a machine whose clock is wrong', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld({ now: new Date('2026-11-20T12:00:00.700Z') });
  });
  afterEach(() => world.bench.dispose());

  const arrive = (postId: string, receivedAt: Date) =>
    void world.state.posts.push(samplePost({ postId, receivedAt }));
  const shown = async () => {
    await world.pollNow();
    await world.tellNow();
    return world.state.shown.flatMap((notice) =>
      notice.kind === 'posts' ? notice.conversation.posts.map(({ postId }) => postId) : [],
    );
  };

  for (const skew of [-hour, hour]) {
    it(`begins when it was asked for by Graph's time (${skew / hour} h)`, async () => {
      world.state.skew = skew;
      arrive('before', new Date(world.state.now.getTime() - 60_000));
      await world.watch(ada);
      world.later(5_000);
      arrive('after', world.state.now);
      assert.deepEqual(await shown(), ['after']);
    });
  }

  it('is told of a post of the same second, as Graph dates posts by whole seconds', async () => {
    await world.watch(ada);
    arrive('same second', new Date('2026-11-20T12:00:00.000Z'));
    assert.deepEqual(await shown(), ['same second']);
  });
});
