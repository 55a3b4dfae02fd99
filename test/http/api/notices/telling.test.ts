import assert from 'node:assert/strict';
import { until } from '../../../storage/until.ts';
import { startNotices, type NoticeApi } from './start-notices.ts';

describe('notices by the API', function () {
  this.timeout(30_000);
  let api: NoticeApi;
  before(async () => {
    api = await startNotices();
    for (const name of ['ada', 'ben', 'chika']) await api.bot.client(name).send('personal', 'help');
  });
  afterEach(() => api.bot.sandbox.faults.clear());
  after(() => api.stop());

  it('tell people by object id and address, once each, and say how far it is', async () => {
    const people = [api.id('ben'), 'CHIKA@contoso.com', 'ben@contoso.com', api.id('ben').toUpperCase()];
    const link = { title: 'Read it', url: 'https://intranet.contoso.com/plan' };
    const posted = await api.post('notices', {
      to: { people },
      title: 'Plan',
      text: 'The plan is out.',
      link,
    });
    assert.equal(posted.status, 202, posted.text);
    const { id, url, to, receipt } = posted.json;
    assert.equal(posted.headers.get('location'), url);
    assert.equal(url, `${api.bot.publicUrl}/api/v1/notices/${id}`);
    assert.deepEqual([to, receipt], [{ kind: 'people' }, 'none']);
    const { json } = await api.ended(url);
    assert.deepEqual([json.state, json.progress, json.unreachable], ['done', 100, {}]);
    const none = { waiting: 0, unreachable: 0, unconfirmed: 0, stopped: 0 };
    assert.deepEqual(json.counts, { total: 2, delivered: 2, ...none });
    for (const name of ['ben', 'chika']) assert.equal(api.told(name, 'The plan is out.'), 1);
    assert.equal(api.told('ada', 'The plan is out.'), 0);
    const { receivers, next } = (await api.get(json.receivers)).json;
    assert.deepEqual(
      receivers.map((each) => [each.id, each.state]),
      [api.id('ben'), api.id('chika')].toSorted().map((each) => [each, 'delivered']),
    );
    assert.equal(next, undefined);
  });

  it('tell a group’s members but the sender, and a channel that both are in', async () => {
    const group = await api.post('notices', { to: { group: 'finance@contoso.com' }, text: 'To members' });
    assert.deepEqual([group.status, group.json.to.kind], [202, 'group'], group.text);
    assert.deepEqual((await api.ended(group.json.url)).json.counts.total, 1);
    assert.deepEqual([api.told('ben', 'To members'), api.told('ada', 'To members')], [1, 0]);

    const { channel } = api.bot.beginThread('ada');
    const body = { to: { channel }, text: 'To the channel' };
    const unknown = await api.post('notices', body);
    assert.deepEqual([unknown.status, unknown.json.code], [404, 'API_CHAT_UNKNOWN']);
    await api.bot.client('ada').send('Launch', '@Kickoff help');
    const outsider = await api.post('notices', body, { authorization: await api.bearer('chika') });
    assert.deepEqual([outsider.status, outsider.json.code], [404, 'API_CHAT_UNKNOWN']);
    const told = await api.post('notices', body);
    assert.deepEqual([told.status, told.json.to], [202, { kind: 'channel', channel }]);
    assert.equal((await api.ended(told.json.url)).json.counts.delivered, 1);
    assert.equal(api.told('Launch', 'To the channel'), 1);
  });

  it('are answered as the first time when they are sent again, and tell nobody twice', async () => {
    const body = { to: { people: ['ben@contoso.com'] }, text: 'Told once' };
    const call = () => api.post('notices', body, { key: 'once' });
    const answers = await Promise.all(Array.from({ length: 10 }, call));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202]));
    assert.equal(new Set(answers.map(({ json }) => json.id)).size, 1);
    const ended = await api.ended(answers[0]?.json.url ?? '');
    assert.deepEqual((await call()).json, ended.json);
    await api.bot.restart();
    // Who is meant was found out the first time: nobody is asked again.
    api.bot.sandbox.faults.add({ service: 'graph', when: 'before', outcome: { status: 503 } });
    const later = await call();
    assert.deepEqual([later.status, later.json], [202, ended.json]);
    assert.equal(api.told('ben', 'Told once'), 1);
    for (const other of [
      { ...body, text: 'Other' },
      { ...body, to: { group: 'Finance' } },
    ]) {
      const { status, json } = await api.post('notices', other, { key: 'once' });
      assert.deepEqual([status, json.code, json.request], [422, 'API_KEY_REUSED', ended.json.url]);
    }
  });

  it('say why somebody could not be told', async () => {
    const { installations } = api.bot.sandbox.channel;
    installations.block(api.id('chika'));
    installations.uninstall(api.id('dana'));
    const people = ['chika', 'dana', 'ben'].map((name) => api.id(name));
    const { json } = await api.post('notices', { to: { people }, text: 'Reach' });
    const ended = (await api.ended(json.url)).json;
    assert.deepEqual(ended.unreachable, { blocked: 1, 'not-installed': 1 });
    assert.deepEqual([ended.counts.delivered, ended.counts.unreachable], [1, 2]);
    const { receivers } = (await api.get(ended.receivers)).json;
    assert.equal(receivers.find((each) => each.id === api.id('chika'))?.why, 'blocked');
    installations.unblock(api.id('chika'));
  });

  it('show progress and report in the chat of the person who wants that', async () => {
    const before = api.bot.chat('ada').length;
    const body = { to: { people: [api.id('ben')] }, text: 'With a receipt', receipt: 'chat' };
    const { json } = await api.post('notices', body);
    assert.equal(json.receipt, 'chat');
    await api.ended(json.url);
    await until(async () => (api.bot.chat('ada').length > before ? true : undefined));
  });

  it('name whom or what they do not know', async () => {
    const text = 'To nobody';
    const wrong = [
      [{ people: ['nobody@contoso.com'] }, 404, 'PERSON_NOT_FOUND'],
      [{ people: ['x_example.com#EXT#@contoso.com'] }, 404, 'PERSON_NOT_FOUND'],
      [{ group: 'Nowhere' }, 404, 'GROUP_NOT_FOUND'],
      [{ group: 'Building Access' }, 400, 'GROUP_WITHOUT_MAILBOX'],
      [{ channel: '19:x@thread.v2' }, 404, 'API_CHAT_UNKNOWN'],
      [{ people: Array.from({ length: 101 }, (_, n) => `p${n}@contoso.com`) }, 400, 'API_INPUT_REFUSED'],
      [{ people: [] }, 400, 'API_INPUT_REFUSED'],
      [{}, 400, 'API_INPUT_REFUSED'],
      [{ group: 'Finance', channel: '19:x@thread.v2' }, 400, 'API_INPUT_REFUSED'],
    ] as const;
    for (const [to, status, code] of wrong) {
      const answer = await api.post('notices', { to, text });
      assert.deepEqual([answer.status, answer.json.code], [status, code], JSON.stringify(to).slice(0, 60));
    }
    const lines = Array.from({ length: 151 }, (_, n) => `Line ${n}`).join('\n');
    const long = await api.post('notices', { to: { group: 'Finance' }, text: lines });
    assert.deepEqual(
      long.json.errors?.map(({ path }) => path),
      ['/text'],
    );
    const link = { title: 'Read', url: 'http://intranet.contoso.com' };
    const plain = await api.post('notices', { to: { group: 'Finance' }, text, link });
    assert.deepEqual(
      plain.json.errors?.map(({ path }) => path),
      ['/link/url'],
    );
  });

  it('go by the token of the call when what was kept of the person is worth nothing any more', async () => {
    const { faults } = api.bot.sandbox;
    const ended = { error: 'invalid_grant', error_description: 'AADSTS50173: the grant was revoked' };
    faults.add({ service: 'graph', when: 'before', times: 1, outcome: { status: 401 } });
    faults.add({
      ...{ service: 'entra', path: /token$/, when: 'before', times: 1 },
      outcome: { status: 400, body: ended },
    });
    const answer = await api.post('notices', { to: { group: 'Finance' }, text: 'After a revocation' });
    assert.equal(answer.status, 202, answer.text);
  });

  it('say when to call again while it cannot be found out who is meant', async () => {
    api.bot.sandbox.faults.add({ service: 'graph', when: 'before', outcome: { status: 503 } });
    const answer = await api.post('notices', { to: { group: 'Finance' }, text: 'Later' }, { key: 'later' });
    assert.deepEqual([answer.status, answer.json.code], [503, 'API_TRY_LATER'], answer.text);
    assert.ok(Number(answer.headers.get('retry-after')) >= 1);
    api.bot.sandbox.faults.clear();
    const again = await api.post('notices', { to: { group: 'Finance' }, text: 'Later' }, { key: 'later' });
    assert.equal(again.status, 202);
  });
});
