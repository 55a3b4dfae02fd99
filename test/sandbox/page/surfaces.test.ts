import assert from 'node:assert/strict';
import { cardMessage } from '../client/start-clients.ts';
import { startPage, type PageWorld } from './start-page.ts';

const card = {
  type: 'AdaptiveCard',
  body: [{ type: 'Input.Text', id: 'topic' }],
  actions: [{ type: 'Action.Submit', title: 'Send', data: {} }],
};
const dialog = {
  status: 200,
  body: { task: { type: 'continue', value: { title: 'A form', card: { content: card } } } },
};

describe('the page: dialogs, the message extension, files and Outlook', () => {
  let world: PageWorld;
  beforeEach(async () => (world = await startPage()));
  afterEach(async () => {
    await world.closePage();
    await world.stop();
  });

  // Each test reads the fields that it is about.
  // oxlint-disable-next-line typescript/no-explicit-any
  const post = async (path: string, json: unknown): Promise<any> => {
    const response = await world.page(`/page/${path}`, { json });
    assert.equal(response.status, 200, path);
    return response.json();
  };
  // oxlint-disable-next-line typescript/no-explicit-any
  const get = async (path: string): Promise<any> => (await world.page(`/page/${path}`)).json();

  it('runs a command on a message, sends its dialog and closes it', async () => {
    const { messageId } = await post('ada/send', { chat: 'General', text: 'among us', mention: false });
    world.bot.onActivity = () => dialog;
    const result = await post('ben/command', { commandId: 'startFromMessage', messageId });
    assert.equal(result.dialog.title, 'A form');
    assert.equal((await get('ben/dialog')).dialog.title, 'A form');
    assert.equal((await get('ada/dialog')).dialog, undefined);
    world.bot.onActivity = () => ({ status: 500, body: undefined });
    const failed = await post('ben/dialog-submit', { action: '/0/actions/0', inputs: { topic: 'x' } });
    assert.equal(failed.kind, 'error');
    world.bot.onActivity = () => ({ status: 200, body: { task: { type: 'message', value: 'Done' } } });
    const sent = await post('ben/dialog-submit', { action: '/0/actions/0', inputs: { topic: 'x' } });
    assert.deepEqual(sent, { kind: 'closed', text: 'Done' });
    assert.equal(world.heard('composeExtension/submitAction').at(-1)?.value.data.topic, 'x');
    await post('ben/dialog-close', {});
    assert.deepEqual(await get('ben/dialog'), {});
  });

  it('searches in a chat and, where no chat is named, as Outlook', async () => {
    world.bot.onActivity = () => ({
      status: 200,
      body: { composeExtension: { type: 'message', text: 'Nothing there' } },
    });
    const inChat = { commandId: 'searchConversations', chat: 'General', text: 'x' };
    assert.deepEqual(await post('ada/find', inChat), { kind: 'message', text: 'Nothing there' });
    await post('ada/find', { commandId: 'searchConversations', text: '' });
    assert.deepEqual(
      world.heard('composeExtension/query').map(({ channelId }) => channelId),
      ['msteams', 'outlook'],
    );
  });

  it('tells the tabs of a person that their dialog has changed', async () => {
    world.bot.onActivity = () => dialog;
    const response = await world.page('/page/ada/events');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await post('ada/command', { commandId: 'startConversation', chat: 'General' });
    assert.match((await reader.read()).value ?? '', /^event: dialog\n/);
    await reader.cancel();
  });

  it('hands files, pictures and cards to the bot', async () => {
    const base64 = Buffer.from('a file').toString('base64');
    const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
    await post('ada/send', {
      ...{ chat: 'personal', text: 'all of it', cards: [card] },
      files: [{ name: 'plan.txt', base64 }],
      pictures: [{ name: 'chart.png', base64: png }],
    });
    const { attachments } = world.heard('message')[0]!;
    assert.deepEqual(
      attachments.map(({ contentType }: { contentType: string }) => contentType),
      [
        'image/*',
        'application/vnd.microsoft.teams.file.download.info',
        'application/vnd.microsoft.card.adaptive',
        'text/html',
      ],
    );
    assert.match(attachments[3].content, /^<p>all of it<\/p><p><img /);
    const [shown] = await get('ada/messages?chat=personal');
    assert.deepEqual([shown.files, shown.cards], [['plan.txt'], [card]]);
    const picture = await world.page(`/page/pictures/${shown.pictures[0]}`);
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.equal((await world.page('/page/pictures/unknown')).status, 404);
    const nothing = await world.page('/page/ada/send', { json: { chat: 'personal', text: '' } });
    assert.equal(nothing.status, 400);
  });

  it('shows nothing as a picture that is none', async () => {
    const base64 = Buffer.from('<svg onload="x()">').toString('base64');
    await post('ada/send', { chat: 'personal', text: 'x', pictures: [{ name: 'chart.svg', base64 }] });
    const [shown] = await get('ada/messages?chat=personal');
    assert.equal((await world.page(`/page/pictures/${shown.pictures[0]}`)).status, 404);
  });

  it('presses once more what waited for a sign-in without a state', async () => {
    world.ssoToken = () => Promise.reject(new Error('interaction required'));
    const general = world.tenant.teams[0]!.channels[0]!.id;
    const actions = [{ type: 'Action.Execute', title: 'Post', verb: 'post' }];
    const messageId = await world.say(general, cardMessage({ actions }));
    const button = { type: 'signin', title: 'Sign in', value: 'http://localhost:3978/auth/start?id=1' };
    const value = { text: 'Please', connectionName: '', buttons: [button] };
    const type = 'application/vnd.microsoft.activity.loginRequest';
    world.bot.onActivity = () => ({ status: 200, body: { statusCode: 401, type, value } });
    assert.equal((await post('ada/press', { messageId, action: 'Post' })).kind, 'sign-in');
    const answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Posted' };
    world.bot.onActivity = () => ({ status: 200, body: answer });
    assert.deepEqual(await post('ada/signed-in', { messageId }), { kind: 'message', text: 'Posted' });
    assert.equal(world.heard('adaptiveCard/action').length, 2);
    assert.deepEqual(await post('ben/signed-in', { messageId }), { kind: 'left' });
  });

  it('sets the language of one person', async () => {
    await post('ada/locale', { locale: 'de-DE' });
    assert.equal((await get('ada/overview')).commands[0].title, 'Unterhaltungen');
    assert.equal((await get('ben/overview')).locale, 'en-US');
    await post('ada/send', { chat: 'personal', text: 'hallo' });
    assert.equal(world.heard('message').at(-1)?.locale, 'de-DE');
    assert.equal((await world.page('/page/ada/locale', { json: { locale: 'x' } })).status, 400);
  });

  it('writes a new mail with the words and links of a card', async () => {
    const finance = world.tenant.groups.find(({ displayName }) => displayName === 'Finance')!.id;
    const inserted = {
      body: [
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '<Budget>', weight: 'bolder' }] },
        {
          type: 'ActionSet',
          actions: [
            { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.com/?a=1&b=2' },
            { type: 'Action.OpenUrl', title: 'Bad', url: 'javascript:x()' },
            { type: 'Action.Submit', title: 'Not here' },
          ],
        },
      ],
    };
    await post('ben/new-mail', { group: finance, topic: 'Look', text: 'Hello', cards: [inserted] });
    const [conversation] = await get(`ada/mail?group=${finance}`);
    const { sender, body } = conversation.threads[0].posts[0];
    assert.equal(sender.name, 'Ben Ray');
    assert.match(body.content, /<p>Hello<\/p><table>.*<b>&lt;Budget&gt;<\/b><br \/><a href="https:/);
    assert.doesNotMatch(body.content, /javascript|Not here/);
    const empty = await world.page('/page/ben/new-mail', { json: { group: finance, topic: 'x', text: ' ' } });
    assert.equal(empty.status, 400);
  });
});
