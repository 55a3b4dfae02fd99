import assert from 'node:assert/strict';
import { hello, startApi, type Api } from './start-api.ts';

describe('posting by the API', function () {
  this.timeout(20_000);
  let api: Api;
  before(async () => {
    api = await startApi();
  });
  afterEach(() => api.bot.sandbox.faults.clear());
  after(() => api.stop());

  const about = (topic: string, more: object = {}) => ({ group: 'Finance', topic, body: hello, ...more });

  it('starts a conversation as the person, and says where it is', async () => {
    const people = ['chika@contoso.com'];
    const started = await api.post('conversations', about('Budget', { people }));
    assert.equal(started.status, 201, started.text);
    const { id, url, created, group, openInOutlook, ...rest } = started.json;
    assert.equal(started.headers.get('location'), url);
    assert.equal(url, `${api.bot.publicUrl}/api/v1/requests/${id}`);
    assert.deepEqual(group, { id: group?.id, name: 'Finance', mail: 'finance@contoso.com' });
    assert.match(openInOutlook ?? '', /\/mail\/group\/contoso\.com\/finance\/email$/);
    assert.partialDeepStrictEqual(rest, {
      kind: 'conversation',
      state: 'created',
      receipt: 'none',
      attempts: 1,
    });
    const [conversation] = api.bot.conversations('Finance');
    assert.equal(conversation?.id, created?.conversationId);
    const [post] = conversation?.threads[0]?.posts ?? [];
    assert.equal(post?.sender.address, 'ada@contoso.com');
    assert.ok(JSON.stringify(post).includes('chika@contoso.com'));
  });

  it('starts threads by id and topic, and replies, which are accepted before they are there', async () => {
    const { created } = (await api.post('conversations', about('Trips'))).json;
    const posts = () =>
      api.bot.conversations('Finance').find(({ topic }) => topic === 'Trips')?.threads ?? [];
    const thread = await api.post('threads', about('Travel', { conversation: created?.conversationId }));
    assert.deepEqual([thread.status, thread.json.kind], [201, 'thread']);
    const byTopic = await api.post('threads', about('Hotels', { conversation: 'trips' }));
    assert.equal(byTopic.status, 201);
    assert.equal(posts().length, 3);

    const reply = { group: 'finance@contoso.com', thread: created?.threadId, body: hello };
    const accepted = await api.post('replies', reply, { key: 'reply' });
    assert.deepEqual([accepted.status, accepted.json.state], [202, 'submitted']);
    assert.ok(Number(accepted.headers.get('retry-after')) >= 1);
    const read = await api.settled(accepted.json.url);
    assert.equal(read.json.state, 'created');
    assert.notEqual(read.json.created?.postId, undefined);
    const again = await api.post('replies', reply, { key: 'reply' });
    assert.deepEqual([again.status, again.json], [201, read.json]);
    assert.equal(posts()[0]?.posts.length, 2);
  });

  it('posts Markdown and HTML as mail may hold them', async () => {
    const texts = [
      [
        'markdown',
        'Some **bold** words <b>here</b>',
        '<p>Some <strong>bold</strong> words &lt;b&gt;here&lt;/b&gt;</p>',
      ],
      ['markdown', 'Nothing special', 'Nothing special'],
      [
        'html',
        '<p onclick="x()">Hi <a href="javascript:x()">you</a><script>x()</script><img src="https://a.example/b.png"></p>',
        '<p>Hi <a>you</a></p>',
      ],
      ['text', '**not** <b>rich</b>', '**not** <b>rich</b>'],
    ] as const;
    for (const [contentType, content, posted] of texts) {
      const body = { contentType, content };
      const { status, text } = await api.post('conversations', about(`As ${content}`, { body }));
      assert.equal(status, 201, text);
      const conversation = api.bot.conversations('Finance').find(({ topic }) => topic === `As ${content}`);
      assert.ok(conversation?.threads[0]?.posts[0]?.body.content.includes(posted), content);
    }
    const empty = await api.post(
      'conversations',
      about('Empty', { body: { contentType: 'html', content: '<script>x()</script>' } }),
    );
    assert.deepEqual([empty.status, empty.json.errors?.[0]?.code], [400, 'BODY_EMPTY']);
  });

  it('answers a call that is sent again as the first time, and posts once', async () => {
    const calls = () => api.post('conversations', about('Once'), { key: 'once' });
    const answers = await Promise.all(Array.from({ length: 20 }, calls));
    assert.deepEqual(new Set(answers.map(({ json }) => json.id)).size, 1);
    assert.ok(answers.every(({ status }) => status === 201 || status === 202));
    const first = await api.settled(answers[0]?.json.url);
    const later = await calls();
    assert.deepEqual([later.status, later.json], [201, first.json]);
    await api.bot.restart();
    const restarted = await calls();
    assert.deepEqual([restarted.status, restarted.json], [201, first.json]);
    assert.equal(api.topics().filter((topic) => topic === 'Once').length, 1);
  });

  it('takes a key for one thing only, for each person', async () => {
    const first = await api.post('conversations', about('Key'), { key: 'the-key' });
    const others = [
      ['conversations', about('Other')],
      ['conversations', about('Key', { body: { ...hello, content: 'Other' } })],
      ['conversations', about('Key', { people: ['ben@contoso.com'] })],
      ['threads', about('Key', { conversation: 'Budget' })],
    ] as const;
    for (const [path, body] of others) {
      const answer = await api.post(path, body, { key: 'the-key' });
      assert.deepEqual([answer.status, answer.json.code], [422, 'API_KEY_REUSED']);
      assert.equal(answer.json.request, first.json.url);
    }
    const ben = await api.post('conversations', about('Key'), {
      key: 'the-key',
      authorization: await api.bearer('ben'),
    });
    assert.equal(ben.status, 201);
    assert.notEqual(ben.json.id, first.json.id);
    assert.equal(api.topics().filter((topic) => topic === 'Key').length, 2);
  });

  it('wants a key of visible ASCII characters', async () => {
    for (const key of ['', 'a b', 'ü', 'k'.repeat(256)]) {
      const answer = await api.post('conversations', about('Keyless'), { key });
      assert.deepEqual([answer.status, answer.json.code], [400, 'API_KEY_NEEDED'], key);
    }
    assert.equal((await api.post('conversations', about('Long key'), { key: '~'.repeat(255) })).status, 201);
  });

  it('names every field that is wrong', async () => {
    const body = { contentType: 'rtf', content: ' ', size: 3 };
    const people = ['ben@contoso.com', 'Ben', 7];
    const { status, json } = await api.post('conversations', {
      ...{ group: '', topic: 'x'.repeat(256), body, people, receipt: 'mail', 'a/b~c': 1 },
    });
    assert.equal(status, 400);
    assert.deepEqual(json.errors?.map(({ path }) => path).sort(), [
      '/a~1b~0c',
      '/body/content',
      '/body/contentType',
      '/body/size',
      '/group',
      '/people/1',
      '/people/2',
      '/receipt',
      '/topic',
    ]);
    const said = new Map(json.errors?.map(({ path, detail }) => [path, detail]));
    assert.equal(said.get('/topic'), 'This is longer than 255 characters.');
    assert.equal(said.get('/body/contentType'), 'This is none of text, markdown, html.');
    assert.equal(said.get('/people/2'), 'This is no mail address.');
    for (const nothing of [null, [], 'text', 1])
      assert.deepEqual(
        (await api.post('replies', nothing)).json.errors?.map(({ path }) => path),
        [''],
      );
    const bare = await api.post('conversations', { group: 7, people: 'ben@contoso.com', watch: 1 });
    assert.deepEqual(bare.json.errors, [
      { path: '/group', detail: 'This has to be a text.' },
      { path: '/topic', detail: 'This is missing.' },
      { path: '/body', detail: 'This is missing.' },
      { path: '/people', detail: 'This has to be a list.' },
      { path: '/watch', detail: 'This has to be true or false.' },
    ]);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n]));
    const { errors = [] } = (await api.post('conversations', many)).json;
    assert.equal(errors.length, 50);
    assert.equal((await api.post('threads', about('T'))).json.errors?.[0]?.path, '/conversation');
    assert.equal(
      (await api.post('replies', { ...about('T'), thread: 'x' })).json.errors?.[0]?.path,
      '/topic',
    );
  });

  it('says why it was refused, again and again, without asking Microsoft 365 twice', async () => {
    const cases = [
      [{ group: 'Nope' }, 404, 'GROUP_NOT_FOUND'],
      [{ group: 'Building Access' }, 400, 'GROUP_WITHOUT_MAILBOX'],
      [{ group: 'Board' }, 403, 'POSTING_NOT_ALLOWED'],
    ] as const;
    for (const [more, status, code] of cases) {
      const key = `refused-${code}-${more.group.length}`;
      const answer = await api.post('conversations', about('Refused', more), { key });
      assert.deepEqual([answer.status, answer.json.code], [status, code], answer.text);
      const before = api.bot.traffic.list({ service: 'graph' }).length;
      const again = await api.post('conversations', about('Refused', more), { key });
      assert.deepEqual([again.status, again.text], [status, answer.text]);
      assert.equal(api.bot.traffic.list({ service: 'graph' }).length, before);
      const { json } = await api.get(answer.json.request ?? '');
      assert.deepEqual([json.state, json.reason?.code], ['refused', code]);
    }
  });

  it('warns of the same text only when asked to', async () => {
    const [first, second] = [
      await api.post('conversations', about('Twice')),
      await api.post('conversations', about('Twice')),
    ];
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.notEqual(first.json.id, second.json.id);
    const warned = about('Twice', { warnIfSimilar: true });
    const third = await api.post('conversations', warned, { key: 'third' });
    assert.deepEqual(
      [third.status, third.json.code, third.json.request],
      [409, 'API_SIMILAR', second.json.url],
    );
    assert.ok(third.json.detail?.includes(second.json.url ?? '?'));
    assert.equal((await api.post('conversations', warned, { key: 'third' })).text, third.text);
    assert.equal((await api.post('conversations', about('Twice'), { key: 'third' })).status, 409);
    assert.equal(api.topics().filter((topic) => topic === 'Twice').length, 2);
    assert.equal((await api.post('conversations', about('New', { warnIfSimilar: true }))).status, 201);
  });

  it('shows the receipt in the personal chat when it is asked to, and none otherwise', async () => {
    await api.bot.client('ada').open('personal');
    await api.bot.client('ada').send('personal', 'help');
    const silent = await api.post('conversations', about('Quiet'));
    const shown = await api.post('conversations', about('Shown', { receipt: 'chat' }));
    assert.deepEqual([silent.json.receipt, shown.json.receipt], ['none', 'chat']);
    const chat = JSON.stringify(api.bot.chat('ada'));
    assert.ok(chat.includes('Shown'), chat);
    assert.ok(!chat.includes('Quiet'));
    const alone = await api.post('conversations', about('Alone', { receipt: 'chat' }), {
      authorization: await api.bearer('ben'),
    });
    assert.deepEqual([alone.status, alone.json.receipt], [201, 'none']);
    assert.doesNotMatch(api.bot.log.join('\n'), /could not be shown|no chat to be shown/);
  });

  it('goes by what the person decides in Teams', async () => {
    api.bot.sandbox.faults.add({
      service: 'graph',
      method: 'POST',
      when: 'before',
      outcome: { status: 429, headers: { 'Retry-After': '600' } },
    });
    const body = about('Given up');
    const waiting = await api.post('conversations', body, { key: 'given-up' });
    assert.deepEqual([waiting.status, waiting.json.state], [202, 'waiting']);
    assert.equal(waiting.json.reason?.code, 'GRAPH_THROTTLED');
    assert.ok(Number(waiting.headers.get('retry-after')) >= 590);
    const client = api.bot.client('ada');
    await client.send('personal', 'pending');
    const card = client.messages('personal').at(-1);
    await client.press(card?.id ?? '', 'Discard');
    const gone = await api.settled(waiting.json.url);
    assert.equal(gone.json.state, 'discarded');
    const again = await api.post('conversations', body, { key: 'given-up' });
    assert.deepEqual([again.status, again.json.code], [410, 'API_REQUEST_DISCARDED']);
    assert.ok(!api.topics().includes('Given up'));
  });
});
