import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** Watching and its notices through the real adapter: what others post in Outlook comes back into Teams. */
describe('notices of watches', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot(() => ({ POLL_INTERVAL: '1s' }));
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  afterEach(() => bot.stop());

  const mailboxes = () => bot.sandbox.graph.mailboxes;
  const post = (topic: string, content: string, group = 'Finance') => {
    const { displayName: name, mail: address } = bot.person('Ben');
    return mailboxes().createConversation(bot.group(group).id, {
      topic,
      post: { sender: { name, address }, body: { contentType: 'text', content } },
    });
  };
  const dataOf = ({ card }: ShownCard, verb: string) =>
    (everything(card).find((each) => each['verb'] === verb)?.['data'] ?? {}) as Record<string, unknown>;
  const notice = (text: RegExp): Promise<ShownCard> =>
    eventually(`a notice with ${text}`, () => {
      const message = bot
        .chat('Ada')
        .findLast(({ attachments }) =>
          text.test(JSON.stringify(attachments).replaceAll(/[\u2068\u2069]/g, '')),
        );
      return message && ada.cardOf(message.id);
    });
  const lastText = (name = 'Ada') => bot.chat(name).at(-1)?.text ?? '';
  const posts = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /reply$/ });

  it('shows who, what and where, and answers in place, once', async () => {
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Finance"'));
    assert.match(lastText(), /new posts in .*Finance/);
    const { thread } = post('Budget <b>2027</b>', 'Who can **check** it?');
    const shown = await notice(/New post/);
    checkCard(shown.card);
    checkCardSchema(shown.card);
    for (const part of [/Ben Ray/, /Who can \*\*check\*\* it\?/, /Budget <b>2027<\/b>/, /Finance/])
      assert.match(shown.text, part);
    assert.match(shown.text, /mail\/group/);
    const answers = await Promise.all([
      ada.post(shown, { body: 'I can.' }),
      ada.post(shown, { body: 'I can.' }),
    ]);
    assert.ok(answers.every(({ statusCode }) => statusCode === 200));
    for (const { card, text } of answers) {
      checkCard(card);
      assert.match(text, /Who can \*\*check\*\* it\?/);
      assert.doesNotMatch(text, /Input\.Text/);
    }
    await eventually('the reply', () => thread.posts.length === 2);
    const receipts = bot
      .chat('Ada')
      .filter(({ attachments }) => /Reply sent|accepted your/.test(JSON.stringify(attachments)));
    assert.equal(receipts.length, 1);
    assert.notEqual(receipts[0]?.id, shown.messageId);
    assert.equal(thread.posts[1]?.sender.address, bot.person('Ada').mail);
    assert.equal(posts(), 1);
  });

  it('tells nobody of their own posts, and of a burst in one card', async () => {
    await ada.say('start "Mine" in Finance: Hello');
    const thread = bot.conversations('Finance')[0]?.threads[0];
    for (const word of ['one', 'two', 'three'])
      mailboxes().postAs(bot.person('Ben').id, bot.group('Finance').id, thread!.id, {
        contentType: 'text',
        content: word,
      });
    const shown = await notice(/three/);
    assert.doesNotMatch(shown.text, /Hello/);
    const cards = bot.chat('Ada').filter(({ attachments }) => /ew posts?"/.test(JSON.stringify(attachments)));
    assert.ok(cards.length <= 2, `${cards.length} cards`);
  });

  it('stops from the card and by words, and lists what is watched', async () => {
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Finance"'));
    post('Budget', 'Text');
    const shown = await notice(/New post/);
    const list = await ada.say('watching');
    checkCard(list.card);
    assert.match(list.text, /Finance/);
    const stopped = await ada.execute('watch.stop', dataOf(shown, 'watch.stop'), shown.messageId);
    assert.match(stopped.text, /no longer watch/);
    assert.match((await ada.say('watching')).text, /You watch nothing/);
    assert.match(
      (await ada.execute('watch.stop', dataOf(shown, 'watch.stop'), shown.messageId)).text,
      /do not watch this/,
    );
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Budget" in "Finance"'));
    assert.match(lastText(), /Budget \(Finance\)/);
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'unwatch Nothing of mine'));
    assert.match(bot.chat('Ada').at(-1)!.text, /You do not watch this here/);
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'unwatch Budget'));
    assert.match(lastText(), /no longer watch/);
  });

  it('asks once before a channel is shown a group’s mail, and lets each answer as themselves', async () => {
    const where = bot.beginThread('Ada');
    const inChannel = () =>
      bot.sandbox.channel.messages
        .list(where.channel)
        .filter((each) => each.rootId === where.rootId && each.from.kind === 'bot');
    await bot.deliver(bot.activities.mention(bot.person('Ada'), where, 'watch Finance'));
    const asked = inChannel().at(-1)!;
    assert.match(JSON.stringify(asked.attachments), /will be able to read/);
    const data = { groupId: bot.group('Finance').id };
    await ada.execute('watch.here', data, asked.id, where);
    assert.match(inChannel().at(-1)!.text, /Ada .* has chosen/);
    post('Budget', 'For all');
    await eventually('the notice in the channel', () =>
      /For all/.test(JSON.stringify(inChannel().at(-1)?.attachments)),
    );
    const shown = inChannel().at(-1)!;
    assert.doesNotMatch(JSON.stringify(shown.attachments), /Ada |"formId"|Input\.Text/);
    const card = shown.attachments[0]?.content as ShownCard['card'];
    await bot.signIn('Ben');
    const answer = dataOf({ messageId: shown.id, card, text: '', formId: '' }, 'notice.answer');
    await createPerson(bot, 'Ben').execute('notice.answer', answer, shown.id, where);
    assert.match(JSON.stringify(inChannel().at(-1)!.attachments), /task\/fetch/);
  });

  it('remembers who cannot be reached until they are back', async () => {
    const { installations } = bot.sandbox.channel;
    const { id } = bot.person('Ada');
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Finance"'));
    installations.block(id);
    bot.traffic.clear();
    const sent = () => bot.traffic.count({ service: 'channel', method: 'POST', path: /activities$/ });
    post('First', 'Lost');
    await eventually('the refusal', () => bot.log.some((line) => line.includes('"unreachable"')));
    assert.equal(sent(), 1);
    installations.unblock(id);
    await ada.say('help');
    post('Third', 'Here again');
    await notice(/Here again/);
  });

  it('keeps quiet hours and a digest, and says what it cannot read', async () => {
    const list = await ada.say('watching');
    const settings = await ada.execute('notice.settings', {}, list.messageId);
    checkCard(settings.card);
    const save = (inputs: Record<string, string>) =>
      ada.execute('notice.settings.save', inputs, list.messageId);
    assert.match((await save({ digestAt: '25:00' })).text, /cannot read/);
    assert.match((await save({ quietFrom: '18:30' })).text, /beginning and an end/);
    assert.match((await save({ digestAt: '9', watchStarted: 'no' })).text, /Saved/);
    const again = await ada.execute('notice.settings', {}, list.messageId);
    assert.match(again.text, /"value":"09:00"/);
    await ada.say('start "Mine" in Finance: Hello');
    assert.match((await ada.say('watching')).text, /You watch nothing/);
  });
});
