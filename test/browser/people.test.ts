import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { hasBrowser } from './open-browser.ts';
import { message, openChat, write } from './page-parts.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

describe('several people in one chat', function () {
  this.timeout(60_000);
  let browsing: Browsing;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
    for (const name of ['Ada', 'Ben']) {
      const client = browsing.world.client(name);
      await client.send('personal', 'sign in');
      await client.settled();
    }
  });
  after(() => browsing?.stop());
  afterEach(async () => assert.deepEqual(await browsing.endPages(), []));

  const buttons = (page: Page, words: string) =>
    message(page, words).locator('.card').getByRole('button').allInnerTexts();

  for (const chat of ['General', 'Month end'])
    it(`each sees their own buttons in ${chat}, before and after a receipt changes`, async () => {
      const [ada, ben] = await Promise.all([browsing.openAs('ada'), browsing.openAs('ben')]);
      for (const page of [ada, ben]) await openChat(page, chat);
      const topic = `Seen in ${chat}`;
      await write(ada, `@Kickoff start "${topic}" in Finance at "tomorrow 09:00": Both read this.`);
      await message(ada, topic).getByRole('button', { name: 'Post now' }).waitFor();
      assert.deepEqual(await buttons(ada, topic), ['Change', 'Post now', 'Discard']);
      await message(ben, topic).getByText('Finance').waitFor();
      assert.deepEqual(await buttons(ben, topic), []);

      await message(ada, topic).getByRole('button', { name: 'Post now' }).click();
      for (const page of [ada, ben]) {
        await message(page, 'Conversation started').getByRole('button', { name: 'Start another' }).waitFor();
        const shown = await buttons(page, topic);
        assert.ok(shown.includes('Reply') && !shown.includes('Discard'), shown.join(', '));
      }
      assert.equal(browsing.world.conversations('Finance')[0]?.topic, topic);
    });

  it('who comes later sees what is theirs, too', async () => {
    const ben = await browsing.openAs('ben');
    await openChat(ben, 'Launch');
    await write(ben, '@Kickoff start "Of Ben" in Finance at "tomorrow 09:00": He wrote this.');
    await message(ben, 'Of Ben').getByRole('button', { name: 'Discard' }).waitFor();
    const [again, ada] = await Promise.all([browsing.openAs('ben'), browsing.openAs('ada')]);
    for (const page of [again, ada]) await openChat(page, 'Launch');
    await message(again, 'Of Ben').getByRole('button', { name: 'Discard' }).waitFor();
    await message(ada, 'Of Ben').getByText('Finance').waitFor();
    assert.deepEqual(await buttons(ada, 'Of Ben'), []);
  });
});
