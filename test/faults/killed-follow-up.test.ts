import assert from 'node:assert/strict';
import type { Fault } from '../../src/sandbox/server/faults.ts';
import type { MessageView } from '../../src/sandbox/client/message-view.ts';
import { about, says, settlingChat } from '../e2e/settling-chat.ts';
import { eventually, startWorld, type World } from '../e2e/start-world.ts';

describe('a process that is killed after a conversation was created', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await startWorld({ settings: { LOG_LEVEL: 'error', HOLD_TIME: '2s', POST_DEADLINE: '1s' } });
    for (const name of ['Ada', 'Ben']) await world.client(name).open('personal');
    await settlingChat(world, 'Ada', 'personal').start('Signed in');
    await settlingChat(world, 'Ada', 'personal').receipt('Signed in', 'Conversation started');
  });
  after(() => world.stop());

  const messages = (name: string, ...texts: string[]): MessageView[] =>
    world
      .client(name)
      .messages('personal')
      .filter((message) => texts.every((text) => says(message, text)));

  /** Posts to Finance, whose other member is Ben, and has the members told; the fault comes after the form. */
  async function post(topic: string, fault?: Fault): Promise<() => void> {
    const ada = world.client('Ada');
    await ada.send('personal', `start "${topic}" in Finance`);
    const form = await eventually('the form', () => messages('Ada', topic, 'Post to the group').at(-1));
    const typed = { groupId: world.group('Finance').id, topic, body: `About ${topic}`, people: '' };
    const mend = fault === undefined ? () => {} : world.sandbox.faults.add(fault);
    // Whoever is killed answers nothing.
    void ada.press(form.id, 'Post to the group', { ...typed, tellMembers: 'true' }).catch(() => {});
    await eventually('the post', () => about(world, topic).length === 1);
    return mend;
  }

  const told = (topic: string) =>
    eventually('the report', () => messages('Ada', topic, 'Everybody has been told').at(-1), 30_000);

  /** How often a topic is named in the list of what Ada watches. */
  async function watched(topic: string): Promise<number> {
    const { length } = messages('Ada');
    await world.client('Ada').send('personal', 'watching');
    // The command itself is one of them.
    const list = await eventually('the list', () =>
      messages('Ada')
        .slice(length + 1)
        .at(-1),
    );
    return JSON.stringify(list.cards[0]?.['body']).split(`${topic} (Finance)`).length - 1;
  }

  /** One conversation, one receipt, one watch, one message to Ben, one report: also when time has gone by. */
  async function followedOnce(topic: string): Promise<void> {
    await told(topic);
    const receipts = () => messages('Ada', topic, 'Conversation started');
    await eventually('the receipt', () => receipts().length === 1, 20_000);
    await eventually('the watch', async () => (await watched(topic)) === 1);
    const later = `Later, ${world.conversations('Finance').length}`;
    await post(later);
    await told(later);
    assert.deepEqual([about(world, topic).length, receipts().length], [1, 1]);
    assert.equal(await watched(topic), 1);
    assert.equal(messages('Ben', `started “${topic}”`).length, 1);
    assert.equal(messages('Ada', topic, 'the members of Finance').length, 1);
  }

  it('and before its author is shown so: the next one has it watched and the members told, once', async () => {
    const topic = 'Killed at its receipt';
    const mend = await post(topic, { service: 'channel', when: 'before', outcome: 'hang' });
    await eventually('its receipt on the way', () =>
      world.traffic
        .list({ service: 'channel' })
        .some(({ requestBody }) => JSON.stringify(requestBody ?? '').includes('Conversation started')),
    );
    await world.restartBot('SIGKILL');
    mend();
    await followedOnce(topic);
  });

  it('and between telling the members and watching: the next one has it watched, and nobody is told twice', async () => {
    const topic = 'Killed in between';
    const mend = await post(topic, {
      ...{ service: 'graph', method: 'GET', path: /\/me$/ },
      ...{ when: 'before', outcome: 'hang' },
    });
    await told(topic);
    assert.equal(await watched(topic), 0);
    await world.restartBot('SIGKILL');
    mend();
    await followedOnce(topic);
  });
});
