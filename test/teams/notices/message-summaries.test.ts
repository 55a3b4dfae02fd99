import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { createPerson, type PersonAtBot } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** What people read in a notification before they open the chat: without a summary Teams says no more than that a card came. */
describe('summaries of messages', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  before(async () => {
    bot = await startBot(() => ({ POLL_INTERVAL: '1s' }));
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
  });
  after(() => bot.stop());

  const withCards = () => bot.chat('Ada').filter(({ attachments }) => attachments.length > 0);
  const plain = (text = '') => text.replaceAll(/[\u2060\u2068\u2069]/g, '');

  it('says who wrote what, and where, when something new was posted', async () => {
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Finance"'));
    const { displayName: name, mail: address } = bot.person('Ben');
    bot.sandbox.graph.mailboxes.createConversation(bot.group('Finance').id, {
      topic: 'Budget 2027',
      post: { sender: { name, address }, body: { contentType: 'text', content: 'Who can check it?' } },
    });
    const notice = await eventually('the notice', () =>
      withCards().find(({ attachments }) => /New post/.test(JSON.stringify(attachments))),
    );
    assert.equal(plain(notice.summary), 'New post – Budget 2027 – Finance – Ben Ray: Who can check it?');
  });

  it('says what became of a request, also once that has changed', async () => {
    await ada.say('start "Plan" in Finance: Hello');
    const receipt = withCards().at(-1);
    assert.equal(plain(receipt?.summary), 'Conversation started – Plan – Finance');
  });

  it('is there on whatever is shown as a card, the sign-in included', async () => {
    for (const typed of ['help', 'start', 'recent', 'groups', 'pending', 'watching', 'whoami', 'forget me'])
      await ada.say(typed);
    await bot.askForSignIn('Chika');
    const messages = [...withCards(), ...bot.chat('Chika')];
    assert.ok(messages.length > 10);
    for (const { summary, attachments } of messages)
      assert.ok(plain(summary).length > 4, JSON.stringify(attachments[0]).slice(0, 200));
  });
});
