import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** Where several people read the same card, each is shown what is theirs to press. */
describe('views of one person', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
    await Promise.all([bot.signIn('Ada'), bot.signIn('Ben')]);
    for (const name of ['Ada', 'Ben']) bot.client(name);
  });
  afterEach(() => bot.stop());

  /** What somebody sees of the newest card in a chat, and its buttons. */
  async function newest(name: string, chat = 'Launch') {
    await bot.client(name).settled();
    const message = bot
      .client(name)
      .messages(chat)
      .findLast(({ cards }) => cards.length > 0);
    assert.ok(message !== undefined, `${name} sees no card`);
    const [card] = message.cards as unknown as [AdaptiveCard];
    checkCard(card);
    checkCardSchema(card);
    const buttons = everything(card.body)
      .filter(({ type, title }) => type !== 'Action.Submit' && String(type).startsWith('Action.') && title)
      .map(({ title }) => title);
    const text = JSON.stringify(card.body).replaceAll(/[\u2066-\u2069]/g, '');
    return { id: message.id, text, buttons };
  }
  const say = (text: string, chat = 'Launch') => bot.client('Ada').send(chat, `@Kickoff ${text}`);
  const planned = 'start "Budget" in Finance at "tomorrow 09:00": The plan';

  for (const chat of ['Launch', 'Month end'])
    it(`a receipt in ${chat}: its author has the orders, before and after it changes; what follows is everybody’s`, async () => {
      await say(planned, chat);
      assert.deepEqual((await newest('Ada', chat)).buttons, ['Change', 'Post now', 'Discard']);
      const others = await newest('Ben', chat);
      assert.deepEqual(others.buttons, []);
      assert.match(others.text, /Ada Vance has planned this.*Budget.*Finance/);
      assert.doesNotMatch(others.text, /You can/);
      await bot.client('Ben').refresh(others.id);
      assert.doesNotMatch((await newest('Ben', chat)).text, /You can/);
      assert.match((await newest('Ada', chat)).text, /You can change, post or discard it/);
      assert.equal((await bot.client('Ada').press(others.id, 'Post now')).kind, 'card');
      await eventually('the update', () =>
        JSON.stringify(bot.client('Ben').messages(chat)).includes('Conversation started'),
      );
      const following = ['Open in Outlook', 'Reply', 'New thread', 'Watch', 'Forward', 'Delete conversation'];
      for (const name of ['Ada', 'Ben'])
        assert.deepEqual((await newest(name, chat)).buttons, [...following, 'Start another']);
    });

  it('an order by the fallback of an older client leaves the others without buttons, too', async () => {
    await say('start "Budget" in "No such group": The plan');
    const { id } = await newest('Ada');
    await bot
      .client('Ada')
      .press(id, 'Edit and try again')
      .catch(() => undefined);
    await say(planned);
    const receipt = await newest('Ada');
    await bot.client('Ada').press(receipt.id, 'Discard', {}, { useFallback: true });
    assert.deepEqual((await newest('Ben')).buttons, ['Start another']);
    assert.match((await newest('Ada')).text, /Discarded|discarded/);
  });

  it('the same once more: only its author is asked', async () => {
    await say('start "Budget" in Finance: The plan');
    await say('start "Budget" in Finance: The plan');
    assert.deepEqual((await newest('Ada')).buttons, ['Start another anyway']);
    const { id, buttons, text } = await newest('Ben');
    assert.deepEqual(buttons, []);
    assert.match(text, /The same text once more.*From: .*Ada Vance/);
    assert.match((await newest('Ada')).text, /You have just sent me this/);
    await bot.client('Ada').press(id, 'Start another anyway');
    await eventually('the receipt', () =>
      /started/.test(JSON.stringify(bot.client('Ben').messages('Launch').at(-1))),
    );
    assert.equal(bot.mail().length, 2);
  });

  it('deleting: only who asked for it can answer, and what came of it is everybody’s', async () => {
    await say('start "Budget" in Finance: The plan');
    const receipt = await newest('Ada');
    await bot.client('Ada').press(receipt.id, 'Delete conversation');
    assert.deepEqual((await newest('Ada')).buttons, ['Delete for everybody', 'Keep it']);
    const asked = await newest('Ben');
    assert.deepEqual(asked.buttons, []);
    assert.match(asked.text, /Delete this conversation.*Asked of: .*Ada Vance/);
    await bot.client('Ben').refresh(asked.id);
    assert.deepEqual((await newest('Ben')).buttons, []);
    await bot.client('Ada').press(asked.id, 'Delete for everybody');
    await eventually('the outcome for everybody', () =>
      /is gone from/.test(JSON.stringify(bot.client('Ben').messages('Launch').at(-1)?.cards)),
    );
    assert.match((await newest('Ada')).text, /is gone from/);
    assert.equal(bot.mail().length, 0);
  });

  it('forwarding: the others see no fields', async () => {
    await say('start "Budget" in Finance: The plan');
    await bot.client('Ada').press((await newest('Ada')).id, 'Forward');
    const own = await newest('Ada');
    assert.match(own.text, /Input\.Text/);
    const others = await newest('Ben');
    assert.doesNotMatch(others.text, /Input\.|Action\./);
    const people = { people: bot.person('Ben').mail, comment: '' };
    await bot.client('Ada').press(own.id, 'Forward as me', people);
    await eventually('the outcome for everybody', () =>
      /on its way/.test(JSON.stringify(bot.client('Ben').messages('Launch').at(-1)?.cards)),
    );
  });

  it('watching: only who asked for it confirms', async () => {
    await say('watch Finance');
    const own = await newest('Ada');
    assert.equal(own.buttons.length, 1);
    assert.deepEqual((await newest('Ben')).buttons, []);
    await bot.client('Ben').refresh(own.id);
    assert.deepEqual((await newest('Ben')).buttons, []);
    await bot.client('Ada').press(own.id, String(own.buttons[0]));
    await eventually('the line for everybody', () =>
      /Finance/.test(bot.client('Ben').messages('Launch').at(-1)?.text ?? ''),
    );
  });

  it('a list goes on for whoever presses, with their own rights and numbers', async () => {
    const { mail: address, displayName: name } = bot.person('Ben');
    for (let n = 1; n <= 7; n++)
      bot.sandbox.graph.mailboxes.createConversation(bot.group('Finance').id, {
        topic: `Topic ${n}`,
        post: { sender: { name, address }, body: { contentType: 'text', content: 'Text' } },
      });
    await say('recent Finance');
    const { id } = await newest('Ben');
    const pressed = await bot.client('Ben').press(id, '2 more');
    assert.equal(pressed.kind, 'card');
    assert.match((await newest('Ben')).text, /#6 .*Topic 2.*#7 .*Topic 1/);
    assert.match((await newest('Ada')).text, /#1 .*Topic 7/);
  });

  it('a notice to many: only its sender has the orders, and reads at the end who was not told', async () => {
    const { sandbox } = bot;
    const { id: objectId, displayName: name, teamsId: accountId } = bot.person('Ada');
    const { channel, rootId } = bot.beginThread('Ada');
    const tenantId = sandbox.tenant.id;
    const chika = bot.person('Chika');
    sandbox.channel.installations.uninstall(chika.id);
    const { announcement } = await bot.announcements().start({
      ...{ sourceKey: 'test', sender: { kind: 'person', person: { tenantId, objectId, name } } },
      audience: { kind: 'people', objectIds: [chika.id] },
      content: { kind: 'message', text: 'Fire drill at ten' },
      place: {
        ...{ channelId: 'msteams', serviceUrl: sandbox.channel.serviceUrl(), tenantId, accountId },
        ...{ chatId: `${channel};messageid=${rootId}`, chatType: 'channel', botId: sandbox.channel.botId },
      },
    });
    await eventually('the report', () =>
      /could not be reached/i.test(JSON.stringify(bot.client('Ben').messages('Launch').at(-1)?.cards)),
    );
    const own = await newest('Ada');
    assert.deepEqual(own.buttons, ['Export as CSV']);
    assert.match(own.text, /Kickoff is not added there/);
    assert.deepEqual((await newest('Ben')).buttons, []);
    assert.doesNotMatch((await newest('Ben')).text, /Kickoff is not added there/);
    await bot.client('Ben').refresh(own.id);
    assert.deepEqual((await newest('Ben')).buttons, []);
    const card = await bot.announcements().findShownIn(announcement.id, { tenantId, chatId: 'elsewhere' });
    assert.equal(card, undefined);
  });
});
