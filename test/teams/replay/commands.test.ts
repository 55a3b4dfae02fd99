import assert from 'node:assert/strict';
import sinon from 'sinon';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

interface Shared {
  channel: string;
  rootId: string;
  type?: string;
}

/** The commands that list, refer and reply, through the real adapter, in every kind of chat. */
describe('commands', function () {
  this.timeout(20_000);
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  afterEach(() => bot.stop());

  /** What happens now, so many minutes ago: mailboxes count in seconds. */
  function earlier<Answer>(minutes: number, happen: () => Answer): Answer {
    const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() - minutes * 60_000 });
    try {
      return happen();
    } finally {
      clock.restore();
    }
  }

  /** A post that somebody wrote in Outlook. */
  function postBy(name: string, content: string) {
    const { displayName, mail: address } = bot.person(name);
    return { sender: { name: displayName, address }, body: { contentType: 'text', content } } as const;
  }

  const begin = (group: string, topic: string, text: string, minutesAgo = 0) =>
    earlier(minutesAgo, () =>
      bot.sandbox.graph.mailboxes.createConversation(bot.group(group).id, {
        topic,
        post: postBy('Ben', text),
      }),
    );

  const texts = (group: string, topic: string) =>
    bot
      .conversations(group)
      .filter((each) => each.topic === topic)
      .flatMap(({ threads }) => threads.flatMap(({ posts }) => posts.map(({ body }) => body.content)));
  const posts = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });
  const valid = (shown: ShownCard): ShownCard => {
    checkCard(shown.card);
    checkCardSchema(shown.card);
    return shown;
  };
  const action = (shown: ShownCard, verb: string, nth = 0) =>
    everything(shown.card).filter((each) => each['type'] === 'Action.Execute' && each['verb'] === verb)[
      nth
    ]?.['data'] as Record<string, unknown>;
  const press = (person: PersonAtBot, shown: ShownCard, verb: string, nth = 0) =>
    person.execute(verb, action(shown, verb, nth), shown.messageId);
  const tell = (text: string) => bot.deliver(bot.activities.message(bot.person('Ada'), text));
  const lastText = (name: string) =>
    bot
      .chat(name)
      .at(-1)
      ?.text.replaceAll(/[\u2060\u2068\u2069]/g, '') ?? '';
  /** A group chat looks to the bot like the channel's thread, but for its type. */
  const mention = (where: Shared, text: string, name = 'Ada') => {
    const said = bot.activities.mention(bot.person(name), where, text);
    const conversation = { ...(said['conversation'] as object), conversationType: where.type ?? 'channel' };
    return bot.deliver({ ...said, conversation });
  };
  const inChannel = (where: { channel: string }) =>
    bot.sandbox.channel.messages.list(where.channel).filter(({ from }) => from.kind === 'bot');

  describe('recent, groups and numbers', () => {
    it('lists a group’s conversations, newest first, with what can be done about each', async () => {
      for (const topic of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'])
        begin('Finance', topic, `The words of ${topic}`);
      const list = valid(await ada.say('recent Finance'));
      assert.match(list.text, /#1 .*Seven.*The words of Seven.*#5 .*Three/s);
      assert.doesNotMatch(list.text, /#6/);
      const buttons = everything(list.card).filter(
        ({ type }) => type === 'Action.Execute' || type === 'Action.OpenUrl',
      );
      assert.equal(buttons.filter(({ mode }) => mode !== 'secondary').length, 6);
      assert.ok(buttons.some(({ url }) => String(url).includes('/mail/group/contoso.com/finance/')));

      const more = await press(ada, list, 'list.more');
      valid(more);
      assert.match(more.text, /#6 .*Two.*#7 .*One/s);
      assert.equal(action(more, 'list.more'), undefined);

      await ada.say('reply #6: An answer to two');
      assert.deepEqual(texts('Finance', 'Two').length, 2);
      assert.match(ada.newest().text, /Two/);
    });

    it('lists what is new in all groups, and says which group', async () => {
      begin('Finance', 'Older', 'a', 5);
      begin('Finance Leadership', 'Newer', 'b');
      const list = valid(await ada.say('recent'));
      assert.match(list.text, /Newer.*Finance Leadership.*Older.*Finance/s);
      await ada.say('thread "Numbers" in #1: First words');
      const [newer] = bot.conversations('Finance Leadership');
      assert.deepEqual(
        newer?.threads.map(({ topic }) => topic),
        ['Newer', 'Numbers'],
      );
    });

    it('lists the person’s groups; their numbers stand for groups', async () => {
      const list = valid(await ada.say('groups'));
      const number =
        /#(\d) [^#]*?"Finance"/s.exec(list.text)?.[1] ?? /#(\d) "[^#]*Finance"/s.exec(list.text)?.[1];
      assert.ok(number !== undefined, list.text);
      await ada.say(`start "By number" in #${number}: text`);
      assert.deepEqual(texts('Finance', 'By number').length, 1);
      const refused = await ada.say(`reply #${number}: text of a reply`);
      assert.match(refused.text, /is a group/);
      assert.match(refused.text, /text of a reply/);

      const form = (await press(ada, list, 'group.start', Number(number) - 1)) && ada.newest();
      assert.match(form.text, /Finance \(finance@contoso\.com\)/);
      await press(ada, list, 'group.recent', Number(number) - 1);
      assert.match(ada.newest().text, /By number/);
      await press(ada, list, 'group.use', Number(number) - 1);
      assert.match(lastText('Ada'), /goes to Finance/);
    });

    it('says so when a number stands for nothing, and keeps the text', async () => {
      const none = await ada.say('reply #2: Some words');
      assert.match(none.text, /no list of the last hour/);
      assert.match(none.text, /Some words/);
      begin('Finance', 'One', 'x');
      await ada.say('recent Finance');
      const wrong = await ada.say('start "T" in #7: Other words');
      assert.match(wrong.text, /There is no #7 in your last list, which ends with #1/);
      assert.match(wrong.text, /Other words/);
      await tell('recent #9');
      assert.match(lastText('Ada'), /no #9/);
      assert.deepEqual(bot.mail().length, 1);
    });

    it('forgets a list after an hour', async () => {
      for (const topic of ['1', '2', '3', '4', '5', '6']) begin('Finance', topic, 'x');
      const list = await ada.say('recent Finance');
      const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 });
      try {
        const late = await ada.say('reply #1: Too late');
        assert.match(late.text, /no list of the last hour/);
        assert.match(late.text, /Too late/);
        assert.match((await press(ada, list, 'list.more')).text, /older than an hour/);
      } finally {
        clock.restore();
      }
    });

    it('refuses a number whose conversation or group has vanished, and keeps the text', async () => {
      const { conversation } = begin('Finance', 'Gone', 'x');
      begin('Project Aurora', 'There', 'x');
      await ada.say('recent Finance');
      bot.sandbox.graph.mailboxes.remove(bot.group('Finance').id, conversation.id);
      const refused = await ada.say('reply #1: The text');
      assert.match(refused.text, /The conversation that you chose is not among the newest/);
      assert.match(refused.text, /The text/);

      await ada.say('recent "Project Aurora"');
      const { groups } = bot.sandbox.tenant;
      const at = groups.findIndex(({ displayName }) => displayName === 'Project Aurora');
      const [aurora] = groups.splice(at, 1);
      const unknown = await ada.say('reply #1: Another text');
      groups.splice(at, 0, aurora!);
      assert.match(unknown.text, /no group called|could not be found/);
      assert.match(unknown.text, /Another text/);
      assert.equal(posts(), 0);
    });

    it('offers the groups that may have been meant', async () => {
      const list = valid(await ada.say('recent Financ'));
      assert.match(list.text, /No group is called exactly “Financ”/);
      assert.match(list.text, /Finance Leadership/);
      await tell('recent Nowhere');
      assert.match(lastText('Ada'), /no group called “Nowhere”/);
      await ada.say('recent Finance');
      assert.match(lastText('Ada'), /no conversation in Finance yet/);
    });

    it('says how many groups could not be read', async () => {
      begin('Finance', 'Read', 'x');
      const path = new RegExp(`${bot.group('Finance Leadership').id}/conversations`);
      bot.sandbox.faults.add({ service: 'graph', when: 'before', times: 1, outcome: { status: 403 }, path });
      assert.match((await ada.say('recent')).text, /Groups that I could not read: 1.*Read/s);
    });
  });

  describe('reply', () => {
    it('posts to the newest thread of the conversation with that topic, once', async () => {
      const { conversation, thread } = begin('Finance', 'Budget', 'The plan', 5);
      bot.sandbox.graph.mailboxes.createThread(bot.group('Finance').id, conversation, {
        topic: 'Budget',
        post: postBy('Ben', 'Later'),
      });
      const activity = bot.activities.message(bot.person('Ada'), 'reply to budget in Finance: I agree');
      await Promise.all([bot.deliver(activity), bot.deliver(activity)]);
      await bot.restart();
      await bot.deliver(activity);
      const edited = { ...activity, type: 'messageUpdate', text: 'reply to budget in Finance: I disagree' };
      await bot.deliver(edited);
      assert.deepEqual(
        conversation.threads.map((each) => each.posts.length),
        [1, 2],
      );
      assert.equal(thread.posts.length, 1);
      assert.equal(posts(), 1);
      assert.match(ada.newest().text, /Budget/);
    });

    it('is not posted again when its list has changed before the message comes again', async () => {
      begin('Finance', 'First', 'x');
      await ada.say('recent Finance');
      const activity = bot.activities.message(bot.person('Ada'), 'reply #1: once');
      await bot.deliver(activity);
      begin('Finance', 'Second', 'y');
      await ada.say('recent Finance');
      const shown = bot.chat('Ada').length;
      await bot.deliver(activity);
      assert.equal(bot.chat('Ada').length, shown);
      assert.deepEqual([texts('Finance', 'First').length, texts('Finance', 'Second').length], [2, 1]);
    });

    it('shows what it answers first when there is no text', async () => {
      begin('Finance', 'Budget', 'These are the last words');
      await ada.say('recent Finance');
      for (const text of ['reply #1', 'reply "Budget" in Finance', 'reply #1 Half a reply']) {
        const form = valid(await ada.say(text));
        assert.match(form.text, /To “Budget” in Finance/);
        assert.match(form.text, /These are the last words/);
      }
      assert.match(ada.newest().text, /Half a reply/);
      const list = await ada.say('recent Finance');
      await press(ada, list, 'conversation.reply');
      const form = ada.newest();
      const receipt = await ada.post(form, { body: 'From the form', people: '' });
      assert.match(receipt.text, /Budget/);
      assert.equal(texts('Finance', 'Budget').length, 2);
      await press(ada, list, 'conversation.thread');
      assert.match(ada.newest().text, /Start a thread.*Budget/s);
    });

    it('asks which conversation is meant, with the text kept', async () => {
      begin('Finance', 'Weekly', 'The first week');
      begin('Finance', 'Weekly', 'The second week');
      const form = valid(await ada.say('reply "Weekly" in Finance: My words'));
      assert.match(form.text, /Several conversations in Finance are called “Weekly”/);
      assert.match(form.text, /The first week/);
      assert.match(form.text, /My words/);
      const choices = everything(form.card).find(({ id }) => id === 'conversationId')?.['choices'] as {
        title: string;
        value: string;
      }[];
      const first = choices.find(({ title }) => title.includes('The first week'));
      const receipt = await ada.post(form, { ...inputs(form), conversationId: first?.value });
      assert.match(receipt.text, /Weekly/);
      assert.deepEqual(texts('Finance', 'Weekly').length, 3);
    });

    it('asks for what is missing', async () => {
      const form = await ada.say('reply: Words');
      assert.match(form.text, /The conversation is missing here: reply➜: Words/);
      assert.match(form.text, /Input\.ChoiceSet.*groupId/s);
      const missing = await ada.post(form, { groupId: bot.group('Finance').id, body: 'Words', people: '' });
      assert.match(missing.text, /No conversation was named/);
    });
  });

  describe('use', () => {
    it('makes a group the one that a chat posts to, until it is forgotten', async () => {
      await tell('use');
      assert.match(lastText('Ada'), /uses no group yet.*use "Finance"/);
      const missing = await ada.say('start "Topic": text');
      assert.match(missing.text, /The group is missing here/);
      await tell('use "Finance"');
      assert.match(lastText('Ada'), /goes to Finance/);
      await tell('use');
      assert.match(lastText('Ada'), /goes to Finance/);
      const receipt = await ada.say('start "Topic": text');
      assert.match(receipt.text, /Conversation started.*Finance/s);
      assert.equal(texts('Finance', 'Topic').length, 1);
      const elsewhere = await ada.say('start Budget: next in Legal: text');
      assert.match(elsewhere.text, /conversation\.post/);
      await ada.say('recent');
      assert.match(ada.newest().text, /Topic/);
      await ada.say('reply "Topic": an answer');
      assert.equal(texts('Finance', 'Topic').length, 2);
      await tell('use nothing');
      assert.match(lastText('Ada'), /no group any more/);
      assert.match((await ada.say('start "Other": text')).text, /The group is missing here/);
      await tell('use Financ');
      assert.match(ada.newest().text, /No group is called exactly/);
    });

    it('is said to everybody in a channel, and counts for its threads', async () => {
      const where = bot.beginThread('Ada');
      await mention(where, 'use "Finance"');
      const [said] = inChannel(where);
      assert.match(said!.text, /Ada Vance.* has chosen.*Finance/);
      const another = bot.beginThread('Ada');
      await mention(another, 'start "In a channel": text');
      assert.equal(texts('Finance', 'In a channel').length, 1);
      await tell('use');
      assert.match(lastText('Ada'), /uses no group yet/);
    });
  });

  describe('among others', () => {
    const places: [name: string, where: () => Shared][] = [
      ['a channel', () => bot.beginThread('Ada')],
      ['a group chat', () => ({ ...bot.beginThread('Ada'), type: 'groupChat' })],
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
        assert.match(ada.newest().text, /Secret/);
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
        assert.match(ada.newest().text, /You watch nothing/);
        await mention(where, 'recnet');
        assert.match(inChannel(where).at(-1)!.text, /recent/);
      });
    }

    it('keeps what a slash command asks between the two of them', async () => {
      begin('Finance', 'Open', 'x');
      const where = bot.beginThread('Ada');
      const said = bot.activities.mention(bot.person('Ada'), where, 'recent Finance');
      const recipient = { ...(said['recipient'] as object), isTargeted: true };
      await bot.deliver({ ...said, text: '/recent Finance', recipient });
      assert.deepEqual(inChannel(where), []);
      assert.match(ada.newest().text, /Open/);
      const use = bot.activities.mention(bot.person('Ada'), where, 'use Finance');
      await bot.deliver({ ...use, recipient });
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
      ['use Finance', /goes to .?Finance/],
    ];
    for (const [text, answer] of commands) {
      it(`asks first and then goes on: ${text}`, async () => {
        begin('Finance', 'Open', 'x');
        await bot.deliver(bot.activities.message(bot.person('Ben'), text));
        const { content } = bot.chat('Ben').at(-1)!.attachments[0]! as {
          content: { tokenExchangeResource: { id: string } };
        };
        const token = await bot.sandbox.entra.issueSsoToken(bot.person('Ben').id);
        const value = { id: content.tokenExchangeResource.id, connectionName: '', token };
        const exchange = bot.activities.invoke(bot.person('Ben'), 'signin/tokenExchange', value);
        // Every client of the person sends it.
        await Promise.all([bot.deliver(exchange), bot.deliver(exchange)]);
        const shown = () => bot.chat('Ben').filter((each) => answer.test(readable(each)));
        await eventually('the answer', () => shown().length > 0);
        assert.equal(shown().length, 1);
      });
    }

    it('posts a reply by topic after the sign-in', async () => {
      begin('Finance', 'Open', 'x');
      await bot.deliver(bot.activities.message(bot.person('Ben'), 'reply "Open" in Finance: words of Ben'));
      assert.equal(texts('Finance', 'Open').length, 1);
      await bot.signIn('Ben');
      await eventually('the reply', () => texts('Finance', 'Open').length === 2);
      assert.equal(posts(), 1);
    });
  });

  function inputs(form: ShownCard): Record<string, unknown> {
    const all = everything(form.card).filter(({ type }) => String(type).startsWith('Input.'));
    return Object.fromEntries(all.map(({ id, value }) => [id, value ?? '']));
  }

  function readable(message: unknown): string {
    return JSON.stringify(message).replaceAll(/[\u2060\u2068\u2069]/g, '');
  }

  it('says where a mistake is', async () => {
    const form = await ada.say('start "Budget in Finance: Hello');
    assert.match(form.text, /never closed/);
    assert.match(form.text, /start \\"Budget\\" in \\"Finance\\": Hello/);
    const card: AdaptiveCard = form.card;
    checkCard(card);
  });
});
