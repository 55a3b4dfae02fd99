import assert from 'node:assert/strict';
import { coded, createWorld, wish } from './fakes/world.ts';

describe('what Graph forbids about a group', () => {
  it('names the group when its mail may not be read', async () => {
    const { state, conversations, rows, settled } = createWorld();
    state.outcomes = [{ kind: 'unknown', error: coded('OUTCOME_UNKNOWN') }];
    state.looks = [{ kind: 'incomplete', error: coded('READING_NOT_ALLOWED') }];
    const { request } = await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 3_000);
    await conversations.workDue();
    await settled();
    assert.equal(rows.get(request.id)?.state, 'unknown');
    assert.deepEqual(rows.get(request.id)?.reason, {
      code: 'READING_NOT_ALLOWED',
      details: { group: 'Finance' },
    });
  });

  it('names the group when its conversations may not be listed', async () => {
    const { state, conversations, rows } = createWorld();
    state.conversations = new Proxy([], {
      get: () => {
        throw coded('READING_NOT_ALLOWED');
      },
    });
    const { request } = await conversations.start(wish({ kind: 'thread', typedConversation: 'Budget' }));
    assert.equal(rows.get(request.id)?.state, 'refused');
    assert.equal(rows.get(request.id)?.reason?.details?.['group'], 'Finance');
    assert.equal(state.posted.length, 0);
  });
});
