import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { commandStage, type Shared } from './command-stage.ts';

/** The group that a chat uses, what others read of an answer, and what waits for a sign-in. */
describe('commands of chats and people', function () {
  this.timeout(20_000);
  const stage = commandStage();
  const { begin, texts, posts, tell, lastText, mention, inChannel, readable } = stage;

  describe('use', () => {
    it('makes a group the one that a chat posts to, until it is forgotten', async () => {
      await tell('use');
      assert.match(lastText('Ada'), /uses no group yet.*use "Finance"/);
      const missing = await stage.ada.say('start "Topic": text');
      assert.match(missing.text, /The group is missing here/);
      await tell('use "Finance"');
      assert.match(lastText('Ada'), /posts to Finance/);
      await tell('use');
      assert.match(lastText('Ada'), /posts to Finance/);
      const receipt = await stage.ada.say('start "Topic": text');
      assert.match(receipt.text, /Conversation started.*Finance/s);
      assert.equal(texts('Finance', 'Topic').length, 1);
      const elsewhere = await stage.ada.say('start Budget: next in Legal: text');
      assert.match(elsewhere.text, /conversation\.post/);
      await stage.ada.say('recent');
      assert.match(stage.ada.newest().text, /Topic/);
      await stage.ada.say('reply "Topic": an answer');
      assert.equal(texts('Finance', 'Topic').length, 2);
      await tell('use nothing');
      assert.match(lastText('Ada'), /no group any more/);
      assert.match((await stage.ada.say('start "Other": text')).text, /The group is missing here/);
      await tell('use Financ');
      assert.match(stage.ada.newest().text, /No group is called exactly/);
    });

    it('is said to everybody in a channel, and counts for its threads', async () => {
      const where = stage.bot.beginThread('Ada');
      await mention(where, 'use "Finance"');
      const [said] = inChannel(where);
      assert.match(said!.text, /Ada Vance.* has chosen.*Finance/);
      const another = stage.bot.beginThread('Ada');
      await mention(another, 'start "In a channel": text');
      assert.equal(texts('Finance', 'In a channel').length, 1);
      await tell('use');
      assert.match(lastText('Ada'), /uses no group yet/);
    });
  });

  describe('among others', () => {
    const places: [name: string, where: () => Shared][] = [
      ['a channel', () => stage.bot.beginThread('Ada')],
      ['a group chat', () => ({ ...stage.bot.beginThread('Ada'), type: 'groupChat' })],
    ];
    for (const [name, whereOf] of places) {
      it(`shows the person’s groups and what is new in all of them only to them: ${name}`, async () => {
        begin('Finance', 'Secret', 'x');
        const where = whereOf();
        for (const command of ['groups', 'recent']) {
          await mention(where, command);
          assert.match(inChannel(where).at(-1)!.text, /sent the list to our own chat/);
          assert.doesNotMatch(JSON.stringify(inChannel(where)), /Secret|Finance/);
        }
        assert.match(stage.ada.newest().text, /Secret/);
        await mention(where, 'reply #1: From the channel');
        assert.equal(texts('Finance', 'Secret').length, 2);
        assert.match(JSON.stringify(inChannel(where).at(-1)), /Secret/);
      });

      it(`lists the group that is named there: ${name}`, async () => {
        begin('Finance', 'Open', 'x');
        const where = whereOf();
        await mention(where, 'recent "Finance"');
        const [list] = inChannel(where);
        assert.match(JSON.stringify(list), /Open/);
        // Numbers belong to whoever asked.
        await mention(where, 'reply #1: words of Ben', 'Ben');
        assert.match(JSON.stringify(inChannel(where).at(-1)), /no list of the last hour/);
      });

      it(`answers what is private in private: ${name}`, async () => {
        const where = whereOf();
        for (const command of ['pending', 'whoami', 'forget me']) {
          await mention(where, command);
          assert.match(inChannel(where).at(-1)!.text, /in our own chat/, command);
        }
        await mention(where, 'watching');
        assert.match(inChannel(where).at(-1)!.text, /only for you/);
        assert.match(stage.ada.newest().text, /You watch nothing/);
        await mention(where, 'recnet');
        assert.match(inChannel(where).at(-1)!.text, /recent/);
      });
    }

    it('keeps what a slash command asks between the two of them', async () => {
      begin('Finance', 'Open', 'x');
      const where = stage.bot.beginThread('Ada');
      const said = stage.bot.activities.mention(stage.bot.person('Ada'), where, 'recent Finance');
      const recipient = { ...(said['recipient'] as object), isTargeted: true };
      await stage.bot.deliver({ ...said, text: '/recent Finance', recipient });
      assert.deepEqual(inChannel(where), []);
      assert.match(stage.ada.newest().text, /Open/);
      const use = stage.bot.activities.mention(stage.bot.person('Ada'), where, 'use Finance');
      await stage.bot.deliver({ ...use, recipient });
      assert.deepEqual(inChannel(where), []);
      await mention(where, 'use');
      assert.match(inChannel(where).at(-1)!.text, /Finance/);
    });
  });

  describe('before a sign-in', () => {
    const commands: [text: string, answer: RegExp][] = [
      ['groups', /Groups.*Finance/s],
      ['recent', /Open/],
      ['recent Finance', /Open/],
      ['use Finance', /posts to .?Finance/],
    ];
    for (const [text, answer] of commands) {
      it(`asks first and then goes on: ${text}`, async () => {
        begin('Finance', 'Open', 'x');
        await stage.bot.deliver(stage.bot.activities.message(stage.bot.person('Ben'), text));
        const { content } = stage.bot.chat('Ben').at(-1)!.attachments[0]! as {
          content: { tokenExchangeResource: { id: string } };
        };
        const token = await stage.bot.sandbox.entra.issueSsoToken(stage.bot.person('Ben').id);
        const value = { id: content.tokenExchangeResource.id, connectionName: '', token };
        const exchange = stage.bot.activities.invoke(stage.bot.person('Ben'), 'signin/tokenExchange', value);
        // Every client of the person sends it.
        await Promise.all([stage.bot.deliver(exchange), stage.bot.deliver(exchange)]);
        const shown = () => stage.bot.chat('Ben').filter((each) => answer.test(readable(each)));
        await eventually('the answer', () => shown().length > 0);
        assert.equal(shown().length, 1);
      });
    }

    it('posts a reply by topic after the sign-in', async () => {
      begin('Finance', 'Open', 'x');
      await stage.bot.deliver(
        stage.bot.activities.message(stage.bot.person('Ben'), 'reply "Open" in Finance: words of Ben'),
      );
      assert.equal(texts('Finance', 'Open').length, 1);
      await stage.bot.signIn('Ben');
      await eventually('the reply', () => texts('Finance', 'Open').length === 2);
      assert.equal(posts(), 1);
    });
  });
});
