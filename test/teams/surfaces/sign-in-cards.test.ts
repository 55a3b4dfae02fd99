import assert from 'node:assert/strict';
import { signInByBrowser } from '../../e2e/sign-in-by-browser.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

describe('what is left of a sign-in', () => {
  let bot: Bot;
  beforeEach(async () => (bot = await startBot()));
  afterEach(() => bot.stop());

  const command = 'start "Budget" in Finance: The text';

  async function until(isSo: () => boolean): Promise<void> {
    const ends = Date.now() + 10_000;
    while (!isSo()) {
      if (Date.now() > ends) throw new Error('it did not come about');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('every card that still asks is put away after a sign-in in the browser', async () => {
    const client = bot.client('Chika');
    await client.open('personal');
    for (const text of ['sign in', command.replace('Finance', '"All Company"')]) {
      await client.send('personal', text);
      await client.settled();
    }
    const asking = () => client.messages('personal').filter(({ signIn }) => signIn !== undefined);
    assert.equal(asking().length, 2);
    const ids = new Set(asking().map(({ id }) => id));
    const page = await signInByBrowser(asking()[0]!.signIn!.url, { personId: bot.person('Chika').id });
    assert.equal(page.status, 200);
    await until(() => asking().length === 0 && bot.mail().length === 1);
    const shown = client.messages('personal').filter(({ id }) => ids.has(id));
    assert.deepEqual(
      shown.map(({ text }) => text),
      ['You are signed in.', 'You are signed in.'],
    );
  });

  it('a card whose token was exchanged stays as it is: the client hides it', async () => {
    await bot.client('Ada').open('personal');
    await bot.client('Ada').send('personal', 'sign in');
    await bot.client('Ada').settled();
    bot.traffic.clear();
    await bot.client('Ada').send('personal', command);
    assert.equal(bot.traffic.count({ service: 'channel', method: 'PUT', path: /activities/ }), 0);
    assert.ok(
      bot
        .client('Ada')
        .messages('personal')
        .every(({ signIn }) => signIn === undefined),
    );
  });

  it('desktop, web and phone exchange at once: each is answered, what waited is posted once', async () => {
    await bot.deliver(bot.activities.message(bot.person('Ada'), command));
    const content = bot.chat('Ada').at(-1)?.attachments[0]?.content as {
      tokenExchangeResource: { id: string };
    };
    const { id } = content.tokenExchangeResource;
    const exchange = async () => {
      const token = await bot.sandbox.entra.issueSsoToken(bot.person('Ada').id);
      const value = { id, connectionName: '', token };
      return bot.deliver(bot.activities.invoke(bot.person('Ada'), 'signin/tokenExchange', value));
    };
    const answers = await Promise.all([exchange(), exchange(), exchange()]);
    for (const answer of [...answers, await exchange()])
      assert.deepEqual(answer, { status: 200, body: undefined });
    await until(() => /Conversation started/.test(JSON.stringify(bot.chat('Ada'))));
    assert.equal(bot.mail().length, 1);
    assert.equal(bot.traffic.count({ service: 'graph', method: 'POST' }), 1);
  });

  describe('of a press in a channel', () => {
    const receipt = () =>
      bot
        .client('Ada')
        .messages('Launch')
        .findLast(({ cards }) => cards.length > 0)!;

    /** A request that waits in the channel: nobody has agreed, so nothing could be signed in silently. */
    beforeEach(async () => {
      bot.sandbox.entra.consents.withdraw(bot.person('Ada').id);
      await bot.client('Ada').open('personal');
      await bot.client('Ada').send('Launch', `@Kickoff ${command}`);
      await bot.client('Ada').settled();
      await until(() => /Sign in and post/.test(JSON.stringify(receipt()?.cards)));
    });

    it('a wrong code is refused with HTTP 200 and 401 in the body, and the right one goes on', async () => {
      const { id, rootId } = receipt();
      const pressed = await bot.client('Ada').press(id, 'Sign in and post');
      assert.ok(pressed.kind === 'sign-in');
      const data = /"data":(\{"requestId":"[^}]+\})/.exec(JSON.stringify(receipt().cards))![1]!;
      const channel = bot
        .client('Ada')
        .chats()
        .find(({ name }) => name === 'Launch')!.id;
      const press = (state: string) => {
        const activity = bot.activities.execute(bot.person('Ada'), id, 'request.sign-in', JSON.parse(data), {
          channel,
          rootId: rootId!,
        });
        return bot.deliver({ ...activity, value: { ...(activity['value'] as object), state } });
      };
      assert.deepEqual(await press('wrong'), {
        status: 200,
        body: { statusCode: 401, type: 'application/vnd.microsoft.error.incorrectAuthCode', value: null },
      });
      const page = await signInByBrowser(pressed.url, { personId: bot.person('Ada').id });
      const code = /data-code="([^"]+)"/.exec(page.html)![1]!;
      const { status, body } = await press(code);
      assert.deepEqual([status, (body as { statusCode: number }).statusCode], [200, 200]);
      await until(() => /Conversation started/.test(JSON.stringify(receipt().cards)));
      assert.equal(bot.mail().length, 1);
      assert.equal((await press(code)).status, 200);
      assert.equal(bot.mail().length, 1);
    });

    it('somebody else cannot sign in for its author', async () => {
      const pressed = await bot.client('Ben').press(receipt().id, 'Sign in and post');
      assert.ok(pressed.kind === 'message');
      assert.match(pressed.text, /Only the person who wrote this/);
      assert.deepEqual(bot.mail(), []);
    });
  });
});
