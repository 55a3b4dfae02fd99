import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { startNotices, type NoticeApi } from './start-notices.ts';

const nobody = '0'.repeat(32);

describe('who may send notices by the API', function () {
  this.timeout(30_000);
  let api: NoticeApi;
  let app: string;
  before(async () => {
    api = await startNotices();
    app = await api.appBearer();
    for (const name of ['ada', 'ben']) await api.bot.client(name).send('personal', 'help');
  });
  after(() => api.stop());

  const body = () => ({ to: { people: [api.id('ben')] }, text: 'Hello' });

  /** What each route answers to a token. */
  async function refusals(authorization: string | undefined): Promise<string[]> {
    const answers = [await api.post('notices', body(), { authorization })];
    for (const path of [nobody, `${nobody}/receivers`])
      answers.push(await api.get(`notices/${path}`, { authorization }));
    for (const order of ['pause', 'resume', 'stop'])
      answers.push(await api.post(`notices/${nobody}/${order}`, undefined, { authorization }));
    for (const { headers, text } of answers) {
      assert.equal(headers.get('content-type'), 'application/problem+json');
      assert.doesNotMatch(text, /eyJ/);
    }
    return [...new Set(answers.map(({ status, json }) => `${status} ${json.code}`))];
  }

  it('an app alone with the role, as itself', async () => {
    const posted = await api.post('notices', { ...body(), text: 'Of an app' }, { authorization: app });
    assert.equal(posted.status, 202, posted.text);
    const ended = await api.ended(posted.json.url, { authorization: app });
    assert.equal(ended.json.counts.delivered, 1);
    assert.equal(api.told('ben', 'Of an app'), 1);
    const channel = api.bot.beginThread('ada').channel;
    await api.bot.client('ada').send('Launch', '@Kickoff help');
    const there = await api.post('notices', { to: { channel }, text: 'Of an app' }, { authorization: app });
    assert.equal(there.status, 202, there.text);
    await api.ended(there.json.url, { authorization: app });
    assert.equal(api.told('Launch', 'Of an app'), 1);
  });

  it('an app alone reads no groups and no addresses, and has no chat', async () => {
    const wrong = [
      [{ to: { group: 'Finance' } }, '/to/group'],
      [{ to: { people: [api.id('ben'), 'ben@contoso.com'] } }, '/to/people'],
      [{ receipt: 'chat' }, '/receipt'],
    ] as const;
    for (const [difference, path] of wrong) {
      const { status, json } = await api.post(
        'notices',
        { ...body(), ...difference },
        { authorization: app },
      );
      assert.deepEqual([status, json.code], [403, 'API_PERSON_NEEDED']);
      assert.deepEqual(
        json.errors?.map((error) => error.path),
        [path],
      );
    }
  });

  it('nobody without a token, without the role, or from an app that is not on the list', async () => {
    assert.deepEqual(await refusals(undefined), ['401 NOT_AUTHENTICATED']);
    for (const roles of [undefined, [], ['Audit.Read'], 'Notices.Send', ['notices.send']]) {
      const authorization = await api.appBearer({ roles });
      assert.deepEqual(await refusals(authorization), ['403 API_ROLE_MISSING'], String(roles));
    }
    assert.deepEqual(await refusals(await api.appBearer({ idtyp: 'app', scp: 'Conversations.Start' })), [
      '403 API_ROLE_MISSING',
    ]);
    assert.deepEqual(await refusals(await api.appBearer({ azp: randomUUID() })), [
      '403 API_CLIENT_NOT_ALLOWED',
    ]);
    assert.deepEqual(await refusals(await api.appBearer({ tid: randomUUID() })), ['403 TENANT_NOT_ALLOWED']);
    const scp = 'access_as_user';
    assert.deepEqual(await refusals(await api.bearer('ada', { scp })), ['403 API_SCOPE_MISSING']);
    const roles = ['Notices.Send'];
    assert.deepEqual(await refusals(await api.bearer('ada', { scp, roles })), ['403 API_SCOPE_MISSING']);
  });

  it('an app alone may do nothing else', async () => {
    const conversation = { group: 'Finance', topic: 'Alone', body: { contentType: 'text', content: 'x' } };
    for (const answer of [
      await api.post('conversations', conversation, { authorization: app }),
      await api.get(`requests/${nobody}`, { authorization: app }),
    ])
      assert.deepEqual([answer.status, answer.json.code], [403, 'API_APP_ONLY']);
  });

  it('nobody sees or stops what is another’s, which is as good as none', async () => {
    const { json } = await api.post('notices', { ...body(), text: 'Of Ada' });
    const { id } = (await api.post('notices', body(), { authorization: app })).json;
    const others = [
      [json.id, await api.bearer('ben')],
      [json.id, app],
      [id, await api.bearer('ada')],
    ] as const;
    for (const [of, authorization] of others) {
      for (const path of ['', '/receivers']) {
        const answer = await api.get(`notices/${of}${path}`, { authorization });
        const none = await api.get(`notices/${nobody}${path}`, { authorization });
        assert.deepEqual([answer.status, answer.json.code], [404, 'API_NOTICE_UNKNOWN']);
        assert.equal(answer.text, none.text);
      }
      for (const order of ['pause', 'resume', 'stop'])
        assert.equal((await api.post(`notices/${of}/${order}`, undefined, { authorization })).status, 404);
    }
    assert.equal((await api.get('notices/..%2f..')).status, 404);
  });

  it('each as often as the setting says: an app alone apart from the people it calls for', async () => {
    const few = await startNotices({ API_RATE: '3/h' });
    try {
      const authorization = await few.appBearer();
      const answers = [];
      for (let n = 0; n < 4; n += 1) answers.push(await few.get(`notices/${nobody}`, { authorization }));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404, 429],
      );
      assert.equal((await few.get(`notices/${nobody}`)).status, 404);
    } finally {
      await few.stop();
    }
  });
});

describe('notices without API_CLIENTS', () => {
  it('are closed', async () => {
    const api = await startNotices({ API_CLIENTS: '' });
    try {
      const body = { to: { people: [api.id('ben')] }, text: 'Hello' };
      const answers = [
        await api.post('notices', body, { authorization: await api.appBearer() }),
        await api.get(`notices/${nobody}`),
        await api.post(`notices/${nobody}/stop`, undefined),
      ];
      for (const { status, json } of answers) assert.equal(`${status} ${json.code}`, '403 API_CLOSED');
    } finally {
      await api.stop();
    }
  });
});
