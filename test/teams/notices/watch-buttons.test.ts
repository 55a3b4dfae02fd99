import assert from 'node:assert/strict';
import { checkCard, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** *Watch* on receipts and on the lines of lists does what the command does, for whoever presses it. */
describe('the button Watch', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  let ben: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    for (const name of ['Ada', 'Ben']) await bot.signIn(name);
    [ada, ben] = [createPerson(bot, 'Ada'), createPerson(bot, 'Ben')];
  });
  afterEach(() => bot.stop());

  const watchOf = ({ card }: Pick<ShownCard, 'card'>) => {
    const button = everything(card).find((each) => each['verb'] === 'watch.start');
    assert.equal(button?.['title'], 'Watch');
    return button['data'] as Record<string, unknown>;
  };
  const lastText = (name: string) => (bot.chat(name).at(-1)?.text ?? '').replaceAll(/[\u2060-\u2069]/g, '');

  it('watches a conversation of a list', async () => {
    await ada.say('start "Budget" in Finance: Hello');
    const list = await ben.say('recent Finance');
    checkCard(list.card);
    assert.match(
      (await ben.execute('watch.start', watchOf(list), list.messageId)).text,
      /Budget \(Finance\)/,
    );
    assert.match(lastText('Ben'), /I tell you here about new posts in Budget \(Finance\)/);
    assert.match((await ben.say('watching')).text, /Budget/);
    const again = await ben.execute('watch.start', watchOf(list), list.messageId);
    assert.match(again.text, /You watch .*Budget.* here already/);
  });

  it('watches a group of a list', async () => {
    const list = await ben.say('groups');
    checkCard(list.card);
    await ben.execute('watch.start', watchOf(list), list.messageId);
    assert.match((await ben.say('watching')).text, /All Company/);
  });

  it('is on a receipt, where its author watches already', async () => {
    const receipt = await ada.say('start "Budget" in Finance: Hello');
    checkCard(receipt.card);
    const { text } = await ada.execute('watch.start', watchOf(receipt), receipt.messageId);
    assert.match(text, /You watch .*Budget.* here already/);
  });

  it('asks back where everybody reads what comes, and asks who is not signed in', async () => {
    const where = bot.beginThread('Ada');
    const inChannel = () =>
      bot.sandbox.channel.messages
        .list(where.channel)
        .filter((each) => each.rootId === where.rootId && each.from.kind === 'bot');
    await bot.deliver(bot.activities.mention(bot.person('Ada'), where, 'start "Budget" in Finance: Hello'));
    const receipt = inChannel().at(-1)!;
    const data = watchOf({ card: receipt.attachments[0]?.content as ShownCard['card'] });
    await ben.execute('watch.start', data, receipt.id, where);
    assert.match(JSON.stringify(inChannel().at(-1)?.attachments), /will be able to read/);
    assert.match((await ben.say('watching')).text, /You watch nothing/);
    const chika = await createPerson(bot, 'Chika').execute('watch.start', data, receipt.id, where);
    assert.equal(chika.statusCode, 401);
  });
});
