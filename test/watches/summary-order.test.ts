import assert from 'node:assert/strict';
import { createSqliteBench, type SqliteBench } from '../storage/sqlite-bench.ts';
import { createUseCases } from './fakes/use-cases.ts';
import { ada, group, samplePost, sampleWatch } from './fakes/numbers.ts';

describe('a summary', () => {
  let bench: SqliteBench;
  beforeEach(async () => void (bench = await createSqliteBench()));
  afterEach(() => bench.dispose());

  it('begins with the conversation that heard of somebody last, in whichever order they were read', async () => {
    const world = createUseCases((await bench.open()).watches);
    await world.watches.watch({ watcher: ada, place: sampleWatch().place, group: group.id });
    const seconds = { d: 3, a: 1, c: 4, b: 2 };
    for (const [name, later] of Object.entries(seconds)) {
      const receivedAt = new Date(world.state.now.getTime() + later * 1_000);
      const ids = { postId: `p-${name}`, threadId: `t-${name}`, conversationId: name };
      world.state.posts.push(samplePost({ ...ids, topic: name, receivedAt }));
    }
    await world.poll();
    await bench.query('update notice_items set created_at = created_at - 5000 returning 1');
    await bench.query('update notice_places set due_at = 1 returning 1');
    await world.tell();
    const [notice] = world.state.shown;
    assert.ok(notice?.kind === 'summary');
    assert.deepEqual(
      notice.conversations.map(({ conversationId }) => conversationId),
      ['c', 'd', 'b', 'a'],
    );
  });
});
