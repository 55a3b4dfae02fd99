import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

/** What is answered in a notice stays readable there, and what was typed is not lost, whatever keeps it from being posted. */
describe('a notice that is answered in place', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  let shown: ShownCard;
  let thread: { id: string; posts: readonly unknown[] };
  beforeEach(async () => {
    bot = await startBot(() => ({ POLL_INTERVAL: '1s' }));
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Finance"'));
    const { displayName: name, mail: address } = bot.person('Ben');
    ({ thread } = bot.sandbox.graph.mailboxes.createConversation(bot.group('Finance').id, {
      topic: 'Budget',
      post: { sender: { name, address }, body: { contentType: 'text', content: 'Who can check it?' } },
    }));
    shown = await eventually('the notice', () => {
      const message = bot
        .chat('Ada')
        .findLast(({ attachments }) => /Who can check/.test(JSON.stringify(attachments)));
      return message && ada.cardOf(message.id);
    });
  });
  afterEach(() => bot.stop());

  const forms = (change: string) => {
    const database = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'), { timeout: 5_000 });
    database.exec(change);
    database.close();
  };
  const dataOf = ({ card }: ShownCard, verb: string) =>
    (everything(card).find((each) => each['verb'] === verb)?.['data'] ?? {}) as Record<string, unknown>;
  const stays = (answer: Pick<ShownCard, 'card' | 'text'>) => {
    checkCard(answer.card);
    checkCardSchema(answer.card);
    assert.match(answer.text, /New post.*Who can check it\?/);
  };
  const posted = (count: number) => eventually('the reply', () => thread.posts.length === count);

  it('holds its field with what was typed while something is wrong with it', async () => {
    const refused = await ada.post(shown, { body: ' \n ' });
    stays(refused);
    assert.match(refused.text, /no text to post/);
    assert.equal(refused.formId, shown.formId);
    const answered = await ada.post(shown, { body: 'I can.' });
    stays(answered);
    assert.doesNotMatch(answered.text, /Input\.Text/);
    await posted(2);
    stays(ada.cardOf(shown.messageId));
  });

  it('leaves a text that is too long for it to a form below', async () => {
    const refused = await ada.post(shown, { body: 'word '.repeat(25_000) });
    stays(refused);
    assert.doesNotMatch(refused.text, /Input\.Text/);
    const form = ada.newest();
    assert.notEqual(form.messageId, shown.messageId);
    assert.match(form.text, /too long to post.*To “Budget”|To “Budget”.*too long to post/);
    await ada.post(form, { body: 'I can.' });
    await posted(2);
    assert.match(ada.cardOf(form.messageId).text, /reply|Reply/);
  });

  it('holds its field when the same was sent a moment ago, which is a card of its own', async () => {
    await ada.execute(
      'notice.answer',
      { groupId: bot.group('Finance').id, threadId: thread.id, topic: 'Budget' },
      shown.messageId,
    );
    await ada.post(ada.newest(), { body: 'I can.' });
    await posted(2);
    const answer = await ada.post(shown, { body: 'I can.' });
    stays(answer);
    assert.match(answer.text, /"value":"I can\."/);
    assert.equal(answer.formId, shown.formId);
    const asked = ada.newest();
    assert.match(asked.text, /You have just sent me this/);
    await ada.execute('request.again', dataOf(asked, 'request.again'), asked.messageId);
    await posted(3);
    stays(ada.cardOf(shown.messageId));
  });

  it('is answered again after its form has expired', async () => {
    forms('update forms set expires_at = 1');
    const late = await ada.post(shown, { body: 'I can.' });
    stays(late);
    assert.match(late.text, /open for too long/);
    assert.match(late.text, /"value":"I can\."/);
    assert.notEqual(late.formId, shown.formId);
    stays(await ada.post({ ...late, messageId: shown.messageId }, { body: 'I can.' }));
    await posted(2);
  });

  it('says so where its form is gone, and puts what was typed into a form below', async () => {
    forms('delete from forms');
    const { text, statusCode } = await ada.post(shown, { body: 'I can.' });
    assert.equal(statusCode, 200);
    assert.match(text, /no longer known/);
    assert.match(ada.newest().text, /"value":"I can\."/);
    stays(ada.cardOf(shown.messageId));
  });
});
