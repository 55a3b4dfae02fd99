import assert from 'node:assert/strict';
import sinon from 'sinon';
import { startBot, type Bot } from './start-bot.ts';

/** Slash commands, over HTTP: answered so that only their author sees it, or in the own chat. */
describe('slash commands', function () {
  this.timeout(20_000);
  let bot: Bot;
  const start = async (setting: 'on' | 'off') => {
    bot = await startBot(() => ({ SLASH_COMMANDS: setting }));
    await bot.signIn('Ada');
    bot.sandbox.graph.mailboxes.createConversation(bot.group('Finance').id, {
      topic: 'Open',
      post: {
        sender: { name: 'Ben', address: 'ben@contoso.com' },
        body: { contentType: 'text', content: 'x' },
      },
    });
  };
  afterEach(() => bot.stop());

  const textOf = (shown: unknown) => JSON.stringify(shown).replaceAll(/[\u2060\u2066-\u2069]/g, '');
  const seen = (name: string, chat: string) => bot.client(name).messages(chat);
  const last = (name: string, chat: string) => seen(name, chat).at(-1);
  const personal = () => textOf(bot.chat('Ada').at(-1));
  const say = (chat: string, text: string, name = 'Ada') => bot.client(name).send(chat, text);

  for (const chat of ['Launch', 'Month end']) {
    it(`are answered where they are said, and only their author sees it: ${chat}`, async () => {
      await start('on');
      const before = textOf(seen('Ben', chat));
      for (const [text, answer] of [
        ['/recent Finance', /Open/],
        ['/groups', /Finance/],
        ['/whoami', /Ada Vance/],
        ['/pending', /Nothing of yours is waiting/],
        ['/use Finance', /From now on.*Finance/],
        ['/start "Said quietly": The text', /Conversation started.*Said quietly/],
      ] as const) {
        await say(chat, text);
        assert.match(textOf(last('Ada', chat)), answer, text);
        assert.equal(last('Ada', chat)?.onlyMe, true, text);
      }
      assert.equal(textOf(seen('Ben', chat)), before);
      assert.equal(bot.mail()[0]?.topic, 'Said quietly');
    });

    it(`lead to private answers by every button: ${chat}`, async () => {
      await start('on');
      const before = textOf(seen('Ben', chat));
      await say(chat, '/recent Finance');
      const list = last('Ada', chat);
      await bot.client('Ada').press(list?.id ?? '', 'Reply');
      const form = last('Ada', chat);
      assert.equal(form?.onlyMe, true);
      const opened = await bot.client('Ada').press(form?.id ?? '', 'Fill in');
      assert.equal(opened.kind, 'task');
      await bot.client('Ada').dialogs.submit('Post to the group', { body: 'A quiet answer' });
      assert.match(textOf(last('Ada', chat)), /accepted your reply|Reply sent/);
      assert.equal(last('Ada', chat)?.onlyMe, true);
      assert.equal(textOf(seen('Ben', chat)), before);
    });
  }

  it('are gone after a day', async () => {
    await start('on');
    await say('Launch', '/recent Finance');
    const count = seen('Ada', 'Launch').length;
    const { id } = last('Ada', 'Launch')!;
    const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 });
    try {
      assert.equal(seen('Ada', 'Launch').length, count - 2);
      await assert.rejects(bot.client('Ada').press(id, 'Reply'));
    } finally {
      clock.restore();
    }
  });

  it('are answered in the own chat where the service refuses, receipts included', async () => {
    await start('on');
    bot.sandbox.channel.targetedMessages.allowed = false;
    const before = textOf(seen('Ben', 'Launch'));
    await say('Launch', '/recent Finance');
    assert.match(personal(), /Open/);
    await say('Launch', '/start "Elsewhere" in Finance: The text');
    assert.match(personal(), /Conversation started.*Elsewhere/);
    assert.doesNotMatch(textOf(seen('Ada', 'Launch')), /Conversation started/);
    assert.equal(textOf(seen('Ben', 'Launch')), before);
  });

  it('are not tried again for an hour where the service refused one, and tried again then', async () => {
    await start('on');
    bot.sandbox.channel.targetedMessages.allowed = false;
    const tried = (name: string) => {
      const { id } = bot
        .client('Ada')
        .chats()
        .find((each) => each.name === name)!;
      const chat = encodeURIComponent(id).replaceAll('.', String.raw`\.`);
      const path = new RegExp(`/${chat}[^/]*/activities`);
      return bot.traffic.count({ service: 'channel', method: 'POST', path });
    };
    await say('Launch', '/recent Finance');
    await say('Launch', '/groups');
    await say('Launch', '/recent Finance');
    assert.equal(tried('Launch'), 1);
    await say('Month end', '/groups');
    assert.equal(tried('Month end'), 1);
    bot.sandbox.channel.targetedMessages.allowed = true;
    const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 });
    try {
      await say('Launch', '/help');
      assert.equal(last('Ada', 'Launch')?.onlyMe, true);
    } finally {
      clock.restore();
    }
  });

  it('go to the own chat for what outlasts a day', async () => {
    await start('on');
    await say('Launch', '/start "Later" in Finance at "tomorrow 9:00": The text');
    assert.match(personal(), /Planned for/);
    await say('Launch', '/watch Finance');
    assert.match(personal(), /new posts in Finance/);
  });

  it('stay in the own chat while the setting is off', async () => {
    await start('off');
    await say('Launch', '/recent Finance');
    assert.match(personal(), /Open/);
    assert.deepEqual(
      seen('Ada', 'Launch').filter(({ mine }) => !mine),
      [],
    );
  });

  it('ask in private to sign in', async () => {
    await start('on');
    const before = textOf(seen('Ada', 'Launch'));
    await say('Launch', '/recent Finance', 'Ben');
    const line = seen('Ben', 'Launch').findLast(({ mine }) => !mine);
    assert.equal(line?.onlyMe, true);
    assert.match(line?.text ?? '', /Press “Sign in” in our own chat/);
    assert.equal(textOf(seen('Ada', 'Launch')), before);
  });
});
