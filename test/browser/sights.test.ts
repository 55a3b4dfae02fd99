import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { findFaintTexts } from './contrast.ts';
import { hasBrowser } from './open-browser.ts';
import { choose, message, write } from './page-parts.ts';
import { readInPage } from './read-in-page.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

const findUnseen = readInPage<string>('find-unseen.js');
const findOverflow = readInPage<string>('find-overflow.js');

describe('the page in high contrast, narrow and enlarged', function () {
  this.timeout(120_000);
  let browsing: Browsing;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
    const ada = browsing.world.client('Ada');
    await ada.send('personal', 'sign in');
    await ada.settled();
  });
  after(() => browsing?.stop());
  afterEach(async () => assert.deepEqual(await browsing.endPages(), []));

  const long = 'a_word_that_goes_on_and_on_and_on_without_any_blank_in_it_at_all';
  /** Every kind of card that one person can bring up by typing, and what to wait for. */
  const cards = (topic: string): Record<string, [typed: string, shown: string | RegExp]> => ({
    receipt: [`start "${topic} ${long}" in Finance: The plan, with ${long}`, 'Conversation started'],
    'receipt of a plan': [`start "${topic} later" in Finance at "tomorrow 09:00": Text`, 'Post now'],
    list: ['recent Finance', 'Newest conversations'],
    'form with a problem': [`start "${long}" in "Nobody’s group ${long}": text`, 'There is no group'],
    pending: ['pending', 'Not finished yet'],
    notice: ['watching', 'Quiet hours'],
    help: ['help', 'forget me'],
    account: ['whoami', 'Mail'],
    question: ['forget me', /[Ff]orget/],
    form: ['start', 'Post to the group'],
  });

  /** Brings up each card, and a dialog, and looks at them all. */
  async function lookAtAll(page: Page, topic: string, look: (what: string) => Promise<void>): Promise<void> {
    await page.locator('#composer-text').waitFor();
    for (const [what, [typed, shown]] of Object.entries(cards(topic))) {
      const before = await page.locator('.messages .card').count();
      await write(page, typed);
      await page.locator('.messages .card').nth(before).waitFor();
      await message(page, shown).locator('.card').waitFor();
      await look(what);
    }
    await message(page, 'Quiet hours and digest')
      .getByRole('button', { name: 'Quiet hours and digest' })
      .click();
    await message(page, 'Save').waitFor();
    await look('settings');
    await choose(page.getByRole('button', { name: 'Use Kickoff while writing' }), 'Start a conversation');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Post to the group' }).click();
    await dialog.getByText('Choose the group that should receive it.').waitFor();
    await look('dialog');
    await page.keyboard.press('Escape');
  }

  for (const colorScheme of ['dark', 'light'] as const)
    it(`shows each field, button and focus in high contrast: ${colorScheme}`, async () => {
      const page = await browsing.openAs('ada', { forcedColors: 'active', colorScheme });
      await lookAtAll(page, `Contrast ${colorScheme}`, async (what) => {
        assert.deepEqual([...(await findFaintTexts(page)), ...(await findUnseen(page))], [], what);
        const shot = process.env['SCREENSHOT'];
        if (shot !== undefined)
          await page.screenshot({ path: shot.replace('.png', `-${colorScheme}-${what}.png`) });
      });

      // Wherever the focus goes it is seen, and so is what would be chosen from a list.
      await page.locator('#composer-text').focus();
      for (let pressed = 0; pressed < 30; pressed++) {
        assert.deepEqual(await findUnseen(page), []);
        await page.keyboard.press('Shift+Tab');
      }
      const group = message(page, 'Post to the group').getByRole('combobox', { name: 'Group' });
      // The answer to the empty search replaces what the card itself offers.
      await Promise.all([page.waitForResponse(/\/search$/), group.click()]);
      await page.locator('.choice-list li[role=option]').nth(1).waitFor();
      await group.press('ArrowDown');
      await page.locator('.choice-list li.active').waitFor();
      const background = (selector: string) =>
        page.evaluate(
          `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`,
        );
      assert.notEqual(
        await background('.choice-list li.active'),
        await background('.choice-list li:not(.active)'),
      );
      assert.notEqual(
        await background('.ac-pushButton.style-positive'),
        await background('.ac-pushButton:not(.style-positive)'),
      );
    });

  const rooms: Record<string, BrowserContextOptions> = {
    'in a window of 320 pixels': { viewport: { width: 320, height: 640 } },
    'enlarged to 200 %': { viewport: { width: 640, height: 400 } },
  };
  for (const [room, options] of Object.entries(rooms))
    it(`has room for everything ${room}`, async () => {
      const page = await browsing.openAs('ada', options);
      await lookAtAll(page, room, async (what) => {
        const shot = process.env['SCREENSHOT'];
        if (shot !== undefined) await page.screenshot({ path: shot.replace('.png', `-${room}-${what}.png`) });
        assert.deepEqual(await findOverflow(page), [], what);
      });
    });
});
