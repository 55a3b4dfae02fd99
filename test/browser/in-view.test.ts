import assert from 'node:assert/strict';
import { hasBrowser } from './open-browser.ts';
import { message, outlook, write } from './page-parts.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

describe('what was opened or sent is in view', function () {
  this.timeout(60_000);
  let browsing: Browsing;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
    const ada = browsing.world.client('Ada');
    await ada.send('personal', 'sign in');
    await ada.send('personal', 'start "Budget" in Finance: Hello');
    await ada.settled();
  });
  after(() => browsing?.stop());
  afterEach(async () => assert.deepEqual(await browsing.endPages(), []));

  it('the menu of a card’s row, where the page was scrolled', async () => {
    const page = await browsing.openAs('ada', { viewport: { width: 320, height: 640 } });
    const more = message(page, 'Conversation started').getByRole('button', { name: 'More options' });
    await more.waitFor();
    await page.evaluate('window.scrollTo(0, 180)');
    await more.click();
    const row = (await more.boundingBox())!;
    const menu = (await page.getByRole('menu').getByText('Forward').boundingBox())!;
    assert.ok(Math.abs(menu.y - row.y) < 150, `the button is at ${row.y}, its menu at ${menu.y}`);
    assert.ok(menu.y >= 0 && menu.y + menu.height <= 640, `the menu is at ${menu.y}`);
  });

  it('what a person writes, wherever they were reading', async () => {
    const page = await browsing.openAs('ada', { viewport: { width: 900, height: 400 } });
    await message(page, 'Conversation started').waitFor();
    await page.locator('.messages').evaluate((list) => list.scrollTo(0, 0));
    await write(page, 'pending');
    await message(page, 'Nothing of yours is waiting').waitFor();
    const answer = (await message(page, 'Nothing of yours is waiting').boundingBox())!;
    const box = (await page.locator('#composer-text').boundingBox())!;
    assert.ok(answer.y + answer.height <= box.y, `the answer ends at ${answer.y + answer.height}`);
  });

  it('the whole text of a mail that begins with a quotation', async () => {
    const page = await browsing.openAs('ada');
    const { id } = browsing.world.group('Finance');
    browsing.world.sandbox.graph.mailboxes.createConversation(id, {
      topic: 'Quoted',
      post: {
        sender: { name: 'Ben Ray', address: 'ben@contoso.com' },
        body: {
          contentType: 'html',
          content: '<div><blockquote><p>Was said</p></blockquote><p>The last line</p></div>',
        },
      },
    });
    await outlook(page).getByText('Quoted').first().click();
    const frame = outlook(page).locator('iframe').first();
    await frame.contentFrame().getByText('The last line').waitFor();
    const [needs, has] = await frame.evaluate((each) => {
      const { contentDocument, clientHeight } = each as unknown as {
        contentDocument: { documentElement: { scrollHeight: number } };
        clientHeight: number;
      };
      return [contentDocument.documentElement.scrollHeight, clientHeight];
    });
    assert.ok(needs !== undefined && has !== undefined && needs <= has, `${needs} px in ${has} px`);
  });
});
