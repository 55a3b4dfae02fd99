import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { signInByBrowser } from '../../e2e/sign-in-by-browser.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Single sign-on as Teams does it: the card that the bot makes, and the client's token for it. */
describe('signin/tokenExchange', () => {
  let bot: Bot;
  before(async () => (bot = await startBot()));
  after(() => bot.stop());

  const exchange = (name: string, value: object) =>
    bot.deliver(bot.activities.invoke(bot.person(name), 'signin/tokenExchange', value));

  it('is asked for by a card of the bot’s own, without a connection of Azure', async () => {
    await bot.askForSignIn('Ben');
    const [card] = bot.chat('Ben').at(-1)!.attachments;
    assert.equal(card?.contentType, 'application/vnd.microsoft.card.oauth');
    const content = card.content as {
      connectionName: string;
      tokenExchangeResource: { id: string; uri: string };
      buttons: { type: string; title: string; value: string }[];
    };
    assert.equal(content.connectionName, '');
    assert.equal(content.tokenExchangeResource.uri, bot.sandbox.tenant.app.ssoResource);
    assert.deepEqual(
      content.buttons.map(({ type }) => type),
      ['signin'],
    );
    assert.ok(content.buttons[0]?.value.startsWith(`${bot.publicUrl}/auth/start`));
  });

  for (const room of ['personal', 'Month end'])
    it(`tells whoever typed “sign in” in ${room} that it worked, once`, async () => {
      const ben = bot.client('Ben');
      const chat = () =>
        bot.sandbox.channel.messages.list(
          ben.chats().find(({ kind, name }) => (room === 'personal' ? kind === 'personal' : name === room))!
            .id,
        );
      const told = () => chat().filter(({ text }) => text === 'You are signed in.').length;
      const before = told();
      await ben.send(room, 'sign in', { mention: room !== 'personal' });
      await ben.settled();
      await eventually('the line', () => told() === before + 1);
    });

  for (const room of ['Month end', 'Launch'])
    it(`says in ${room} where the button is when nobody can be signed in silently, and what became of it`, async () => {
      const ben = bot.client('Ben');
      bot.sandbox.entra.consents.withdraw(bot.person('Ben').id);
      await ben.send('personal', 'sign out');
      const chat = ben.chats().find(({ name }) => name === room)!.id;
      const lines = () => bot.sandbox.channel.messages.list(chat).filter(({ from }) => from.kind === 'bot');
      const before = lines().length;
      await ben.send(room, 'sign in', { mention: true });
      await ben.settled();
      assert.deepEqual(
        lines()
          .slice(before)
          .map(({ text }) => text),
        ['Press “Sign in” in our own chat.'],
      );
      const card = ben.messages('personal').findLast(({ signIn }) => signIn !== undefined);
      const page = await signInByBrowser(card!.signIn!.url, { personId: bot.person('Ben').id });
      assert.equal(page.status, 200);
      await eventually('the line', () => lines().at(-1)?.text === 'You are signed in.');
      assert.equal(lines().length, before + 1);
    });

  it('answers 200 without a body, to every client of the person', async () => {
    const id = await bot.askForSignIn('Ada');
    const token = await bot.sandbox.entra.issueSsoToken(bot.person('Ada').id);
    bot.traffic.clear();
    const answers = await Promise.all(
      [1, 2, 3].map(() => exchange('Ada', { id, connectionName: '', token })),
    );
    for (const answer of answers) assert.deepEqual(answer, { status: 200, body: undefined });
    assert.equal(bot.traffic.count({ service: 'entra', method: 'POST', path: /token$/ }), 1);
  });

  it('answers 412 with id, connection name and reason where consent is missing', async () => {
    const id = await bot.askForSignIn('Chika');
    const token = await bot.sandbox.entra.issueSsoToken(bot.person('Chika').id);
    const { status, body } = await exchange('Chika', { id, connectionName: 'any', token });
    assert.equal(status, 412);
    const { failureDetail, ...rest } = body as { failureDetail: string };
    assert.deepEqual(rest, { id, connectionName: 'any' });
    assert.match(failureDetail, /permission/);
  });

  it('answers 412 for a card that was never shown', async () => {
    const token = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.ZmFrZS1zc28tdG9rZW4.';
    const id = '9a9a9a9a-0000-4000-8000-000000000020';
    const { status, body } = await exchange('Ada', { id, connectionName: '', token });
    assert.equal(status, 412);
    assert.deepEqual(Object.keys(body as object), ['id', 'connectionName', 'failureDetail']);
  });

  it('answers 400 without a token or an id', async () => {
    for (const value of [{ id: 'x' }, { id: 'x', token: '' }, { token: 'x' }, { id: 1, token: 2 }, {}]) {
      assert.equal((await exchange('Ada', value)).status, 400);
    }
  });
});
