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

  it('there is one card for whatever waits, a newer one on request, and it is put away after a sign-in', async () => {
    const client = bot.client('Chika');
    await client.open('personal');
    const inAll = command.replace('Finance', '"All Company"');
    const asking = () => client.messages('personal').filter(({ signIn }) => signIn !== undefined);
    const ids = new Set<string>();
    for (const text of ['sign in', inAll, 'groups', 'sign in']) {
      await client.send('personal', text);
      await client.settled();
      assert.equal(asking().length, 1, text);
      ids.add(asking()[0]!.id);
    }
    const waiting = client
      .messages('personal')
      .find(({ cards }) => /Waiting for you/.test(JSON.stringify(cards)));
    await client.press(waiting?.id ?? '', 'Sign in and post');
    await client.settled();
    ids.add(asking()[0]!.id);
    assert.deepEqual([asking().length, ids.size], [1, 3]);
    const shown = () => JSON.stringify(client.messages('personal'));
    // What waits for a card that was there already says so.
    assert.match(shown(), /Waiting for you to sign in/);
    assert.match(shown(), /Sign in with the button above/);
    const page = await signInByBrowser(asking()[0]!.signIn!.url, { personId: bot.person('Chika').id });
    assert.equal(page.status, 200);
    await until(() => asking().length === 0 && bot.mail().length === 1);
    const newer = 'There is a newer “Sign in” button further down.';
    const cards = client.messages('personal').filter(({ id }) => ids.has(id));
    assert.deepEqual(
      cards.map(({ text }) => text),
      [newer, newer, 'You are signed in.'],
    );
    await until(() => /"Groups"/.test(shown()) && /Conversation started/.test(shown()));
  });

  it('ten requests that need a sign-in at once lead to one card, and one sign-in posts them all', async () => {
    const ada = bot.person('Ada');
    const texts = Array.from({ length: 10 }, (_, at) => command.replace('Budget', `Budget ${at}`));
    await Promise.all(texts.map((text) => bot.deliver(bot.activities.message(ada, text))));
    const cards = () =>
      bot
        .chat('Ada')
        .flatMap(({ attachments }) => attachments)
        .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth');
    await until(() => bot.chat('Ada').length >= texts.length);
    assert.equal(cards().length, 1);
    const { buttons } = cards()[0]!.content as { buttons: { value: string }[] };
    assert.equal((await signInByBrowser(buttons[0]!.value, { personId: ada.id })).status, 200);
    await until(() => bot.mail().length === texts.length);
    assert.equal(
      bot.traffic.count({ service: 'graph', method: 'POST', path: /conversations$/ }),
      texts.length,
    );
    await until(() => cards().length === 0);
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
    assert.equal(bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// }), 1);
  });

  describe('of a press in a channel', () => {
    const receipt = () =>
      bot
        .client('Ada')
        .messages('Launch')
        .findLast(({ cards }) => cards.length > 0)!;

    const launch = () =>
      bot
        .client('Ada')
        .chats()
        .find(({ name }) => name === 'Launch')!.id;

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
      const channel = launch();
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
      await assert.rejects(bot.client('Ben').press(receipt().id, 'Sign in and post'), /No action/);
      const requestId = /"requestId":"(\w+)"/.exec(JSON.stringify(receipt().cards))![1];
      const where = { channel: launch(), rootId: receipt().rootId! };
      const { body } = await bot.deliver(
        bot.activities.execute(bot.person('Ben'), receipt().id, 'request.sign-in', { requestId }, where),
      );
      assert.match((body as { value: string }).value, /Only the person who wrote this/);
      assert.deepEqual(bot.mail(), []);
    });
  });
});
