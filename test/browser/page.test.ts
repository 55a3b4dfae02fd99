import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { startWorld, type World } from '../e2e/start-world.ts';
import { hasBrowser, openBrowser } from './open-browser.ts';

describe(`the page in a real browser${hasBrowser ? '' : ' (skipped: no Chromium at /usr/bin/chromium)'}`, function () {
  this.timeout(60_000);
  let world: World;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  before(async function () {
    if (!hasBrowser) this.skip();
    world = await startWorld();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });
  afterEach(() => assert.deepEqual(problems.splice(0), []));

  async function openAs(who: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const opened = await context.newPage();
    opened.setDefaultTimeout(10_000);
    opened.on('pageerror', ({ message }) => problems.push(message));
    opened.on('request', (request) => {
      if (!['localhost', '127.0.0.1'].includes(new URL(request.url()).hostname)) problems.push(request.url());
    });
    await opened.goto(`${world.sandbox.pageOrigin}/?as=${who}`);
    return opened;
  }

  const mail = (opened: Page) => opened.locator('.conversations');
  const write = async (opened: Page, text: string) => {
    const composer = opened.getByPlaceholder('Write to Kickoff');
    await composer.fill(text);
    await composer.press('Enter');
  };

  it('starts a conversation by a command, and shows it in the mailbox', async () => {
    page = await openAs('ada');
    await write(
      page,
      'start "Budget 2027" in "Finance" with ben@contoso.com: Hello all, here is the plan for next year.',
    );
    await page.getByText('Conversation started', { exact: true }).waitFor();
    await mail(page).getByText('Budget 2027').first().waitFor();
    await mail(page).getByText('Hello all, here is the plan for next year.').waitFor();
    assert.equal(world.conversations('Finance').length, 1);
    const screenshot = process.env['SCREENSHOT'];
    if (screenshot !== undefined) await page.screenshot({ path: screenshot });
  });

  it('starts one by the form, with the keyboard, and shows it in the mailbox', async () => {
    await write(page, 'start');
    const form = page.locator('.ac-adaptiveCard').filter({ hasText: 'Post to the group' }).last();
    await form.getByRole('combobox', { name: 'Group' }).click();
    await page.keyboard.type('compan', { delay: 20 });
    await page.getByRole('option', { name: /All Company/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByLabel('Topic').fill('Summer party');
    await form.getByLabel('Text').fill('Who brings the cake?');
    await form.getByRole('button', { name: 'Post to the group' }).press('Enter');
    await page.getByText('Conversation started', { exact: true }).nth(1).waitFor();
    await page.getByRole('button', { name: /All Company/ }).click();
    await mail(page).getByText('Summer party').first().waitFor();
    await mail(page).getByText('Who brings the cake?').waitFor();
    assert.equal(world.conversations('All Company').length, 1);
  });

  it('goes through consent in a pop-up, and on by itself', async () => {
    const dana = await openAs('dana');
    await write(dana, 'start "Welcome" in "All Company": I am new here.');
    const [popup] = await Promise.all([
      dana.waitForEvent('popup'),
      dana.getByRole('button', { name: 'Sign in' }).click(),
    ]);
    await popup.getByRole('button', { name: 'Dana Lindqvist' }).click();
    await popup.getByRole('button', { name: 'Accept' }).click();
    await dana.getByText('Conversation started', { exact: true }).waitFor();
    assert.equal(world.conversations('All Company').filter(({ topic }) => topic === 'Welcome').length, 1);
  });

  it('opens the group’s mail by the receipt’s link', async () => {
    const [outlook] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByText('Open in Outlook').first().click(),
    ]);
    await outlook.getByRole('heading', { name: 'Finance' }).waitFor();
    await mail(outlook).getByText('Budget 2027').first().waitFor();
  });
});
