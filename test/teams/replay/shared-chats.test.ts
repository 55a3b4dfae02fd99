import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { startBot, type Bot } from './start-bot.ts';

/** What people who are not signed in ask where others read along. */
describe('a question before the sign-in, among others', function () {
  this.timeout(20_000);
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  const lines = (channel: string) => bot.sandbox.channel.messages.list(channel).map(({ text }) => text);

  for (const locale of ['en-GB', 'de-DE']) {
    it(`is told where to sign in, and is answered afterwards: ${locale}`, async () => {
      const where = bot.beginThread('Ben');
      const said = bot.activities.mention(bot.person('Ben'), where, 'recent Finance');
      await bot.deliver({ ...said, locale });
      const told = lines(where.channel).at(-1) ?? '';
      assert.match(
        told,
        locale === 'de-DE' ? /eigenen Chat auf „Anmelden“/ : /Press “Sign in” in our own chat/,
      );
      const { content } = bot.chat('Ben').at(-1)!.attachments[0]! as {
        content: { tokenExchangeResource: { id: string } };
      };
      const token = await bot.sandbox.entra.issueSsoToken(bot.person('Ben').id);
      const value = { id: content.tokenExchangeResource.id, connectionName: '', token };
      await bot.deliver(bot.activities.invoke(bot.person('Ben'), 'signin/tokenExchange', value));
      await eventually('the answer', () => lines(where.channel).length > 2);
    });
  }

  it('is told to open a chat by whom nobody can write to', async () => {
    bot.sandbox.channel.installations.uninstall(bot.person('Ben').id);
    const where = bot.beginThread('Ben');
    await bot.deliver(bot.activities.mention(bot.person('Ben'), where, 'recent Finance'));
    assert.match(lines(where.channel).at(-1) ?? '', /Open a chat with me/);
  });
});
