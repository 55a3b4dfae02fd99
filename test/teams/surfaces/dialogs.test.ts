import assert from 'node:assert/strict';
import type { DialogResult } from '../../../src/sandbox/client/dialog-view.ts';
import { checkCard } from '../cards/check-card.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

const post = 'Post to the group';

/** Where others look on, the form is a dialog: each person has their own. */
describe('dialogs from cards', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
    await Promise.all([bot.signIn('Ada'), bot.signIn('Ben')]);
  });
  afterEach(() => bot.stop());

  const inputs = (topic: string, group = 'Finance') => ({
    groupId: bot.group(group).id,
    topic,
    body: 'The text',
    people: '',
  });
  const textOf = (shown: unknown) => JSON.stringify(shown).replaceAll(/[\u2066-\u2069]/g, '');
  const cards = (name: string, chat: string) =>
    bot
      .client(name)
      .messages(chat)
      .filter(({ cards }) => cards.length > 0);

  async function open(name: string, chat = 'Launch'): Promise<DialogResult> {
    const card = cards(name, chat).find((message) => textOf(message.cards).includes('Fill in'));
    const pressed = await bot.client(name).press(card?.id ?? '', 'Fill in');
    assert.ok(pressed.kind === 'task');
    return pressed.result;
  }

  for (const chat of ['Launch', 'Month end']) {
    it(`each who presses in ${chat} gets a form of their own, and the receipts go into the chat`, async () => {
      await bot.client('Ada').send(chat, '@Kickoff start "From Ada" in Finance');
      const [adas, bens] = [await open('Ada', chat), await open('Ben', chat)];
      assert.match(textOf(adas), /From Ada/);
      assert.doesNotMatch(textOf(bens), /From Ada/);
      const sent = await Promise.all([
        bot.client('Ada').dialogs.submit(post, inputs('From Ada')),
        bot.client('Ben').dialogs.submit(post, inputs('From Ben')),
      ]);
      for (const result of sent) {
        assert.deepEqual(result, {
          kind: 'closed',
          text: 'Conversation started – the receipt is in the chat.',
        });
      }
      assert.deepEqual(
        bot
          .mail()
          .map(({ topic }) => topic)
          .toSorted((a, b) => a.localeCompare(b)),
        ['From Ada', 'From Ben'],
      );
      const shown = textOf(cards('Ada', chat));
      assert.match(shown, /Fill in/);
      assert.match(shown, /From Ada/);
      assert.match(shown, /From Ben/);
    });
  }

  it('a reply names what it answers before its form is opened', async () => {
    const ada = bot.client('Ada');
    await ada.send('personal', 'start "Budget" in Finance: The plan');
    await ada.send('Month end', '@Kickoff reply "Budget" in Finance');
    const card = cards('Ada', 'Month end').at(-1)?.cards[0];
    checkCard(card as never);
    assert.match(textOf(card), /To “Budget”\..*Fill in/);
  });

  it('what is wrong keeps the dialog open with everything typed, also when it is opened again', async () => {
    await bot.client('Ada').send('Launch', '@Kickoff start');
    const opened = await open('Ada');
    if (opened.kind === 'dialog') checkCard(opened.dialog.card as never);
    const ada = bot.client('Ada').dialogs;
    const refused = await ada.submit(post, { ...inputs('A topic'), people: 'nobody@' });
    assert.ok(refused.kind === 'dialog');
    assert.match(textOf(refused.dialog), /is not a mail address/);
    for (const typed of ['A topic', 'The text', 'nobody'])
      assert.match(textOf(refused.dialog), new RegExp(typed));
    ada.close();
    assert.match(textOf(await open('Ada')), /nobody/);
    assert.deepEqual(bot.mail(), []);
    assert.equal((await ada.submit(post, inputs('A topic'))).kind, 'closed');
    assert.equal(bot.mail().length, 1);
    // What was sent is not offered again.
    assert.doesNotMatch(textOf(await open('Ada')), /A topic/);
  });

  it('a preview in the dialog shows what Outlook will show, leads back, and posts once', async () => {
    await bot.client('Ada').send('Launch', '@Kickoff start');
    await open('Ada');
    const ada = bot.client('Ada').dialogs;
    const previewed = await ada.submit('Preview', { ...inputs('Seen before'), body: 'A **bold** word' });
    assert.ok(previewed.kind === 'dialog');
    checkCard(previewed.dialog.card as never);
    assert.match(textOf(previewed.dialog), /"text":"bold","weight":"bolder"/);
    const changed = await ada.submit('Change', {});
    assert.match(textOf(changed), /A \*\*bold\*\* word/);
    assert.deepEqual(bot.mail(), []);
    await ada.submit('Preview', { ...inputs('Seen before'), body: 'A **bolder** word' });
    assert.equal((await ada.submit(post, {})).kind, 'closed');
    const [conversation] = bot.mail();
    assert.equal(conversation?.threads[0]?.posts[0]?.body.content, '<p>A <strong>bolder</strong> word</p>');
  });

  it('a group that cannot be posted to is mended in the same dialog', async () => {
    await bot.client('Ada').send('Launch', '@Kickoff start');
    await open('Ada');
    const ada = bot.client('Ada').dialogs;
    const refused = await ada.submit(post, { ...inputs('Mended'), groupId: 'No such group' });
    assert.ok(refused.kind === 'dialog');
    assert.match(textOf(refused.dialog), /There is no group called “No such group”/);
    assert.match(textOf(refused.dialog), /Mended/);
    // What she wrote is hers to mend.
    await bot.client('Ada').settled();
    assert.match(textOf(cards('Ada', 'Launch').at(-1)?.cards), /Not posted.*Edit and try again/);
    assert.match(textOf(cards('Ben', 'Launch').at(-1)?.cards), /Not posted/);
    assert.doesNotMatch(textOf(cards('Ben', 'Launch').at(-1)?.cards), /Edit and try again/);
    assert.equal((await ada.submit(post, inputs('Mended'))).kind, 'closed');
    assert.equal(bot.mail().length, 1);
  });

  it('a dialog that is sent twice at once, and once more later, posts once', async () => {
    await bot.client('Ada').send('Launch', '@Kickoff start');
    const opened = await open('Ada');
    assert.ok(opened.kind === 'dialog');
    const formId = /"formId":"(\w+)"/.exec(textOf(opened))?.[1];
    const { rootId } = cards('Ada', 'Launch')[0]!;
    const where = {
      channel: bot
        .client('Ada')
        .chats()
        .find(({ name }) => name === 'Launch')!.id,
      rootId: rootId!,
    };
    const send = (more: object = {}) =>
      bot.deliver(
        bot.activities.invoke(
          bot.person('Ada'),
          'task/submit',
          { data: { ...inputs('Once'), formId, verb: 'conversation.post', ...more } },
          where,
        ),
      );
    for (const { status, body } of [...(await Promise.all([send(), send()])), await send()]) {
      assert.equal(status, 200);
      assert.match(textOf(body), /the receipt is in the chat/);
    }
    assert.equal(bot.mail().length, 1);
    const other = await send({ body: 'Another text' });
    assert.match(textOf(other.body), /already sent/);
    assert.match(textOf(other.body), /Another text/);
    // Somebody else's form is not theirs to send.
    const bens = bot.activities.invoke(
      bot.person('Ben'),
      'task/submit',
      { data: { ...inputs('Ben'), formId } },
      where,
    );
    assert.match(textOf((await bot.deliver(bens)).body), /opened for somebody else/);
    assert.equal(bot.mail().length, 1);
  });

  it('the same once more asks first, and then is another', async () => {
    for (const times of [1, 2]) {
      await bot.client('Ada').send('Launch', '@Kickoff start');
      await open('Ada');
      const sent = await bot.client('Ada').dialogs.submit(post, inputs('Twice'));
      if (times === 1) assert.equal(sent.kind, 'closed');
      else assert.match(textOf(sent), /You have just sent me this/);
      assert.equal(bot.mail().length, 1);
    }
    const again = await bot.client('Ada').dialogs.submit('Start another anyway', {});
    assert.equal(again.kind, 'closed');
    assert.equal(bot.mail().length, 2);
  });
});
