import assert from 'node:assert/strict';
import { findFaintTexts } from './contrast.ts';
import { hasBrowser } from './open-browser.ts';
import { choose, message, outlook, write } from './page-parts.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

/** With `SCREENSHOT=/folder/name.png` each picture is kept beside it, by its own name. */
const screenshot = process.env['SCREENSHOT'];

describe('watching in a real browser', function () {
  this.timeout(90_000);
  let browsing: Browsing;

  beforeEach(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing({ POLL_INTERVAL: '1s' });
    for (const name of ['Ada', 'Ben']) {
      const client = browsing.world.client(name);
      await client.send('personal', 'sign in');
      await client.settled();
    }
  });
  afterEach(async () => {
    const problems = await browsing?.endPages();
    await browsing?.stop();
    assert.deepEqual(problems ?? [], []);
  });

  const keep = async (page: Awaited<ReturnType<Browsing['openAs']>>, name: string) => {
    if (screenshot !== undefined)
      await page.screenshot({ path: screenshot.replace(/(\.png)?$/, `-${name}.png`) });
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`Ben replies in Outlook, Ada sees a notice and answers in place: ${colorScheme}`, async () => {
      const [ada, ben] = [
        await browsing.openAs('ada', { colorScheme }),
        await browsing.openAs('ben', { colorScheme }),
      ];
      await write(ada, 'start "Budget 2027" in "Finance": Please look at the figures.');
      await message(ada, 'Conversation started').getByText('Budget 2027').waitFor();
      await outlook(ben).locator('.topic', { hasText: 'Budget 2027' }).waitFor();
      const field = outlook(ben).getByLabel('Reply in Budget 2027');
      if (!(await field.isVisible())) await outlook(ben).getByText('Budget 2027').first().click();
      await field.fill('Line 3 looks too high to me.');
      await outlook(ben).getByRole('button', { name: 'Reply', exact: true }).click();
      const notice = message(ada, 'Line 3 looks too high to me.');
      await notice.getByText('New post').waitFor();
      await notice.getByText('Ben Ray').first().waitFor();
      await notice.scrollIntoViewIfNeeded();
      assert.deepEqual(await findFaintTexts(ada), []);
      await keep(ada, `notice-${colorScheme}`);
      await notice.getByLabel('Your reply').fill('You are right, I mend it.');
      await notice.getByRole('button', { name: 'Reply', exact: true }).click();
      await outlook(ben).getByText('3 messages').waitFor();
      // What was answered stays, without its field, and the receipt is below it.
      await notice.getByLabel('Your reply').waitFor({ state: 'detached' });
      await message(ada, /Reply sent|has accepted your reply/).waitFor();
      await notice.getByText('Line 3 looks too high to me.').waitFor();
      const posts = browsing.world.conversations('Finance')[0]?.threads[0]?.posts ?? [];
      assert.deepEqual(
        posts.map(({ sender }) => sender.name),
        ['Ada Vance', 'Ben Ray', 'Ada Vance'],
      );
      await keep(ada, `answered-${colorScheme}`);
    });

    it(`shows the news of several conversations as one card: ${colorScheme}`, async () => {
      const ada = await browsing.openAs('ada', { colorScheme });
      await write(ada, 'watch "Finance"');
      await message(ada, 'I tell you here about new posts').waitFor();
      const { graph } = browsing.world.sandbox;
      const { displayName: name, mail: address } = browsing.world.person('Ben');
      for (const topic of ['Invoices of May', 'Travel costs', 'Audit in June', 'New suppliers'])
        graph.mailboxes.createConversation(browsing.world.group('Finance').id, {
          topic,
          post: { sender: { name, address }, body: { contentType: 'text', content: `News about ${topic}.` } },
        });
      const digest = message(ada, 'New posts in 4 conversations');
      await digest.waitFor();
      for (const topic of ['Invoices of May', 'New suppliers'])
        await digest.getByText(topic).first().waitFor();
      assert.equal(await digest.getByRole('button', { name: 'Stop watching' }).count(), 4);
      assert.deepEqual(await findFaintTexts(ada), []);
      await keep(ada, `digest-${colorScheme}`);
      await write(ada, 'watching');
      await message(ada, 'What you watch').getByText('Finance').waitFor();
      assert.deepEqual(await findFaintTexts(ada), []);
      await keep(ada, `list-${colorScheme}`);
    });
  }

  it('shows forwarded mail in the inbox of whom it went to', async () => {
    const [ada, ben] = [await browsing.openAs('ada'), await browsing.openAs('ben', { colorScheme: 'dark' })];
    await write(ada, 'start "Lease" in "All Company": The lease ends in May.');
    const receipt = message(ada, 'Conversation started');
    await receipt.getByText('Lease').first().waitFor();
    const inbox = ben.locator('.inbox');
    await inbox.getByText('Your inbox').click();
    await inbox.getByText('Nothing was forwarded to you yet.').waitFor();
    const direct = receipt.getByRole('button', { name: 'Forward' });
    if (!(await direct.isVisible()))
      await choose(receipt.getByRole('button', { name: /More/ }).last(), 'Forward');
    else await direct.click();
    const form = message(ada, 'Forward the newest post');
    await form.getByRole('textbox', { name: 'Or to names and mail addresses' }).fill('ben@contoso.com');
    await form.getByLabel('Your words (optional)').fill('For your files.');
    await form.getByRole('button', { name: 'Forward as me' }).click();
    await inbox.getByText('Fw: Lease').waitFor();
    await inbox.getByText('For your files.').waitFor();
    await inbox.getByText('The lease ends in May.').waitFor();
    assert.deepEqual(await findFaintTexts(ben), []);
    await keep(ben, 'inbox');
  });
});
