import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createPerson, type Inputs, type PersonAtBot } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Card data is never authority: whatever a client sends in it, only what its person may do is done, and nothing is lost. */
describe('forms that come back in another way than they were made', () => {
  let bot: Bot;
  let ada: PersonAtBot;
  let ben: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    await bot.signIn('Ben');
    ada = createPerson(bot, 'Ada');
    ben = createPerson(bot, 'Ben');
  });
  afterEach(() => bot.stop());

  const inputs = (): Inputs => ({
    groupId: bot.group('Finance').id,
    topic: 'Topic',
    body: 'The text',
    people: '',
  });

  it('a field that is missing keeps what the form held', async () => {
    const form = await ada.say('start "Budget" in Finance with ben@contoso.com');
    const receipt = await ada.post(form, { body: 'The text' });
    assert.match(receipt.text, /Conversation started/);
    const [conversation] = bot.mail();
    assert.equal(conversation?.topic, 'Budget');
    const [post] = conversation.threads[0]!.posts;
    assert.deepEqual(
      post?.newParticipants.map(({ address }) => address),
      ['ben@contoso.com'],
    );
  });

  it('wrong types are taken as empty, and asked for', async () => {
    const wrong: unknown[] = [7, true, null, [], ['x'], { a: 1 }, 1e308];
    for (const value of wrong) {
      const form = await ada.say('start');
      const data = { groupId: value, topic: value, body: value, people: value, keeps: value };
      const answer = await ada.post(form, data);
      assert.equal(answer.statusCode, 200, JSON.stringify(value));
      assert.equal(answer.formId, form.formId);
      assert.match(answer.text, /No group was named/);
      assert.match(answer.text, /needs a topic/);
    }
    for (const formId of wrong) {
      const answer = await ada.post(await ada.say('start'), { ...inputs(), formId });
      assert.match(answer.text, /no longer known/);
      assert.match(answer.text, /The text/);
    }
    assert.deepEqual(bot.mail(), []);
  });

  it('fields that no form has change nothing', async () => {
    const form = await ada.say('start');
    const more = {
      kind: 'thread',
      requestId: form.formId,
      person: bot.person('Ben').id,
      author: { objectId: bot.person('Ben').id },
      tenantId: '99999999-0000-4000-8000-000000000009',
      sourceKey: 'x',
      state: 'created',
      constructor: { prototype: { polluted: true } },
    };
    await ada.post(form, { ...inputs(), ...more });
    const [conversation] = bot.mail();
    assert.equal(conversation?.threads[0]?.posts[0]?.sender.address, 'ada@contoso.com');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('huge fields stay kept, each shown by its beginning', async () => {
    const huge = (name: string) => `${name} ${'y'.repeat(40_000)}`;
    const form = await ada.say('start');
    const data = { groupId: huge('group'), topic: huge('topic'), body: huge('body'), people: huge('people') };
    const answer = await ada.post(form, data);
    assert.ok(answer.text.length <= 41_000, String(answer.text.length));
    for (const name of ['group', 'topic', 'body', 'people'])
      assert.match(answer.text, new RegExp(`${name} yyy`));
    assert.match(answer.text, /The topic has 40006 characters/);
    // The form's empty fields stand for what is kept; the ones that were mended count.
    const mended = await ada.post(answer, { ...inputs(), people: 'ben@contoso.com', body: '' });
    assert.match(mended.text, /Conversation started/);
    assert.equal(bot.mail()[0]?.threads[0]?.posts[0]?.body.content, huge('body'));
  });

  it('somebody else who presses gets a form of their own, and sees nothing of the owner’s', async () => {
    const secret = 'Only Ada knows this';
    const where = bot.beginThread('Ada');
    await bot.deliver(bot.activities.mention(bot.person('Ada'), where, `start "${secret}" in Finance`));
    const message = bot.sandbox.channel.messages.list(where.channel).at(-1)!;
    const card = JSON.stringify(message.attachments);
    assert.doesNotMatch(card, /Only Ada knows/);
    const formId = /"formId":"([^"]+)"/.exec(card)![1]!;

    const dialogFor = async (name: string): Promise<string> => {
      const value = { data: { msteams: { type: 'task/fetch' }, formId }, context: { theme: 'default' } };
      const invoke = bot.activities.invoke(bot.person(name), 'task/fetch', value, where);
      return JSON.stringify((await bot.deliver(invoke)).body);
    };
    assert.match(await dialogFor('Ada'), /Only Ada knows/);
    const bens = await dialogFor('Ben');
    assert.doesNotMatch(bens, /Only Ada knows/);
    assert.ok(!bens.includes(formId));
    assert.equal(await dialogFor('Ben'), bens);

    const missing = await ben.execute('conversation.post', { formId }, message.id, where);
    assert.match(missing.text, /opened for somebody else/);
    assert.doesNotMatch(missing.text, /Only Ada knows/);
    assert.notEqual(missing.formId, formId);
    const typed = await ben.execute('conversation.post', { ...inputs(), formId }, message.id, where);
    assert.match(typed.text, /The text/);
    assert.doesNotMatch(typed.text, /Only Ada knows/);
    const cancelled = await ben.execute('form.cancel', { formId }, message.id, where);
    assert.match(cancelled.text, /somebody else/);
    const opened = await ben.execute('form.open', { formId }, message.id, where);
    assert.doesNotMatch(opened.text, /Only Ada knows/);
    const newForm = bot.sandbox.channel.messages.list(where.channel).at(-1)!;
    assert.doesNotMatch(JSON.stringify(newForm), /Only Ada knows/);

    // Action.Submit changes messages for everybody: Ada's form stays, and Ben's is a message of its own.
    const data = { ...inputs(), formId, verb: 'conversation.post' };
    await bot.deliver(bot.activities.submit(bot.person('Ben'), message.id, data, where));
    const messages = bot.sandbox.channel.messages.list(where.channel);
    assert.equal(JSON.stringify(messages.find(({ id }) => id === message.id)?.attachments), card);
    assert.match(JSON.stringify(messages.at(-1)), /opened for somebody else/);
    assert.deepEqual(bot.mail(), []);

    const own = await ada.execute('conversation.post', { ...inputs(), formId }, message.id, where);
    assert.match(own.text, /Conversation started/);
  });

  it('in another chat it is not known, and shows nothing of this one', async () => {
    const form = await ada.say('start "Said in private" in Finance');
    const where = bot.beginThread('Ada');
    const answer = await ada.execute(
      'conversation.post',
      { formId: form.formId, body: 'b' },
      form.messageId,
      where,
    );
    assert.match(answer.text, /no longer known/);
    assert.doesNotMatch(answer.text, /Said in private/);
    assert.deepEqual(bot.mail(), []);
  });

  it('after its lifetime there is a new one, with everything in it', async () => {
    const form = await ada.say('start "Budget" in Finance with ben@contoso.com');
    age(form.formId);
    const answer = await ada.post(form, { body: 'Typed a day later' });
    assert.match(answer.text, /open for too long/);
    for (const typed of ['Budget', 'ben@contoso.com', 'Typed a day later'])
      assert.match(answer.text, new RegExp(typed));
    assert.notEqual(answer.formId, form.formId);
    assert.deepEqual(bot.mail(), []);

    const other = await ada.say('start "Budget" in Finance');
    age(other.formId);
    await ada.submit(other, { body: 'Typed on an old phone' });
    assert.match(ada.cardOf(other.messageId).text, /open for too long/);

    const receipt = await ada.post(answer, {});
    assert.match(receipt.text, /Conversation started/);
    assert.equal(bot.mail().length, 1);
  });

  it('one that was sent cannot be put away as if nothing had happened', async () => {
    const form = await ada.say('start');
    await ada.post(form, inputs());
    const answer = await ada.execute('form.cancel', { formId: form.formId }, form.messageId);
    assert.match(answer.text, /Conversation started/);
    assert.doesNotMatch(answer.text, /Nothing was posted/);
  });

  it('one that was put away comes back with what was typed', async () => {
    const form = await ada.say('start "Budget" in Finance');
    const closed = await ada.execute('form.cancel', { formId: form.formId }, form.messageId);
    assert.match(closed.text, /Nothing was posted/);
    const before = bot.chat('Ada').length;
    await ada.execute('form.open', { formId: form.formId }, form.messageId);
    assert.equal(bot.chat('Ada').length, before + 1);
    assert.match(ada.newest().text, /Budget/);
  });

  /** As if the form had been made more than its lifetime ago. */
  function age(formId: string): void {
    const database = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'));
    const changed = database
      .prepare('update forms set expires_at = ? where id = ?')
      .run(Date.now() - 1, formId);
    database.close();
    assert.equal(changed.changes, 1);
  }
});
