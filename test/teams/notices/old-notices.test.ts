import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema, everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

const day = 86_400_000;

/** What people do with a notice long after it came, and what stands in it whoever wrote it. */
describe('a notice', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  beforeEach(async () => {
    bot = await startBot(() => ({ POLL_INTERVAL: '1s' }));
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    await bot.deliver(bot.activities.message(bot.person('Ada'), 'watch "Finance"'));
  });
  afterEach(() => bot.stop());

  const mailboxes = () => bot.sandbox.graph.mailboxes;
  const post = (topic: string, content: string) => {
    const { displayName: name, mail: address } = bot.person('Ben');
    return mailboxes().createConversation(bot.group('Finance').id, {
      topic,
      post: { sender: { name, address }, body: { contentType: 'html', content } },
    });
  };
  const notice = (): Promise<ShownCard> =>
    eventually('the notice', () => {
      const message = bot
        .chat('Ada')
        .findLast(({ attachments }) => /New post/.test(JSON.stringify(attachments)));
      return message && ada.cardOf(message.id);
    });

  it('can be answered after a weekend', async () => {
    const { thread } = post('Budget', '<p>Who can check it?</p>');
    const shown = await notice();
    const database = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'), { timeout: 5_000 });
    database.exec(
      `update forms set expires_at = expires_at - ${4 * day}, created_at = created_at - ${4 * day}`,
    );
    database.close();
    await ada.post(shown, { body: 'I can.' });
    await eventually('the reply', () => thread.posts.length === 2);
    assert.match(thread.posts[1]?.body.content ?? '', /I can\./);
  });

  it('of a conversation that was deleted meanwhile is answered by saying so, with the text kept', async () => {
    const { conversation } = post('Budget', '<p>Who can check it?</p>');
    const shown = await notice();
    mailboxes().remove(bot.group('Finance').id, conversation.id);
    await ada.post(shown, { body: 'I can check it.' });
    const said = await eventually('what became of it', () => {
      const { text } = ada.newest();
      return /could not be found/.test(text) ? text : undefined;
    });
    assert.match(said, /I can check it\./);
    assert.equal(bot.conversations('Finance').length, 0);
  });

  it('shows markup of whoever wrote the post as its words, and none of it as markup', async () => {
    const hostile = [
      '<style>*{display:none}</style><script>alert(1)</script><title>no</title>',
      '<p onclick="x()">Hello <b>all</b> <a href="javascript:alert(1)">here</a><img src="https://evil.example/x.png"></p>',
      '<p>**bold** [link](https://evil.example) {{DATE(2026-01-01T00:00:00Z)}} &lt;at&gt;everyone&lt;/at&gt;</p>',
      `<p>\u202Eback ${'<div>'.repeat(3_000)}deep</p><!-- <p>hidden</p>`,
    ].join('');
    post('<at>Ada</at> **Budget** {{TIME(2026-01-01T00:00:00Z)}}', hostile);
    const shown = await notice();
    checkCard(shown.card);
    checkCardSchema(shown.card);
    assert.doesNotMatch(shown.text, /alert\(1\)|display:none|evil\.example\/x|hidden|onclick|javascript:/);
    assert.match(shown.text, /Hello all here/);
    const texts = everything(shown.card).filter(({ type }) => type === 'TextBlock' || type === 'Image');
    assert.ok(
      texts.every((element) => !/Budget|\*\*|evil|everyone|DATE/.test(JSON.stringify(element))),
      JSON.stringify(texts),
    );
  });
});
