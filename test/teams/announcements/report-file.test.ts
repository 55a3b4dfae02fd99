import assert from 'node:assert/strict';
import type { ChatMessage } from '../../../src/sandbox/channel/chat-message.ts';
import { eventually } from '../../e2e/start-world.ts';
import { everything } from '../cards/check-card.ts';
import { createPerson, type PersonAtBot, type ShownCard } from '../replay/create-person.ts';
import { startBot, type Bot } from '../replay/start-bot.ts';

const consentCard = 'application/vnd.microsoft.teams.card.file.consent';

/** Orders about a notice to many, and its report as a file: whoever else tries, and however often it comes. */
describe('a progress card, through the real adapter', function () {
  this.timeout(30_000);
  let bot: Bot;
  let ada: PersonAtBot;
  let progress: ShownCard;
  let announcementId: string;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
    ada = createPerson(bot, 'Ada');
    bot.sandbox.channel.installations.block(bot.person('Chika').id);
    const form = await ada.say('start "Fire drill" in "All Company"');
    await ada.post(form, {
      ...{ groupId: bot.group('All Company').id, topic: 'Fire drill', body: 'At ten', tellMembers: 'true' },
    });
    progress = await eventually('the report', () => {
      const found = bot
        .chat('Ada')
        .findLast(({ attachments }) => JSON.stringify(attachments).includes('announcement.export'));
      return found && ada.cardOf(found.id);
    });
    const button = everything(progress.card).find(({ verb }) => verb === 'announcement.export')!;
    ({ announcementId } = button['data'] as { announcementId: string });
  });
  after(() => bot.stop());

  const press = (verb: string, where?: 'personal' | 'groupChat') =>
    ada.execute(`announcement.${verb}`, { announcementId }, progress.messageId, where);
  const questions = () =>
    bot.chat('Ada').filter(({ attachments }) => attachments[0]?.contentType === consentCard);
  async function ask(): Promise<ChatMessage> {
    await press('export');
    return questions().at(-1)!;
  }
  const contextOf = ({ attachments }: ChatMessage) =>
    (attachments[0]!.content as { acceptContext: Record<string, unknown> }).acceptContext;
  /** An answer as Teams sends it. */
  function answer(name: string, context: object, action: string, more: object = {}, replyToId?: string) {
    const value = { type: 'fileUpload', action, context, ...more };
    const invoke = bot.activities.invoke(bot.person(name), 'fileConsent/invoke', value);
    return bot.deliver({ ...invoke, ...(replyToId !== undefined && { replyToId }) });
  }

  it('names who blocked Kickoff', () => assert.match(progress.text, /Kickoff is blocked there: Chika/));

  it('takes orders and gives its report to its sender only', async () => {
    const ben = createPerson(bot, 'Ben');
    const before = questions().length;
    for (const verb of ['pause', 'resume', 'stop', 'export'])
      for (const id of [announcementId, 'f'.repeat(32), 7]) {
        const { text } = await ben.execute(
          `announcement.${verb}`,
          { announcementId: id },
          progress.messageId,
        );
        assert.match(text, /Only the person who sent this/);
      }
    assert.equal(questions().length, before);
  });

  it('changes nothing by an order that is too late', async () => {
    assert.match((await press('stop')).text, /not everybody could be told/);
  });

  it('offers the file in the own chat when it is asked for elsewhere', async () => {
    const before = questions().length;
    assert.match((await press('export', 'groupChat')).text, /own chat only/);
    assert.equal(questions().length, before + 1);
  });

  it('uploads once, however often and at once the answer comes', async () => {
    const asked = await ask();
    assert.match(asked.summary ?? '', /OneDrive/);
    const uploadInfo = bot.sandbox.channel.uploads.open('report.csv');
    const answers = await Promise.all(
      [1, 2, 3].map(() => answer('Ada', contextOf(asked), 'accept', { uploadInfo }, asked.id)),
    );
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      [200, 200, 200].map((status) => [status, undefined]),
    );
    assert.equal(bot.sandbox.channel.uploads.puts(uploadInfo.uniqueId), 1);
    const shown = bot.chat('Ada').find(({ id }) => id === asked.id);
    assert.equal(shown?.attachments[0]?.contentType, 'application/vnd.microsoft.teams.card.file.info');
  });

  it('takes no answer of another person, or of another card', async () => {
    const asked = await ask();
    const uploadInfo = bot.sandbox.channel.uploads.open('report.csv');
    await answer('Ben', contextOf(asked), 'accept', { uploadInfo });
    await answer('Ada', { ticket: 'another' }, 'accept', { uploadInfo });
    assert.equal(bot.sandbox.channel.uploads.puts(uploadInfo.uniqueId), 0);
    assert.equal((await answer('Ada', contextOf(asked), 'accept', { uploadInfo })).status, 200);
    assert.equal(bot.sandbox.channel.uploads.puts(uploadInfo.uniqueId), 1);
  });

  it('changes no card for an answer without a question, and says only to its person that it is late', async () => {
    const late = { ticket: 'x', until: '2026-11-01T00:00:00Z' };
    await answer('Ada', late, 'accept', {}, progress.messageId);
    assert.match(bot.chat('Ada').at(-1)?.text ?? '', /older than a day/);
    assert.equal(ada.cardOf(progress.messageId).text, progress.text);
    const { id } = bot.sandbox.channel.chats.find(({ kind }) => kind === 'groupChat')!;
    const said = bot.sandbox.channel.messages.list(id).length;
    const value = { type: 'fileUpload', action: 'accept', context: late };
    const shared = bot.activities.invoke(bot.person('Ada'), 'fileConsent/invoke', value, 'groupChat');
    assert.equal((await bot.deliver({ ...shared, replyToId: '1' })).status, 200);
    assert.equal(bot.sandbox.channel.messages.list(id).length, said);
  });

  it('puts nothing where no files may be put, and says so', async () => {
    for (const uploadUrl of ['https://elsewhere.example/u', 'http://localhost/u', 'file:///etc/passwd', 7]) {
      const asked = await ask();
      bot.traffic.clear();
      await answer('Ada', contextOf(asked), 'accept', { uploadInfo: { uploadUrl } }, asked.id);
      const shown = bot.chat('Ada').find(({ id }) => id === asked.id);
      assert.match(shown?.text ?? '', /where I may not put files/);
      assert.equal(bot.traffic.count({ method: 'PUT', path: /upload/ }), 0);
    }
  });

  it('shows no link to where no files are kept', async () => {
    const asked = await ask();
    const uploadInfo = {
      ...bot.sandbox.channel.uploads.open('report.csv'),
      contentUrl: 'https://elsewhere.example/phishing',
    };
    await answer('Ada', contextOf(asked), 'accept', { uploadInfo }, asked.id);
    const shown = bot.chat('Ada').find(({ id }) => id === asked.id);
    assert.match(shown?.text ?? '', /in your OneDrive/);
    assert.deepEqual(shown?.attachments, []);
  });

  it('says when it was declined, or could not be put there', async () => {
    const declined = await ask();
    await answer('Ada', contextOf(declined), 'decline', {}, declined.id);
    assert.match(bot.chat('Ada').find(({ id }) => id === declined.id)?.text ?? '', /no file was made/);
    const failing = await ask();
    const uploadInfo = bot.sandbox.channel.uploads.open('report.csv');
    const gone = { ...uploadInfo, uploadUrl: `${uploadInfo.uploadUrl}x` };
    await answer('Ada', contextOf(failing), 'accept', { uploadInfo: gone }, failing.id);
    assert.match(bot.chat('Ada').find(({ id }) => id === failing.id)?.text ?? '', /could not be put/);
  });
});
