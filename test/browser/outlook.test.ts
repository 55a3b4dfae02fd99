import assert from 'node:assert/strict';
import { hasBrowser } from './open-browser.ts';
import { choose, message, outlook, pick, write } from './page-parts.ts';
import { picture } from './picture.ts';
import { startBrowsing, type Browsing } from './start-browsing.ts';

describe('files, Outlook and choices in a real browser', function () {
  this.timeout(60_000);
  let browsing: Browsing;

  before(async function () {
    if (!hasBrowser) this.skip();
    browsing = await startBrowsing();
  });
  after(() => browsing?.stop());
  afterEach(async () => assert.deepEqual(await browsing.endPages(), []));

  it('gives a file and a picture to the bot, and shows both in the mailbox', async () => {
    const ada = await browsing.openAs('ada');
    const file = { name: 'Budget.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') };
    await ada.locator('input[aria-label="Attach files"]').setInputFiles(file);
    const image = { name: 'chart.png', mimeType: 'image/png', buffer: picture };
    await ada.locator('input[aria-label="Insert pictures"]').setInputFiles(image);
    const draft = ada.getByRole('list', { name: 'Goes with it' });
    await draft.getByRole('img', { name: 'chart.png' }).waitFor();
    await draft.getByText('Budget.csv').waitFor();
    await write(ada, 'start "Numbers" in "Finance": Here they are.');
    await message(ada, 'Conversation started').getByText('Budget.csv').waitFor();
    await message(ada, 'Here they are.').getByRole('img', { name: 'Picture' }).waitFor();
    const mail = outlook(ada);
    await mail.getByRole('list', { name: 'Attachments' }).getByText('Budget.csv').waitFor();
    const shown = mail.frameLocator('iframe').first().locator('img');
    await shown.waitFor();
    assert.equal(
      await shown.evaluate((each) => (each as unknown as { naturalWidth: number }).naturalWidth),
      2,
    );
  });

  it('answers in Outlook, and everybody sees it by itself', async () => {
    const [ada, ben] = await Promise.all([browsing.openAs('ada'), browsing.openAs('ben')]);
    await Promise.all([ada, ben].map((page) => outlook(page).getByText('Numbers').first().click()));
    await outlook(ben).getByLabel('Reply in Numbers').fill('Thank you, Ada.');
    await outlook(ben).getByRole('button', { name: 'Reply', exact: true }).click();
    await outlook(ada).getByText('Thank you, Ada.').waitFor();
    assert.equal(browsing.world.conversations('Finance')[0]?.threads[0]?.posts.length, 2);
  });

  it('inserts a conversation into a new mail, where only its link is left', async () => {
    const ben = await browsing.openAs('ben');
    await ben.getByText('New mail', { exact: true }).click();
    await ben.getByLabel('Subject').fill('See the numbers');
    const writing = ben.locator('.new-mail');
    await choose(writing.getByRole('button', { name: 'Use Kickoff in this mail' }), 'Conversations');
    await ben
      .getByRole('dialog')
      .getByRole('button', { name: /Numbers/ })
      .click();
    await writing.getByRole('list', { name: 'Goes with it' }).getByText('Open in Outlook').waitFor();
    await writing.getByRole('button', { name: 'Send' }).click();
    await outlook(ben).locator('.topic', { hasText: 'See the numbers' }).waitFor();
    const link = outlook(ben).frameLocator('iframe').first().getByRole('link', { name: 'Open in Outlook' });
    assert.match((await link.getAttribute('href')) ?? '', /\/mail\/group\//);
  });

  it('starts a conversation from a mail, with the receipt in the chat', async () => {
    const ben = await browsing.openAs('ben');
    await ben.getByText('New mail', { exact: true }).click();
    const use = ben.locator('.new-mail').getByRole('button', { name: 'Use Kickoff in this mail' });
    await choose(use, 'Start a conversation');
    const dialog = ben.getByRole('dialog', { name: 'Start a conversation' });
    await pick(dialog, 'Group', 'All Company');
    await dialog.getByLabel('Topic').fill('From Outlook');
    await dialog.getByLabel('Text').fill('Written in a mail.');
    await dialog.getByRole('button', { name: 'Post to the group' }).click();
    await dialog.waitFor({ state: 'detached' });
    await message(ben, 'Conversation started').getByText('From Outlook').waitFor();
  });

  it('picks several people, and takes back what depends on another choice', async () => {
    const { channel, tenant } = browsing.world.sandbox;
    const ada = await browsing.openAs('ada');
    await message(ada, 'Welcome').waitFor();
    const chat = channel.chats.find(
      (each) => each.kind === 'personal' && each.person.mail.startsWith('ada'),
    )!;
    const people = { type: 'Data.Query', dataset: 'graph.microsoft.com/users' };
    const choices = ['First', 'Second'].map((title) => ({ title, value: title }));
    channel.messages.add({
      ...{ chatId: chat.id, threaded: false, text: '', textFormat: 'plain', deliveryStatus: undefined },
      from: { kind: 'bot', id: channel.botId, name: 'Kickoff' },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            version: '1.6',
            body: [
              {
                type: 'Input.ChoiceSet',
                id: 'who',
                label: 'Who',
                isMultiSelect: true,
                'choices.data': people,
                choices: [],
              },
              {
                ...{ type: 'Input.ChoiceSet', id: 'group', label: 'Which', style: 'filtered', choices },
                valueChangedAction: { type: 'Action.ResetInputs', targetInputIds: ['part', 'word'] },
              },
              { type: 'Input.ChoiceSet', id: 'part', label: 'Part', style: 'filtered', choices },
              { type: 'Input.Text', id: 'word', label: 'Word' },
            ],
            actions: [{ type: 'Action.Submit', title: 'Take these', data: {} }],
          },
        },
      ],
    });
    const card = message(ada, 'Take these').locator('.card');
    for (const name of ['Ben', 'Chika', 'Dana']) await pick(card, 'Who', name);
    await card.getByRole('button', { name: 'Remove Chika Okoro' }).click();
    await pick(card, 'Part', 'Second');
    await card.getByLabel('Word').fill('typed');
    await pick(card, 'Which', 'First');
    assert.equal(await card.getByRole('combobox', { name: 'Part' }).inputValue(), '');
    assert.equal(await card.getByLabel('Word').inputValue(), '');
    await card.getByLabel('Word').fill('again');
    const [pressed] = await Promise.all([
      ada.waitForRequest('**/press'),
      card.getByRole('button', { name: 'Take these' }).click(),
    ]);
    const chosen = ['Ben Ray', 'Dana Lindqvist'].map(
      (name) => tenant.people.find(({ displayName }) => displayName === name)!.id,
    );
    assert.deepEqual(pressed.postDataJSON().inputs, {
      who: chosen.join(','),
      group: 'First',
      part: '',
      word: 'again',
    });
  });

  it('becomes somebody else, who sees their own chats and mail', async () => {
    const ada = await browsing.openAs('ada');
    await ada.getByRole('button', { name: 'General' }).waitFor();
    await Promise.all([ada.waitForEvent('load'), ada.getByLabel('You are').selectOption('Dana Lindqvist')]);
    await ada.locator('.groups').getByText('Board').waitFor();
    assert.equal(await ada.locator('#chats').getByRole('button').count(), 1);
  });
});
