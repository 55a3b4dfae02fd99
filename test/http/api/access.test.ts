import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { hello, startApi, type Api } from './start-api.ts';

const conversation = { group: 'Finance', topic: 'Who may', body: hello };

/** Every route, with a body that it would take. */
const routes = [
  ['POST', 'conversations', conversation],
  ['POST', 'threads', { ...conversation, conversation: 'Who may' }],
  ['POST', 'replies', { group: 'Finance', thread: 'AAQk', body: hello }],
  ['GET', `requests/${'0'.repeat(32)}`, undefined],
] as const;

describe('who may call the API', () => {
  let api: Api;
  before(async () => {
    api = await startApi();
  });
  after(() => api.stop());

  /** What each route answers to a token, and that nothing came of it. */
  async function refusals(authorization: string | undefined): Promise<string[]> {
    const before = api.posts();
    const answers = [];
    for (const [method, path, body] of routes) {
      const answer =
        method === 'POST'
          ? await api.post(path, body, { authorization })
          : await api.get(path, { authorization });
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(answer.headers.get('www-authenticate'), answer.status === 401 ? 'Bearer' : null);
      assert.doesNotMatch(answer.text, /eyJ/);
      answers.push(`${answer.status} ${answer.json.code}`);
    }
    assert.equal(api.posts(), before);
    assert.deepEqual(api.bot.mail(), []);
    return [...new Set(answers)];
  }

  it('not without a token', async () => {
    for (const authorization of [undefined, '', 'Bearer', 'Bearer x.y', 'Basic YTpi', 'Bearer eyJ.eyJ.x y'])
      assert.deepEqual(await refusals(authorization), ['401 NOT_AUTHENTICATED'], String(authorization));
  });

  it('not with a token that is not for Kickoff now', async () => {
    const { cloudOrigin, entra, tenant } = api.bot.sandbox;
    const ada = api.bot.person('ada').id;
    const other = randomUUID();
    const [head, payload, signature = ''] = (await api.bearer('ada')).split('.');
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    const wrong: Record<string, string> = {
      expired: await api.bearer('ada', {}, -301),
      'for Graph': await api.bearer('ada', { aud: cloudOrigin }),
      'of another issuer': await api.bearer('ada', { iss: `${cloudOrigin}/${other}/v2.0` }),
      'version 1': await api.bearer('ada', { iss: `https://sts.windows.net/${tenant.id}/` }),
      'of nobody': await api.bearer('ada', { oid: undefined }),
      'of no client': await api.bearer('ada', { azp: undefined }),
      'of no tenant': await api.bearer('ada', { tid: undefined }),
      'with another signature': `${head}.${payload}.${flipped}`,
    };
    for (const [which, authorization] of Object.entries(wrong))
      assert.deepEqual(await refusals(authorization), ['401 NOT_AUTHENTICATED'], which);
    assert.deepEqual(await refusals(`Bearer ${await entra.issueSsoToken(ada)}`), ['403 API_SCOPE_MISSING']);
  });

  it('not from another tenant', async () => {
    const elsewhere = await api.bearer('ada', { tid: randomUUID() });
    assert.deepEqual(await refusals(elsewhere), ['403 TENANT_NOT_ALLOWED']);
  });

  it('not as an app alone', async () => {
    const { cloudOrigin, tenant } = api.bot.sandbox;
    const response = await fetch(`${cloudOrigin}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: tenant.app.id,
        client_secret: tenant.app.secret,
        scope: `${tenant.app.ssoResource}/.default`,
      }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    assert.deepEqual(await refusals(`Bearer ${access_token}`), ['403 API_APP_ONLY']);
    const roles = await api.bearer('ada', { scp: undefined, roles: ['Notices.Send'] });
    assert.deepEqual(await refusals(roles), ['403 API_APP_ONLY']);
  });

  it('not with another scope', async () => {
    for (const scp of ['access_as_user', 'Conversations.StartAll', 'conversations.start', '', undefined])
      assert.deepEqual(await refusals(await api.bearer('ada', { scp })), ['403 API_SCOPE_MISSING']);
  });

  it('not from an app that is not on the list, which is named', async () => {
    const azp = randomUUID();
    const authorization = await api.bearer('ada', { azp });
    assert.deepEqual(await refusals(authorization), ['403 API_CLIENT_NOT_ALLOWED']);
    assert.match((await api.get(`requests/1`, { authorization })).json.title ?? '', new RegExp(azp));
  });

  it('not about another person’s request, which is as good as none', async () => {
    const { json } = await api.post('conversations', { ...conversation, topic: 'Of Ada' });
    const ben = await api.get(json.url ?? '', { authorization: await api.bearer('ben') });
    const none = await api.get(`requests/${'f'.repeat(32)}`, { authorization: await api.bearer('ben') });
    assert.equal(ben.status, 404);
    assert.equal(ben.text, none.text);
    assert.equal((await api.get(json.url ?? '')).status, 200);
    assert.equal((await api.get('requests/..%2f..')).status, 404);
  });

  it('reads size and JSON before the token, and fields after it', async () => {
    const authorization = undefined;
    const large = await api.post('conversations', undefined, { authorization, raw: ' '.repeat(262_145) });
    assert.deepEqual([large.status, large.json.code], [413, 'BODY_OVER_LIMIT']);
    for (const raw of [
      '',
      '{',
      'x',
      '['.repeat(20) + ']'.repeat(20),
      '{"__proto__":{}}',
      new Uint8Array([0xff]),
    ]) {
      const answer = await api.post('conversations', undefined, { authorization, raw });
      assert.deepEqual([answer.status, answer.json.code], [400, 'API_BODY_NOT_JSON'], String(raw));
    }
    const foreign: Record<string, string>[] = [
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/json; charset=latin1' },
      { 'Content-Encoding': 'gzip' },
    ];
    for (const headers of foreign) {
      const answer = await api.post('conversations', {}, { headers });
      assert.deepEqual([answer.status, answer.json.code], [415, 'API_TYPE_NOT_JSON']);
    }
    assert.equal((await api.post('conversations', {}, { authorization })).json.code, 'NOT_AUTHENTICATED');
    assert.equal((await api.post('conversations', {})).json.code, 'API_INPUT_REFUSED');
  });

  it('says in the log which, and nothing that was sent', async () => {
    const log = api.bot.log.join('\n');
    assert.match(log, /the token of an API call was refused: expired/);
    assert.match(log, /POST \/api\/v1\/conversations/);
    assert.match(log, /GET \/api\/v1\/requests\/:id/);
    assert.doesNotMatch(log, /eyJ[\w-]+\.eyJ|Who may|Hello all|key-\d/);
  });
});

describe('the API without API_CLIENTS', () => {
  it('is closed, and says what to set', async () => {
    const api = await startApi({ API_CLIENTS: '' });
    try {
      for (const [method, path, body] of routes) {
        const { status, json } = method === 'POST' ? await api.post(path, body) : await api.get(path);
        assert.equal(`${status} ${json.code}`, '403 API_CLOSED');
        assert.match(json.detail ?? '', /API_CLIENTS/);
      }
      assert.equal((await api.get('openapi.json', { authorization: undefined })).status, 200);
    } finally {
      await api.stop();
    }
  });
});
