import assert from 'node:assert/strict';
import { about, postsAbout, settlingChat } from '../e2e/settling-chat.ts';
import { eventually, startWorld, type World } from '../e2e/start-world.ts';

describe('stopping while Microsoft 365 does not answer', function () {
  this.timeout(40_000);
  let world: World;

  before(async () => (world = await startWorld({ settings: { SETTLE_SCHEDULE: '300ms,900ms' } })));
  after(() => world.stop());

  it('ends within 12 s, and the next process settles what was left', async () => {
    const ada = settlingChat(world, 'Ada', 'personal');
    await ada.client.open('personal');
    const turns = [];
    for (const when of ['before', 'after'] as const) {
      world.sandbox.faults.add({
        ...{ service: 'graph', method: 'POST', times: 1 },
        ...{ when, outcome: 'hang' },
      });
      turns.push(ada.start(`Hanging ${when}`));
      await eventually('the POST', () => postsAbout(world, `Hanging ${when}`) === 1);
    }
    for (const { delivery } of await Promise.all(turns)) assert.equal(delivery?.status, 200);
    for (const when of ['before', 'after']) await ada.receipt(`Hanging ${when}`, 'Posting…');
    const { code, took } = await world.restartBot('SIGTERM');
    assert.equal(code, 0);
    assert.ok(took < 12_000, `${took} ms`);
    await ada.receipt('Hanging after', 'Conversation started');
    assert.equal(about(world, 'Hanging after').length, 1);
    const open = await ada.receipt('Hanging before', 'I could not find it');
    await ada.press(open, 'Send again');
    await ada.receipt('Hanging before', 'Conversation started');
    assert.equal(about(world, 'Hanging before').length, 1);
    assert.deepEqual([postsAbout(world, 'Hanging after'), postsAbout(world, 'Hanging before')], [1, 2]);
  });
});
