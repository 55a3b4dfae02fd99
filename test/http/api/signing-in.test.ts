import assert from 'node:assert/strict';
import { signInByBrowser } from '../../e2e/sign-in-by-browser.ts';
import { hello, startApi, type Api } from './start-api.ts';

describe('signing in for the API', () => {
  let api: Api;
  beforeEach(async () => {
    api = await startApi();
  });
  afterEach(() => api.stop());

  const about = (topic: string) => ({ group: 'All Company', topic, body: hello });
  const exchanges = () =>
    api.bot.traffic
      .list({ service: 'entra', method: 'POST' })
      .filter(({ requestBody }) => JSON.stringify(requestBody ?? '').includes('on_behalf_of')).length;

  it('exchanges one token for many calls at once, and none while there is one', async () => {
    const calls = Array.from({ length: 10 }, (_, n) => api.post('conversations', about(`Many ${n}`)));
    for (const { status } of await Promise.all(calls)) assert.ok(status === 201 || status === 202);
    assert.equal(exchanges(), 1);
    await api.post('conversations', about('One more'));
    assert.equal(exchanges(), 1);
  });

  it('hands out the link with which a person agrees, stores nothing, and goes on afterwards', async () => {
    const authorization = await api.bearer('dana');
    const key = 'of-dana';
    const refused = await api.post('conversations', about('Dana'), { authorization, key });
    assert.deepEqual([refused.status, refused.json.code], [403, 'API_CONSENT_REQUIRED']);
    const link = /http\S+\/auth\/start\?id=\S+/.exec(refused.json.detail ?? '')?.[0] ?? '';
    assert.notEqual(link, '', refused.text);
    // Somebody else's sign-in does not count, and uses the browser's way up, not the link.
    assert.equal((await signInByBrowser(link, { personId: api.bot.person('ben').id })).status, 403);
    assert.equal((await signInByBrowser(link, { personId: api.bot.person('dana').id })).status, 200);
    const { status } = await api.post('conversations', about('Dana'), { authorization, key });
    assert.equal(status, 201);
    assert.equal(api.bot.conversations('All Company').length, 1);
  });

  it('names the administrator’s link where only they may agree', async () => {
    const { entra } = api.bot.sandbox;
    entra.consents.requireAdmin(['Group-Conversation.ReadWrite.All']);
    const fault = { status: 400, body: adminConsent };
    api.bot.sandbox.faults.add({
      service: 'entra',
      method: 'POST',
      when: 'before',
      times: 1,
      outcome: fault,
    });
    const { status, json } = await api.post('conversations', about('Admin'));
    assert.deepEqual([status, json.code], [403, 'ADMIN_CONSENT_REQUIRED']);
    assert.match(json.detail ?? '', /\/adminconsent\?client_id=/);
  });

  it('says when to call again while Entra is busy, having stored nothing', async () => {
    const busy = [
      [{ status: 429, headers: { 'Retry-After': '7' }, body: { error: 'temporarily_unavailable' } }, '7'],
      [{ status: 503, body: { error: 'temporarily_unavailable' } }, '15'],
      ['reset', '15'],
    ] as const;
    for (const [outcome, seconds] of busy) {
      api.bot.sandbox.faults.add({ service: 'entra', path: /token$/, when: 'before', times: 1, outcome });
      const answer = await api.post('conversations', about('Busy'), { key: 'busy' });
      assert.deepEqual([answer.status, answer.json.code], [503, 'API_SIGN_IN_BUSY']);
      assert.equal(answer.headers.get('retry-after'), seconds);
    }
    assert.equal((await api.post('conversations', about('Busy'), { key: 'busy' })).status, 201);
    assert.equal(api.bot.conversations('All Company').length, 1);
  });

  it('lets a request that waits for a sign-in go on when it is sent again with a fresh token', async () => {
    const { faults } = api.bot.sandbox;
    await api.post('conversations', about('First'));
    const refuse = faults.add({ service: 'graph', when: 'before', outcome: { status: 401, body: {} } });
    const entra = faults.add({
      service: 'entra',
      path: /token$/,
      when: 'before',
      outcome: { status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS50173: ended' } },
    });
    const waiting = await api.post('conversations', about('Later'), { key: 'later' });
    assert.deepEqual([waiting.status, waiting.json.state], [202, 'waiting']);
    assert.equal(waiting.json.waitingFor, 'sign-in');
    assert.equal(waiting.headers.get('retry-after'), null);
    refuse();
    entra();
    const again = await api.post('conversations', about('Later'), { key: 'later' });
    assert.equal(again.json.id, waiting.json.id);
    assert.equal((await api.settled(waiting.json.url)).json.state, 'created');
    assert.deepEqual(api.bot.conversations('All Company').filter(({ topic }) => topic === 'Later').length, 1);
  });
});

const adminConsent = {
  error: 'invalid_grant',
  error_description:
    'AADSTS90094: Admin consent is required for the permissions requested by this application.',
};
