import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { startBot, type Bot } from './start-bot.ts';

describe('messages while nothing can be stored', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
  });
  afterEach(() => bot.stop());

  /** As somebody at the database behind the bot's back. */
  function atDatabase(sql: string): void {
    const connection = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'), { timeout: 5_000 });
    connection.exec(sql);
    connection.close();
  }

  for (const [locale, words] of Object.entries({
    'en-GB': /may not have taken this.*Send it again in a minute/,
    'de-DE': /habe ich das nicht angenommen.*in einer Minute noch einmal/,
  }))
    it(`are answered with what to do, and posted once when they come again (${locale})`, async () => {
      const activity = {
        ...bot.activities.message(bot.person('Ada'), 'start "Budget" in Finance: The plan'),
        locale,
      };
      atDatabase('alter table requests rename to requests_elsewhere');
      assert.equal((await bot.deliver(activity)).status, 500);
      assert.match(bot.chat('Ada').at(-1)?.text ?? '', words);
      assert.equal(bot.mail().length, 0);
      atDatabase('alter table requests_elsewhere rename to requests');
      for (let delivery = 0; delivery < 2; delivery += 1)
        assert.equal((await bot.deliver(activity)).status, 200);
      assert.equal(bot.conversations('Finance').length, 1);
    });
});
