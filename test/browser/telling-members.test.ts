import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { hasBrowser } from './open-browser.ts';
import { message, write } from './page-parts.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

describe(`telling members in a real browser${hasBrowser ? '' : ' (skipped: no Chromium)'}`, function () {
  this.timeout(60_000);
  let browsing: Browsing;
  let ada: Page;
  let ben: Page;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
    for (const name of ['Ada', 'Ben', 'Chika']) await browsing.world.client(name).open('personal');
    ada = await browsing.openAs('ada', { viewport: { width: 1280, height: 1400 } });
    ben = await browsing.openAs('ben');
  });
  after(() => browsing?.stop());

  it('starts a conversation by the form, and each member sees a card', async () => {
    await browsing.world.client('Ada').send('personal', 'sign in');
    await browsing.world.client('Ada').settled();
    await write(ada, 'start "Summer party" in "All Company"');
    const form = message(ada, 'Post to the group');
    await form.getByLabel('Text').fill('Who brings the cake?');
    await form.getByRole('checkbox', { name: 'Tell the members in Teams' }).check();
    await form.getByRole('button', { name: 'Post to the group' }).click();
    await message(ada, 'The group’s members are being told in Teams').waitFor();
    const card = message(ben, /Ada Vance.*started.*Summer party.*in.*All Company/);
    await card.getByText('Who brings the cake?').waitFor();
    await card.getByRole('link', { name: 'Open in Outlook' }).waitFor();
    for (const button of ['Reply', 'Watch']) await card.getByRole('button', { name: button }).waitFor();
  });

  it('shows how it ended, and opens the report that it put into the drive', async () => {
    const progress = message(ada, 'not everybody could be told');
    await progress.getByText('3 of 3 done').waitFor();
    await progress.getByRole('button', { name: 'Export as CSV' }).click();
    const asked = message(ada, 'Who was told, who was not, and why.');
    const [{ width } = { width: 0 }] = await progress
      .locator('.ac-columnSet > div')
      .evaluateAll((columns) => columns.map((column) => ({ width: column.getBoundingClientRect().width })));
    assert.ok(width > 100, `the first part of the bar is ${width} wide`);
    await asked.getByRole('button', { name: 'Allow' }).waitFor();
    const picture = process.env['SCREENSHOT'];
    if (picture !== undefined) await ada.screenshot({ path: picture });
    await asked.getByRole('button', { name: 'Allow' }).click();
    const link = ada.getByRole('link', { name: /^notice-report-.*\.csv$/ });
    const [opened] = await Promise.all([ada.waitForEvent('popup'), link.click()]);
    await opened.waitForLoadState();
    assert.match((await opened.textContent('body')) ?? '', /Ben Ray,bbbbbbbb-[^,]*,told/);
    await opened.close();
    if (picture !== undefined) await ben.screenshot({ path: picture.replace('.png', '-ben.png') });
  });

  it('declines a file', async () => {
    await message(ada, 'not everybody could be told').getByRole('button', { name: 'Export as CSV' }).click();
    const asked = message(ada, 'Who was told, who was not, and why.');
    await asked.getByRole('button', { name: 'Decline' }).click();
    await message(ada, 'no file was made').waitFor();
    assert.deepEqual(await browsing.endPages(), []);
  });
});
