import assert from 'node:assert/strict';
import type { DialogResult } from '../../../src/sandbox/client/dialog-view.ts';
import { checkCard, checkCardSchema } from '../cards/check-card.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

const post = 'Post to the group';

/** Who would get it is asked where the person is: in the dialog, whether or not there is a chat that could show it. */
describe('the question who would get it, in a dialog', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
  });
  afterEach(() => bot.stop());

  const inputs = (topic: string, people = 'eve@example.org') => ({
    groupId: bot.group('All Company').id,
    topic,
    body: 'The *text*',
    people,
  });
  const textOf = (shown: unknown) => JSON.stringify(shown).replaceAll(/[\u2066-\u2069]/g, '');

  interface Surface {
    name: string;
    person?: string;
    open: () => Promise<DialogResult>;
    ends: RegExp;
  }
  const dialogs = (person = 'Ada') => bot.client(person).dialogs;
  const compose = (person = 'Ada') =>
    dialogs(person).run({
      commandId: 'startConversation',
      place: bot.client(person).placeOf({ chat: 'Month end' }),
    });
  const fillIn = (chat: string) => async () => {
    const ada = bot.client('Ada');
    await ada.send(chat, '@Kickoff start');
    const card = ada.messages(chat).findLast(({ cards }) => textOf(cards).includes('Fill in'));
    const pressed = await ada.press(card?.id ?? '', 'Fill in');
    assert.ok(pressed.kind === 'task');
    return pressed.result;
  };
  const surfaces: Surface[] = [
    {
      name: 'the message extension',
      open: () => compose(),
      ends: /Conversation started.*in your chat with me/,
    },
    {
      name: 'the message extension, without a personal chat',
      person: 'Chika',
      open: () => {
        bot.sandbox.channel.installations.uninstall(bot.person('Chika').id);
        bot.sandbox.entra.consents.grant(bot.person('Chika').id);
        return compose('Chika');
      },
      ends: /Conversation started.*open Apps/s,
    },
    { name: 'a channel', open: fillIn('Launch'), ends: /Conversation started.*in the chat/ },
    { name: 'a group chat', open: fillIn('Month end'), ends: /Conversation started.*in the chat/ },
  ];

  async function asked(topic: string, person?: string): Promise<void> {
    const question = await dialogs(person).submit(post, inputs(topic));
    assert.ok(question.kind === 'dialog');
    assert.equal(question.dialog.title, 'Shall I post this?');
    assert.match(textOf(question.dialog.card), /outside your organisation: 1.*eve@example\.org/s);
    checkCard(question.dialog.card as never);
    checkCardSchema(question.dialog.card as never);
    assert.deepEqual(bot.mail(), []);
  }

  for (const { name, person, open, ends } of surfaces) {
    it(`posts on Post, once: ${name}`, async () => {
      assert.equal((await open()).kind, 'dialog');
      await asked('Asked', person);
      const press = () => dialogs(person).submit(post, {});
      assert.match(textOf(await Promise.all([press(), press()])), ends);
      assert.equal(bot.mail().length, 1);
      assert.equal(bot.mail()[0]?.topic, 'Asked');
    });

    it(`goes back to everything typed, and only the changed one is posted: ${name}`, async () => {
      await open();
      await asked('Asked', person);
      const form = await dialogs(person).submit('Back', {});
      assert.ok(form.kind === 'dialog');
      for (const typed of ['Asked', 'The \\*text\\*', 'eve@example\\.org'])
        assert.match(textOf(form.dialog.card), new RegExp(typed));
      const sent = await dialogs(person).submit(post, inputs('Changed', ''));
      assert.match(textOf(sent), ends);
      assert.deepEqual(
        bot.mail().map(({ topic }) => topic),
        ['Changed'],
      );
      const client = bot.client(person ?? 'Ada');
      await client.send('personal', 'pending');
      assert.match(textOf(client.messages('personal').at(-1)), /Nothing of yours is waiting/);
    });
  }

  const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  async function askedOfPlan(topic: string, person?: string): Promise<void> {
    const planned = { ...inputs(topic), postDate: soon(2), postTime: '09:00' };
    const question = await dialogs(person).submit(post, planned);
    assert.ok(question.kind === 'dialog', textOf(question));
    assert.match(question.dialog.title, /^Planned for/);
    assert.match(textOf(question.dialog.card), /outside your organisation: 1.*only if you confirm it/s);
    assert.match(textOf(question.dialog.card), /If you close this, it waits for you/);
    checkCard(question.dialog.card as never);
    checkCardSchema(question.dialog.card as never);
  }

  for (const { name, person, open, ends } of surfaces)
    it(`asks about what is planned, too, and keeps its time: ${name}`, async () => {
      await open();
      await askedOfPlan('Later', person);
      const done = await dialogs(person).submit('Yes, post it then', {});
      assert.match(textOf(done), new RegExp(ends.source.replace('Conversation started', 'Planned for'), 's'));
      const client = bot.client(person ?? 'Ada');
      await client.send('personal', 'pending');
      const listed = textOf(client.messages('personal').at(-1));
      assert.match(listed, /Planned for.*Later/s);
      assert.doesNotMatch(listed, /only if you confirm it/);
      assert.deepEqual(bot.mail(), []);
    });

  it('changes what is planned from the question, and asks about the changed one only if there is a reason', async () => {
    await compose();
    await askedOfPlan('Later');
    const form = await dialogs().submit('Back', {});
    assert.ok(form.kind === 'dialog');
    for (const typed of ['Later', 'The \\*text\\*', soon(2)])
      assert.match(textOf(form.dialog.card), new RegExp(typed));
    const changed = { ...inputs('Changed', ''), postDate: soon(3), postTime: '10:00' };
    assert.match(textOf(await dialogs().submit(post, changed)), /Planned for.*in your chat with me/);
    await bot.client('Ada').send('personal', 'pending');
    const listed = textOf(bot.client('Ada').messages('personal').at(-1));
    assert.match(listed, /Changed/);
    assert.doesNotMatch(listed, /Later/);
  });

  it('waits under pending for somebody who closes it', async () => {
    await compose();
    await asked('Kept');
    dialogs().close();
    await bot.client('Ada').send('personal', 'pending');
    assert.match(textOf(bot.client('Ada').messages('personal').at(-1)), /Kept/);
    assert.deepEqual(bot.mail(), []);
  });

  it('takes no answer from anybody else', async () => {
    await compose();
    await asked('Ada’s');
    const [request] = [...textOf(dialogs().current()).matchAll(/"requestId":"([0-9a-f]{32})"/g)];
    await bot.signIn('Ben');
    for (const verb of ['request.post-now', 'request.change-plan']) {
      const value = { commandId: 'startConversation', data: { verb, requestId: request?.[1] } };
      const invoke = bot.activities.invoke(bot.person('Ben'), 'composeExtension/submitAction', value);
      const { body } = await bot.deliver(invoke);
      assert.match(textOf(body), /Only the person who wrote this/);
      assert.doesNotMatch(textOf(body), /The \*text/);
    }
    assert.deepEqual(bot.mail(), []);
  });
});
