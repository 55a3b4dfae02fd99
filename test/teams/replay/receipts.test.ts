import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { createPerson, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** The post is one thing, showing it another: whatever the channel does, the mailbox holds one conversation. */
describe('receipts that the channel does not take', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    // Said in the background, and no message of what follows.
    await eventually('the word of it', () =>
      bot.chat('Ada').some(({ text }) => /signed in/.test(text ?? '')),
    );
    bot.traffic.clear();
  });
  afterEach(() => bot.stop());

  const inputs = () => ({ groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' });
  const sent = (method: string) => bot.traffic.count({ service: 'channel', method });
  const posted = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });

  it('a form that was deleted meanwhile: the receipt comes as a new card', async () => {
    const form = await ada.say('start');
    const message = bot.chat('Ada').find(({ id }) => id === form.messageId)!;
    bot.sandbox.channel.messages.change(message, { deleted: true, attachments: [] });
    await ada.post(form, inputs());
    assert.match(ada.newest().text, /Conversation started/);
    assert.notEqual(ada.newest().messageId, form.messageId);
    assert.equal(posted(), 1);
  });

  for (const kind of ['blocked', 'not installed'] as const) {
    it(`${kind}: posted once, tried once, and the turn is over`, async () => {
      const { installations } = bot.sandbox.channel;
      const { id } = bot.person('Ada');
      if (kind === 'blocked') installations.block(id);
      else installations.uninstall(id);
      const command = bot.activities.message(bot.person('Ada'), 'start "Topic" in Finance: The text');
      assert.equal((await bot.deliver(command)).status, 200);
      assert.equal((await bot.deliver(command)).status, 200);
      assert.deepEqual([bot.mail().length, posted(), sent('POST')], [1, 1, 1]);
    });
  }

  it('a receipt whose answer was lost is not sent a second time in its turn', async () => {
    bot.sandbox.faults.add({
      service: 'channel',
      method: 'POST',
      path: /activities$/,
      when: 'after',
      times: 1,
      outcome: { status: 504 },
    });
    await ada.say('start "Topic" in Finance: The text');
    assert.deepEqual([bot.mail().length, posted(), sent('POST')], [1, 1, 1]);
  });

  it('a press whose receipt cannot be put into the chat is answered with it', async () => {
    const form = await ada.say('start');
    bot.sandbox.faults.add({ service: 'channel', method: 'PUT', when: 'before', outcome: { status: 500 } });
    const answer = await ada.post(form, inputs());
    assert.match(answer.text, /Conversation started/);
    assert.deepEqual([bot.mail().length, posted()], [1, 1]);
  });

  it('a wait is told in the time of the person’s client', async () => {
    bot.sandbox.faults.add({
      service: 'graph',
      method: 'POST',
      when: 'before',
      outcome: { status: 429, headers: { 'retry-after': '600' } },
    });
    const { text } = await ada.say('start "Topic" in Finance: The text', { localTimezone: 'Asia/Tokyo' });
    assert.match(text, /Waiting for Microsoft 365/);
    assert.match(text, /I try again at .*GMT\+9/);
    assert.deepEqual(bot.mail(), []);
  });
});
