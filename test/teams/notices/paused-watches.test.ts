import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { until } from '../../storage/until.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** Answers count among what may be sent in a second, and notices give way to them. */
const everyMs = 100;

/** What keeps watching from going on, and how a person gets it to: through the real adapter. */
describe('watches that are held up', function () {
  this.timeout(40_000);
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot(() => ({ POLL_INTERVAL: '1s' }));
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  afterEach(() => bot.stop());

  const type = (text: string) => bot.deliver(bot.activities.message(bot.person('Ada'), text));
  const post = (topic: string, content: string) => {
    const { displayName: name, mail: address } = bot.person('Ben');
    bot.sandbox.graph.mailboxes.createConversation(bot.group('Finance').id, {
      topic,
      post: { sender: { name, address }, body: { contentType: 'text', content } },
    });
  };
  const saidOf = (words: string) => bot.chat('Ada').filter(({ text }) => (text ?? '').includes(words));
  const dataOf = ({ card }: ShownCard, verb: string) =>
    everything(card).find((each) => each['verb'] === verb)?.['data'] as Record<string, unknown> | undefined;

  it('name the permission that is missing, once, and who grants it; and go on with it', async () => {
    const { consents } = bot.sandbox.entra;
    const { id } = bot.person('Ada');
    consents.withdraw(id, ['Group.Read.All']);
    await type('sign out');
    await bot.signIn('Ada');
    for (const group of ['Finance', 'All Company']) await type(`watch "${group}"`);
    const words = 'the permission Group.Read.All is missing';
    await eventually('the word of it', () => saidOf(words).length > 0);
    const list = await ada.say('watching');
    checkCard(list.card);
    checkCardSchema(list.card);
    await until(
      async () => {
        const again = await ada.say('watching');
        return again.text.split('Comes a little later').length === 3 || undefined;
      },
      { everyMs },
    );
    assert.equal(saidOf(words).length, 1);
    const account = await ada.say('whoami');
    assert.match(account.text, /Group\.Read\.All/);
    consents.grant(id, ['Group.Read.All']);
    await type('sign out');
    await bot.signIn('Ada');
    await eventually('subscriptions', () => bot.sandbox.graph.subscriptions.all.size === 2);
    assert.doesNotMatch((await ada.say('watching')).text, /Comes a little later/);
  });

  it('say that nothing can be read, and go on by themselves when it can', async () => {
    const denied = { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'No.' } } };
    await type('watch Finance');
    const off = bot.sandbox.faults.add({
      service: 'graph',
      method: 'GET',
      path: /threads/,
      when: 'before',
      outcome: denied,
    });
    await eventually('the word of it', () => saidOf('I cannot read new posts').length > 0);
    assert.match((await ada.say('watching')).text, /Nothing comes until an administrator grants/);
    post('Budget', 'Held up');
    off();
    // Whoever signs in again has it tried at once; otherwise it is tried every quarter of an hour.
    await type('sign out');
    await bot.signIn('Ada');
    await eventually('the notice', () => JSON.stringify(bot.chat('Ada')).includes('Held up'));
    assert.equal(saidOf('I cannot read new posts').length, 1);
  });

  it('go on in a chat into which Kickoff is put again, and from the list, for who presses', async () => {
    const chatId = '19:00000000000000000000000000000abc@thread.v2';
    const inChat = () => bot.sandbox.channel.messages.list(chatId).filter(({ from }) => from.kind === 'bot');
    const isPaused = async () => /I could not write there/.test((await ada.say('watching')).text);
    await bot.deliver(bot.activities.mention(bot.person('Ada'), 'groupChat', 'watch Finance'));
    await ada.execute('watch.here', { groupId: bot.group('Finance').id }, inChat().at(-1)!.id, 'groupChat');
    const event = (action: string) =>
      bot.deliver(bot.activities.of('installationUpdate', bot.person('Ben'), { action }, 'groupChat'));
    const takeOut = async (topic: string) => {
      await event('remove');
      bot.sandbox.channel.installations.uninstall(chatId);
      post(topic, `Words of ${topic}`);
      await until(async () => (await isPaused()) || undefined, { everyMs });
      bot.sandbox.channel.installations.install(chatId);
    };

    await takeOut('First');
    await event('add');
    const offered = inChat().at(-1)!;
    const card = offered.attachments[0]?.content as ShownCard['card'];
    checkCard(card);
    checkCardSchema(card);
    const shown = { messageId: offered.id, card, text: '', formId: '' };
    const data = dataOf(shown, 'watch.resume') ?? {};
    await bot.signIn('Ben');
    const ben = await createPerson(bot, 'Ben').execute('watch.resume', data, offered.id, 'groupChat');
    assert.match(ben.text, /Nothing that you watch here is paused/);
    const pressed = await ada.execute('watch.resume', data, offered.id, 'groupChat');
    assert.match(pressed.text, /You watch .*Finance.* here again/);
    post('Second', 'Words of Second');
    await eventually('the notice', () => JSON.stringify(inChat()).includes('Words of Second'));

    await takeOut('Third');
    const list = await ada.say('watching');
    assert.match(list.text, /I could not write there/);
    const resumed = await ada.execute('watch.resume', dataOf(list, 'watch.resume')!, list.messageId);
    assert.doesNotMatch(resumed.text, /watch\.resume/);
    assert.equal(await isPaused(), false);
  });
});
