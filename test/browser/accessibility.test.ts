import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findFaintTexts } from './contrast.ts';
import { hasBrowser } from './open-browser.ts';
import { choose, message, openChat, pick, write } from './page-parts.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

describe('the page by keyboard, in the dark and in German', function () {
  this.timeout(60_000);
  let browsing: Browsing;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
    // Signs in silently, so that there are groups to choose from in a channel too.
    const ada = browsing.world.client('Ada');
    await ada.send('personal', 'sign in');
    await ada.settled();
  });
  after(() => browsing?.stop());
  afterEach(async () => assert.deepEqual(await browsing.endPages(), []));

  const focused = (page: Page, name: string) =>
    page
      .locator(`:focus[aria-label="${name}"]`)
      .or(page.locator(':focus').filter({ hasText: new RegExp(`^${name}$`) }));
  const tabTo = async (page: Page, name: string, key = 'Tab') => {
    for (let pressed = 0; pressed < 60; pressed++) {
      if ((await focused(page, name).count()) > 0) return;
      await page.keyboard.press(key);
    }
    assert.fail(`${name} cannot be reached with ${key}`);
  };

  it('fills in a form in a channel without a mouse', async () => {
    const ada = await browsing.openAs('ada');
    await ada.locator('#composer-text').waitFor();
    await tabTo(ada, '#General', 'Shift+Tab');
    await ada.keyboard.press('Enter');
    await ada.getByRole('heading', { name: 'General', exact: true }).waitFor();
    await ada.keyboard.type('start');
    await ada.keyboard.press('Enter');
    await ada.getByRole('button', { name: 'Fill in' }).waitFor();
    await tabTo(ada, 'Fill in', 'Shift+Tab');
    await ada.keyboard.press('Enter');
    const dialog = ada.getByRole('dialog', { name: 'Start a conversation' });
    await dialog.getByLabel('Topic').waitFor();
    await focused(ada, 'Group').waitFor();

    // The focus stays in the dialog, Esc closes first its list and then the dialog, and the focus goes back.
    for (let pressed = 0; pressed < 12; pressed++) {
      await ada.keyboard.press('Tab');
      assert.equal(await ada.locator(':focus:not(dialog *)').count(), 0);
    }
    await tabTo(ada, 'Group');
    await ada.keyboard.press('ArrowDown');
    await dialog.getByRole('option').first().waitFor();
    await ada.keyboard.press('Escape');
    await dialog.getByRole('listbox').waitFor({ state: 'hidden' });
    await ada.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focused(ada, 'Fill in').waitFor();

    await ada.keyboard.press('Enter');
    await dialog.getByLabel('Topic').waitFor();
    await ada.keyboard.type('all');
    await dialog.getByRole('option', { name: /All Company/ }).waitFor();
    await ada.keyboard.press('ArrowDown');
    await ada.keyboard.press('Enter');
    await ada.keyboard.press('Tab');
    await ada.keyboard.type('By keyboard');
    await ada.keyboard.press('Tab');
    await ada.keyboard.type('No mouse was near.');
    await tabTo(ada, 'Post to the group');
    await ada.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await message(ada, 'Conversation started').getByText('By keyboard').waitFor();
    assert.equal(browsing.world.conversations('All Company')[0]?.topic, 'By keyboard');
  });

  it('ties what is wrong with a choice to its field, for as long as it is wrong', async () => {
    const ada = await browsing.openAs('ada');
    await write(ada, 'start');
    const form = message(ada, 'Also send to');
    const group = form.getByRole('combobox', { name: 'Group' });
    assert.equal(await group.getAttribute('aria-required'), 'true');
    await form.getByRole('button', { name: 'Post to the group' }).click();
    await form.getByText('Choose the group that should receive it.').waitFor();
    const described = () => group.getAttribute('aria-describedby');
    const shown = await ada.locator(`[id="${await described()}"]`).textContent();
    assert.equal(shown?.trim(), 'Choose the group that should receive it.');
    assert.equal(await group.getAttribute('aria-invalid'), 'true');
    await pick(form, 'Group', 'all');
    await form.getByRole('button', { name: 'Post to the group' }).click();
    await form.getByText('Choose the group that should receive it.').waitFor({ state: 'detached' });
    assert.equal(await described(), null);
  });

  it('goes through the menu of a message with the arrows', async () => {
    const ada = await browsing.openAs('ada');
    const more = message(ada, 'Welcome').getByRole('button', { name: 'More for the message of Kickoff' });
    await more.focus();
    await ada.keyboard.press('ArrowDown');
    await focused(ada, 'Start a conversation').waitFor();
    await ada.keyboard.press('Escape');
    await focused(ada, 'More for the message of Kickoff').waitFor();
    assert.equal(await more.getAttribute('aria-expanded'), 'false');
  });

  it('opens what is behind “...” next to it, and closes it with Esc', async () => {
    const ada = await browsing.openAs('ada');
    await write(ada, 'groups');
    const more = message(ada, 'All Company').getByRole('button', { name: 'More options' }).first();
    // A click waits until nothing moves any more.
    await more.click();
    const entry = ada.getByRole('menuitem', { name: 'Newest conversations' });
    const [button, menu] = await Promise.all([more.boundingBox(), entry.boundingBox()]);
    assert.ok(button && menu, 'both are seen');
    const off = [menu.x - button.x, menu.y - button.y].map(Math.abs);
    assert.ok(Math.max(...off) < 200, `the menu is ${off.join(', ')} pixels off`);
    assert.deepEqual(await findFaintTexts(ada), []);
    const shot = process.env['SCREENSHOT'];
    if (shot !== undefined) await ada.screenshot({ path: shot });
    await ada.keyboard.press('Escape');
    await entry.waitFor({ state: 'detached' });
    await more.press('Enter');
    await entry.press('Enter');
    await message(ada, /Newest conversations|There is no conversation in/).waitFor();
  });

  for (const colorScheme of ['dark', 'light'] as const) {
    it(`can be read: ${colorScheme}`, async () => {
      const ada = await browsing.openAs('ada', { colorScheme });
      await write(ada, 'whoami');
      await message(ada, 'Ada Vance').waitFor();
      await write(ada, 'start "Nowhere" in "Nobody’s group": text');
      await ada.getByText('Post to the group').last().waitFor();
      await write(ada, 'help');
      await message(ada, 'forget me').waitFor();
      assert.deepEqual(await findFaintTexts(ada), []);
      await choose(ada.getByRole('button', { name: 'Use Kickoff while writing' }), 'Start a conversation');
      const dialog = ada.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Post to the group' }).click();
      await dialog.getByText('Choose the group that should receive it.').waitFor();
      assert.deepEqual(await findFaintTexts(ada), []);
    });
  }

  it('speaks German with whoever has set their Teams to it, and nothing is cut off', async () => {
    const ben = await browsing.openAs('ben');
    await Promise.all([
      ben.waitForEvent('load'),
      ben.getByLabel('Language of your Teams and Outlook').selectOption('Deutsch'),
    ]);
    // The page around it, too.
    await ben.getByRole('button', { name: 'Senden' }).waitFor();
    assert.equal(await ben.locator('html').getAttribute('lang'), 'de');
    await ben.getByText('Noch keine Unterhaltungen in Finance.').waitFor();
    assert.match(await ben.locator('#chat').innerText(), /Nur Sie und der Bot/);
    await write(ben, 'start');
    const form = message(ben, 'Gruppe').locator('.card');
    await form.getByRole('button', { name: 'In der Gruppe veröffentlichen' }).waitFor();
    assert.equal(await form.getAttribute('lang'), 'de-DE');
    await write(ben, 'help');
    await message(ben, 'Zum Beispiel').waitFor();
    await choose(
      ben.getByRole('button', { name: 'Kickoff beim Schreiben verwenden' }),
      'Unterhaltung beginnen',
    );
    const dialog = ben.getByRole('dialog', { name: 'Unterhaltung beginnen' });
    await dialog.getByLabel('Betreff').waitFor();
    const cut = await ben
      .locator('.card, .card button, .card label, dialog h2')
      .evaluateAll((all) =>
        all
          .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
          .map((each) => each.textContent),
      );
    assert.deepEqual(cut, []);
    // Only his: Ada still reads English.
    const ada = await browsing.openAs('ada');
    await openChat(ada, 'Launch');
    await write(ada, 'start');
    await ada.getByRole('button', { name: 'Fill in' }).waitFor();
  });
});
