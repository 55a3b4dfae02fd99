import assert from 'node:assert/strict';
import { createPerson, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** The same wish, delivered or pressed again in every way: one POST, one conversation, one receipt. */
describe('the same again', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    bot.traffic.clear();
  });
  afterEach(() => bot.stop());

  const inputs = () => ({ groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' });
  const topics = () => bot.mail().map(({ topic }) => topic);
  const posts = () => bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// });
  const receipts = () =>
    bot.chat('Ada').filter((message) => JSON.stringify(message).includes('Conversation started'));

  it('an activity that is delivered three times at once, later, and after a restart', async () => {
    const activity = bot.activities.message(bot.person('Ada'), 'start "Once" in Finance: only once');
    const deliver = () => bot.deliver(activity);
    const answers = await Promise.all([deliver(), deliver(), deliver()]);
    answers.push(await deliver());
    await bot.restart();
    answers.push(await deliver());
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200, 200],
    );
    assert.deepEqual([topics(), posts(), receipts().length], [['Once'], 1, 1]);
  });

  it('the same text as another message is another wish', async () => {
    await ada.say('start "Twice" in Finance: text one');
    await ada.say('start "Twice" in Finance: text two');
    assert.deepEqual([topics(), posts()], [['Twice', 'Twice'], 2]);
  });

  it('an edited message posts nothing', async () => {
    const activity = bot.activities.message(bot.person('Ada'), 'start "Once" in Finance: only once');
    await bot.deliver(activity);
    const edited = { ...activity, type: 'messageUpdate', text: 'start "Once" in Finance: edited' };
    assert.equal((await bot.deliver(edited)).status, 200);
    assert.equal((await bot.deliver({ ...activity, text: edited.text })).status, 200);
    assert.deepEqual(topics(), ['Once']);
  });

  it('a message that opens a form opens the same one when it is delivered again', async () => {
    const activity = bot.activities.message(bot.person('Ada'), 'start "Once" in Finance');
    await bot.deliver(activity);
    const first = ada.newest();
    await bot.deliver(activity);
    assert.equal(ada.newest().formId, first.formId);
    await ada.post(first, inputs());
    await ada.post(ada.newest(), inputs());
    assert.deepEqual([topics().length, posts()], [1, 1]);
  });

  it('a form that is pressed twice at once', async () => {
    const form = await ada.say('start');
    const answers = await Promise.all([ada.post(form, inputs()), ada.post(form, inputs())]);
    for (const { text } of answers) assert.match(text, /Conversation started|Posting…/);
    assert.ok(answers.some(({ text }) => /Conversation started/.test(text)));
    assert.match(ada.cardOf(form.messageId).text, /Conversation started/);
    assert.deepEqual([topics(), posts(), receipts().length], [['Topic'], 1, 1]);
  });

  it('a form that is pressed on an old client and a new one at once', async () => {
    const form = await ada.say('start');
    await Promise.all([ada.submit(form, inputs()), ada.post(form, inputs()), ada.submit(form, inputs())]);
    assert.match(ada.cardOf(form.messageId).text, /Conversation started/);
    assert.deepEqual([topics(), posts(), receipts().length], [['Topic'], 1, 1]);
  });

  it('a form that is pressed again later, and after a restart', async () => {
    const form = await ada.say('start');
    const first = await ada.post(form, inputs());
    const second = await ada.post(form, inputs());
    await bot.restart();
    const third = await ada.post(form, inputs());
    for (const { text } of [first, second, third]) assert.match(text, /Conversation started/);
    assert.deepEqual([topics(), posts(), receipts().length], [['Topic'], 1, 1]);
  });

  it('a form that is pressed again with another text: the first receipt, and a form that keeps the other text', async () => {
    const form = await ada.say('start');
    await ada.post(form, inputs());
    const again = await ada.post(form, { ...inputs(), topic: 'Another', body: 'Other words' });
    assert.match(again.text, /Conversation started/);
    assert.doesNotMatch(again.text, /Other words/);
    const kept = ada.newest();
    assert.match(kept.text, /already sent/);
    assert.match(kept.text, /Your other text is kept/);
    assert.match(kept.text, /Other words/);
    assert.deepEqual(topics(), ['Topic']);
    await ada.post(kept, {});
    assert.deepEqual(topics().toSorted(), ['Another', 'Topic']);
  });

  it('a used form that comes back with nonsense shows its receipt', async () => {
    const form = await ada.say('start');
    await ada.post(form, inputs());
    const again = await ada.post(form, { topic: '', body: '', groupId: '', people: 'nonsense' });
    assert.match(again.text, /Conversation started/);
    assert.equal(posts(), 1);
  });

  it('a refused form gives the same new form, however often it is pressed', async () => {
    const form = await ada.say('start');
    const refused = await Promise.all([
      ada.post(form, { ...inputs(), groupId: 'Nobody Here' }),
      ada.post(form, { ...inputs(), groupId: 'Nobody Here' }),
    ]);
    refused.push(await ada.post(form, { ...inputs(), groupId: 'Nobody Here' }));
    const ids = new Set(refused.map(({ formId }) => formId).filter((id) => id !== ''));
    assert.equal(ids.size, 1);
    const next = refused.find(({ formId }) => formId !== '');
    await ada.post(next!, inputs());
    assert.deepEqual(topics(), ['Topic']);
  });
});
