import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** Where an organisation lets Kickoff post but not list groups, a form is answered with a group's id, as a command is. */
describe('a form of somebody whose groups may not be listed', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot(() => ({ POLL_INTERVAL: '1s' }));
    const { consents } = bot.sandbox.entra;
    consents.withdraw(bot.person('Ada').id);
    consents.grant(bot.person('Ada').id, ['Group-Conversation.ReadWrite.All', 'User.Read']);
    await bot.signIn('Ada');
  });
  afterEach(() => bot.stop());

  const inputs = () => ({ groupId: bot.group('Finance').id, topic: 'Least', body: 'Hello' });
  function asksForId(card: unknown): void {
    checkCard(card as never);
    checkCardSchema(card as never);
    const group = everything(card).find(({ id }) => id === 'groupId');
    assert.equal(group?.['type'], 'Input.Text');
    assert.match(JSON.stringify(card), /may not list groups.*“whoami”/);
  }

  it('in the chat', async () => {
    const ada = createPerson(bot, 'Ada');
    const form = await ada.say('start');
    asksForId(form.card);
    const posted = await ada.post(form, inputs());
    assert.match(posted.text, /Conversation started/);
    assert.equal(bot.conversations('Finance')[0]?.topic, 'Least');
  });

  it('in the chat, with a name that cannot be looked up', async () => {
    const ada = createPerson(bot, 'Ada');
    const form = await ada.say('start "Least" in Finance: Hello');
    assert.match(form.text, /no permission to read this/);
    asksForId(form.card);
    assert.match(form.text, /"value":"Finance"/);
    const posted = await ada.post(form, inputs());
    assert.match(posted.text, /Conversation started/);
    assert.equal(bot.conversations('Finance')[0]?.topic, 'Least');
  });

  it('says by what its groups are missing when they are asked for', async () => {
    const ada = bot.client('Ada');
    for (const typed of ['groups', 'recent']) {
      await ada.send('personal', typed);
      assert.match(ada.messages('personal').at(-1)?.text ?? '', /no permission to read this.*“whoami”/);
    }
  });

  it('shows no id in a notice', async () => {
    const ada = createPerson(bot, 'Ada');
    await ada.say(`start "Least" in ${inputs().groupId}: Hello`);
    const thread = bot.conversations('Finance')[0]!.threads[0]!;
    bot.sandbox.graph.mailboxes.postAs(bot.person('Ben').id, inputs().groupId, thread.id, {
      contentType: 'text',
      content: 'An answer',
    });
    const shown = await eventually('the notice', () =>
      bot.chat('Ada').find(({ attachments }) => JSON.stringify(attachments).includes('An answer')),
    );
    const card = shown.attachments[0]?.content as AdaptiveCard;
    const texts = everything(card).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
    for (const text of [...texts, shown.summary ?? '']) assert.doesNotMatch(text, /-0000-4000-/);
    const { text: list } = await ada.say('watching');
    assert.match(list, /"text":"Least"/);
  });

  it('in a dialog', async () => {
    const ada = bot.client('Ada');
    const opened = await ada.dialogs.run({
      commandId: 'startConversation',
      place: ada.placeOf({ chat: 'Month end' }),
    });
    assert.ok(opened.kind === 'dialog');
    asksForId(opened.dialog.card);
    await ada.dialogs.submit('Post to the group', inputs());
    assert.equal(bot.conversations('Finance')[0]?.topic, 'Least');
  });

  it('in a dialog of somebody who is not signed in, with the way to a search', async () => {
    const ben = bot.client('Ben');
    await ben.send('Launch', '@Kickoff start');
    const card = ben.messages('Launch').find(({ cards }) => JSON.stringify(cards).includes('Fill in'));
    const pressed = await ben.press(card?.id ?? '', 'Fill in');
    assert.ok(pressed.kind === 'task' && pressed.result.kind === 'dialog');
    const shown = pressed.result.dialog.card;
    checkCardSchema(shown as never);
    assert.match(JSON.stringify(shown), /not signed in yet.*“sign in”/);
    assert.equal(everything(shown as never).find(({ id }) => id === 'groupId')?.['type'], 'Input.Text');
  });
});
