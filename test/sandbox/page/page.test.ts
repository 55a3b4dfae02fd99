import assert from 'node:assert/strict';
import { cardMessage } from '../client/start-clients.ts';
import { startPage } from './start-page.ts';
import type { PageWorld } from './start-page.ts';

describe('the page: what it does', () => {
  let world: PageWorld;
  let finance: string;
  let board: string;
  beforeEach(async () => {
    world = await startPage();
    const id = (name: string) => world.tenant.groups.find((group) => group.displayName === name)?.id ?? '';
    finance = id('Finance');
    board = id('Board');
  });
  afterEach(async () => {
    await world.closePage();
    await world.stop();
  });

  // Each test reads the fields that it is about.
  // oxlint-disable-next-line typescript/no-explicit-any
  const json = async (answer: Promise<Response>): Promise<any> => (await answer).json();

  it('tells who is here and what they see', async () => {
    world.consented.add(world.person('ada').id);
    world.mail.put(finance, world.person('ben'), 'Month end', { contentType: 'text', content: 'x' });
    const overview = await json(world.page('/page/ada/overview'));
    assert.deepEqual(overview.me, { who: 'ada', name: 'Ada Vance', mail: 'ada@contoso.com' });
    assert.deepEqual(
      overview.people.map((each: { who: string }) => each.who),
      ['ada', 'ben', 'chika', 'dana'],
    );
    assert.equal(overview.hasConsented, true);
    assert.deepEqual(
      overview.groups.map((each: { name: string; conversations: number }) => [each.name, each.conversations]),
      [
        ['Finance', 1],
        ['Finance Leadership', 0],
        ['All Company', 0],
        ['Project Aurora', 0],
      ],
    );
    assert.equal(overview.chats.length, 4);
    await world.page('/page/ada/withdraw-consent', { json: {} });
    assert.equal((await json(world.page('/page/ada/overview'))).hasConsented, false);
  });

  it('sends, shows, presses and searches through the client', async () => {
    const chat = world.client('ada').chats()[0]?.id ?? '';
    const sent = await json(world.page('/page/ada/send', { json: { chat, text: 'help' } }));
    assert.equal(sent.status, 200);
    assert.equal(world.heard('message')[0]?.id, sent.messageId);
    const messageId = await world.say(
      chat,
      cardMessage({
        body: [
          { type: 'Input.Text', id: 'topic' },
          { type: 'Input.ChoiceSet', id: 'group', 'choices.data': { type: 'Data.Query', dataset: 'groups' } },
        ],
        actions: [{ type: 'Action.Execute', title: 'Post', verb: 'conversation.post' }],
      }),
    );
    world.bot.onActivity = ({ name }) => ({
      status: 200,
      body:
        name === 'application/search'
          ? { statusCode: 200, value: { results: [{ title: 'Finance', value: finance }] } }
          : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Posted' },
    });
    const press = { messageId, action: '/0/actions/0', inputs: { topic: 'Budget' } };
    assert.deepEqual(await json(world.page('/page/ada/press', { json: press })), {
      kind: 'message',
      text: 'Posted',
    });
    assert.equal(world.heard('adaptiveCard/action')[0]?.value.action.data.topic, 'Budget');
    const search = { messageId, inputId: 'group', text: 'fi', inputs: {} };
    assert.deepEqual(await json(world.page('/page/ada/search', { json: search })), [
      { title: 'Finance', value: finance },
    ]);
    const messages = await json(world.page(`/page/ada/messages?chat=${encodeURIComponent(chat)}`));
    assert.deepEqual(
      messages.map((each: { mine: boolean; footer?: { text: string } }) => [each.mine, each.footer?.text]),
      [
        [true, undefined],
        [false, 'Posted'],
      ],
    );
  });

  it('answers 400 with a sentence for what cannot be done', async () => {
    for (const [path, body] of [
      ['send', { chat: 'General', text: 'hello' }],
      ['send', { chat: 'personal', text: '' }],
      ['press', { messageId: '1', action: 'x' }],
      ['reply', { group: board, thread: '1', text: 'hello' }],
      ['delete-conversation', { group: board, conversation: '1' }],
    ] as const) {
      const response = await world.page(`/page/chika/${path}`, { json: body });
      assert.equal(response.status, 400, path);
      assert.ok(((await response.json()) as { message: string }).message.length > 0);
    }
    assert.equal((await world.page(`/page/chika/mail?group=${board}`)).status, 400);
  });

  it('shows mail without anything that could run, and lets people answer and delete', async () => {
    const html =
      '<p onclick="x()">Hello <b>all</b><script>alert(1)</script><img src="https://evil.example/x.png">' +
      '<a href="javascript:alert(1)">bad</a> <a href="https://example.com/">good</a></p>';
    const put = world.mail.put(finance, world.person('ada'), 'Budget', {
      contentType: 'html',
      content: html,
    });
    const [conversation] = await json(world.page(`/page/ben/mail?group=${finance}`));
    assert.equal(conversation.topic, 'Budget');
    const { content } = conversation.threads[0].posts[0].body;
    assert.match(content, /<b>all<\/b>/);
    assert.match(
      content,
      /<a href="https:\/\/example.com\/" target="_blank" rel="noopener noreferrer">good<\/a>/,
    );
    assert.doesNotMatch(content, /script|onclick|evil\.example/);
    const thread = conversation.threads[0].id;
    await world.page('/page/ben/reply', { json: { group: finance, thread, text: 'Thanks' } });
    const posts = world.mail.conversations(finance)[0]?.threads[0]?.posts ?? [];
    assert.deepEqual(posts[1]?.sender, { name: 'Ben Ray', address: 'ben@contoso.com' });
    assert.deepEqual(posts[1]?.body, { contentType: 'text', content: 'Thanks' });
    await world.page('/page/ben/delete-conversation', { json: { group: finance, conversation: put.id } });
    assert.deepEqual(world.mail.conversations(finance), []);
  });

  it('streams what changed for this person, and nothing else', async () => {
    await world.client('chika').open('personal');
    const response = await world.page('/page/chika/events');
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    const events = readEvents(response);
    assert.deepEqual((await events.next()).value, { event: 'hello', data: {} });
    await world.client('ada').send('General', 'not for Chika');
    world.mail.put(board, world.person('dana'), 'Secret', { contentType: 'text', content: 'x' });
    const chat = world.client('chika').chats()[0]?.id ?? '';
    await world.say(chat, { text: 'hello' });
    assert.deepEqual((await events.next()).value, { event: 'chat', data: { chat } });
    world.mail.put(finance, world.person('ada'), 'Budget', { contentType: 'text', content: 'x' });
    assert.deepEqual((await events.next()).value, { event: 'mail', data: { group: finance } });
    await events.return(undefined);
  });

  it('ends its streams when it is closed', async () => {
    const events = readEvents(await world.page('/page/ada/events'));
    await events.next();
    const rest = events.next();
    await world.closePage();
    assert.equal((await rest).done, true);
  });
});

async function* readEvents(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      yield { event, data: JSON.parse(data) as unknown };
    }
  }
}
