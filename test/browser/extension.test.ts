import assert from 'node:assert/strict';
import { eventually } from '../e2e/start-world.ts';
import { hasBrowser } from './open-browser.ts';
import { choose, message, openChat, outlook, pick, write } from './page-parts.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

describe('message actions and the message extension in a real browser', function () {
  this.timeout(60_000);
  let browsing: Browsing;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
  });
  after(() => browsing?.stop());
  afterEach(async () => assert.deepEqual(await browsing.endPages(), []));

  const forget = async (name: string) => {
    await browsing.world.client(name).send('personal', 'sign out');
    browsing.world.sandbox.entra.consents.withdraw(browsing.world.person(name).id);
  };

  it('starts a conversation from what somebody else wrote in a group chat', async () => {
    const [ada, ben] = await Promise.all([browsing.openAs('ada'), browsing.openAs('ben')]);
    await Promise.all([openChat(ada, 'Month end'), openChat(ben, 'Month end')]);
    await ada.getByRole('button', { name: '@Kickoff' }).click();
    await write(ada, 'Who sends the invoices out?');
    // It arrives at Ben's by itself.
    await choose(
      message(ben, 'Who sends the invoices out?').getByRole('button', {
        name: 'More for the message of Ada',
      }),
      'Start a conversation',
    );
    const dialog = ben.getByRole('dialog', { name: 'Start a conversation' });
    assert.match(
      await dialog.getByLabel('Text').inputValue(),
      /Ada Vance wrote:\n\n> Who sends the invoices/,
    );
    await dialog.getByRole('button', { name: 'Post to the group' }).click();
    await dialog.getByText('Choose the group that should receive it.').waitFor();
    await pick(dialog, 'Group', 'Finance');
    await dialog.getByLabel('Topic').fill('Invoices');
    await dialog.getByRole('button', { name: 'Post to the group' }).click();
    await dialog.waitFor({ state: 'detached' });
    await ben.locator('.toast').getByText('the receipt is in your chat with me').waitFor();
    // So does the mail, with the quote, and the receipt in the chat that is not open.
    await outlook(ben).locator('.topic', { hasText: 'Invoices' }).waitFor();
    await ben.locator('#chats').getByRole('button', { name: 'Kickoff new messages' }).click();
    await message(ben, 'Conversation started').getByText('Invoices').waitFor();
    assert.equal(browsing.world.conversations('Finance').length, 1);
  });

  it('shows a slash command to nobody else, and says so', async () => {
    const page = await browsing.openAs('ada');
    await openChat(page, 'Month end');
    await write(page, '/help');
    await message(page, '/help').getByText('Only you can see this').waitFor();
  });

  it('keeps what was typed when a dialog cannot be sent, and says so', async () => {
    const ada = await browsing.openAs('ada');
    await choose(ada.getByRole('button', { name: 'Use Kickoff while writing' }), 'Start a conversation');
    const dialog = ada.getByRole('dialog');
    await pick(dialog, 'Group', 'Finance');
    await dialog.getByLabel('Topic').fill('Kept');
    await dialog.getByLabel('Text').fill('This stays.');
    await ada.route('**/dialog-submit', (route) =>
      route.fulfill({ json: { kind: 'error', text: 'Unable to reach app.' } }),
    );
    await dialog.getByRole('button', { name: 'Post to the group' }).click();
    await dialog.getByRole('alert').getByText('Unable to reach app.').waitFor();
    await ada.unroute('**/dialog-submit');
    assert.equal(await dialog.getByLabel('Text').inputValue(), 'This stays.');
    await dialog.getByRole('button', { name: 'Post to the group' }).click();
    await dialog.waitFor({ state: 'detached' });
    await outlook(ada).locator('.topic', { hasText: 'Kept' }).waitFor();
  });

  it('finds a conversation while writing, and inserts it as a card for everybody', async () => {
    const [ada, ben] = await Promise.all([browsing.openAs('ada'), browsing.openAs('ben')]);
    await Promise.all([openChat(ada, 'General'), openChat(ben, 'General')]);
    await choose(ada.getByRole('button', { name: 'Use Kickoff while writing' }), 'Conversations');
    const panel = ada.getByRole('dialog', { name: 'Conversations' });
    await panel.getByRole('button', { name: /Invoices/ }).waitFor();
    await panel.getByRole('searchbox').fill('kept');
    await panel.getByText('1 found').waitFor();
    await ada.keyboard.press('ArrowDown');
    await ada.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    const draft = ada.getByRole('list', { name: 'Goes with it' });
    await draft.getByText('Kept').waitFor();
    await ada.getByRole('button', { name: '@Kickoff' }).click();
    await write(ada, 'Please read this');
    await draft.waitFor({ state: 'hidden' });
    const seen = message(ben, 'Please read this').locator('.card');
    await seen.getByText('Kept').waitFor();
    const [opened] = await Promise.all([
      ben.context().waitForEvent('page'),
      seen
        .getByRole('link', { name: 'Open in Outlook' })
        .or(seen.getByText('Open in Outlook'))
        .first()
        .click(),
    ]);
    await opened.getByRole('heading', { name: 'Finance', exact: true }).waitFor();
  });

  it('signs in for a pressed card in a group chat, and goes on in the press', async () => {
    const chika = await browsing.openAs('chika');
    await openChat(chika, 'Month end');
    await write(chika, 'start "Trip" in "All Company": Who comes?');
    const receipt = message(chika, 'Waiting for you to sign in');
    await receipt.getByRole('button', { name: 'Sign in and post' }).click();
    const prompt = receipt.locator('.sign-in');
    await browsing.signInBy(chika, 'Chika Okoro', () =>
      prompt.getByRole('button', { name: 'Sign in' }).click(),
    );
    await message(chika, 'Conversation started').getByText('Trip').waitFor();
    await prompt.waitFor({ state: 'detached' });
    await eventually('one conversation', () => browsing.world.conversations('All Company').length === 1);
  });

  it('signs in for the search, and searches then', async () => {
    const dana = await browsing.openAs('dana');
    await choose(dana.getByRole('button', { name: 'Use Kickoff while writing' }), 'Conversations');
    const panel = dana.getByRole('dialog', { name: 'Conversations' });
    await browsing.signInBy(dana, 'Dana Lindqvist', () =>
      panel.getByRole('button', { name: 'Sign in' }).click(),
    );
    await panel.getByRole('button', { name: /Trip/ }).waitFor();
    await dana.getByText('Kickoff may act for you').waitFor();
  });

  it('signs in for a dialog, and opens it then', async () => {
    await forget('Dana');
    const dana = await browsing.openAs('dana');
    await choose(dana.getByRole('button', { name: 'Use Kickoff while writing' }), 'Start a conversation');
    const dialog = dana.getByRole('dialog');
    await browsing.signInBy(dana, 'Dana Lindqvist', () =>
      dialog.getByRole('button', { name: 'Sign in' }).click(),
    );
    await dana.getByRole('dialog', { name: 'Start a conversation' }).getByLabel('Topic').waitFor();
    await dana.keyboard.press('Escape');
    await dana.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
