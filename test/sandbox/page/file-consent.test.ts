import assert from 'node:assert/strict';
import { startPage, type PageWorld } from './start-page.ts';

describe('the page: files of the bot', () => {
  let world: PageWorld;
  before(async () => {
    world = await startPage();
  });
  after(async () => {
    await world.closePage();
    await world.stop();
  });

  it('passes an answer on, and opens what the bot then put there as text only', async () => {
    const ada = world.client('ada');
    await ada.open('personal');
    const messageId = await world.say(ada.chats()[0]!.id, {
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.consent',
          name: 'report.csv',
          content: { description: 'A report', sizeInBytes: 9 },
        },
      ],
    });
    const answer = (json: object) => world.page('/page/ada/file-consent', { json });
    assert.equal((await answer({ messageId, answer: 'perhaps' })).status, 400);
    assert.deepEqual(await (await answer({ messageId, answer: 'accept' })).json(), { status: 200 });
    const { uploadInfo } = world.heard('fileConsent/invoke')[0]!['value'];
    const address = `/page/files/${uploadInfo.uniqueId}`;
    assert.equal((await world.page(address)).status, 404);
    const body = '<script>';
    await fetch(uploadInfo.uploadUrl, { method: 'PUT', body, headers: { 'content-range': 'bytes 0-7/8' } });
    const opened = await world.page(address);
    assert.equal(await opened.text(), body);
    assert.match(opened.headers.get('content-type') ?? '', /^text\/plain/);
    assert.equal(opened.headers.get('x-content-type-options'), 'nosniff');
  });
});
