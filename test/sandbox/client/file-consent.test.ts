import assert from 'node:assert/strict';
import { startClients, type ClientWorld } from './start-clients.ts';

const bytes = Buffer.from('Name\r\nAda\r\n');

/** A file of the bot's, from the question to the drive, as Teams has it. */
describe('a Teams client: files of the bot', () => {
  let world: ClientWorld;
  beforeEach(async () => {
    world = await startClients();
  });
  afterEach(() => world.stop());

  async function offer(): Promise<string> {
    const ada = world.client('ada');
    await ada.open('personal');
    return world.say(ada.chats()[0]!.id, {
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.consent',
          name: 'report.csv',
          content: {
            description: 'A report',
            sizeInBytes: bytes.length,
            acceptContext: { ticket: 'yes' },
            declineContext: { ticket: 'no' },
          },
        },
      ],
    });
  }
  const view = (id: string) =>
    world
      .client('ada')
      .messages('personal')
      .find((message) => message.id === id);
  const put = (url: string, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'PUT',
      body: bytes,
      headers: { 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`, ...headers },
    }).then(({ status }) => status);

  it('asks, and hands the bot an address for the file', async () => {
    const messageId = await offer();
    assert.deepEqual(view(messageId)?.fileConsent, {
      ...{ name: 'report.csv', description: 'A report', sizeInBytes: bytes.length, answer: undefined },
    });
    const { upload } = await world.client('ada').answerFileConsent(messageId, 'accept');
    assert.ok(upload);
    const [invoke] = world.heard('fileConsent/invoke');
    assert.equal(invoke?.['replyToId'], messageId);
    assert.deepEqual(invoke?.['value'], {
      ...{ type: 'fileUpload', action: 'accept', context: { ticket: 'yes' }, uploadInfo: upload },
    });
    assert.equal(view(messageId)?.fileConsent?.answer, 'accept');
    assert.equal(await put(upload.uploadUrl, { authorization: 'Bearer bot' }), 401);
    assert.equal(await put(upload.uploadUrl, { 'content-range': 'bytes 0-1/2' }), 416);
    assert.equal(await put(`${upload.uploadUrl}x`), 404);
    assert.equal(world.channel.uploads.file(upload.uniqueId), undefined);
    assert.equal(await put(upload.uploadUrl), 201);
    assert.deepEqual(world.channel.uploads.file(upload.uniqueId)?.bytes, bytes);
    assert.equal(world.channel.uploads.puts(upload.uniqueId), 1);
  });

  it('declines without an address, and can be asked again when the bot did not hear it', async () => {
    const messageId = await offer();
    world.bot.onActivity = () => ({ status: 500 });
    await world.client('ada').answerFileConsent(messageId, 'accept');
    assert.equal(view(messageId)?.fileConsent?.answer, undefined);
    assert.match(view(messageId)?.footer?.text ?? '', /HTTP 500/);
    world.bot.onActivity = () => undefined;
    const { upload } = await world.client('ada').answerFileConsent(messageId, 'decline');
    assert.equal(upload, undefined);
    assert.deepEqual(world.heard('fileConsent/invoke').at(-1)?.['value'], {
      ...{ type: 'fileUpload', action: 'decline', context: { ticket: 'no' } },
    });
  });

  it('shows a file that is there', async () => {
    await world.client('ada').open('personal');
    const messageId = await world.say(world.client('ada').chats()[0]!.id, {
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.info',
          contentUrl: 'https://contoso-my.sharepoint.com/report.csv',
          name: 'report.csv',
          content: { uniqueId: 'one', fileType: 'csv' },
        },
      ],
    });
    assert.deepEqual(view(messageId)?.uploaded, [{ id: 'one', name: 'report.csv' }]);
    assert.deepEqual(view(messageId)?.unknownAttachments, []);
  });
});
