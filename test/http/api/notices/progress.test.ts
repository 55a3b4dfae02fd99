import assert from 'node:assert/strict';
import { startNotices, type NoticeApi } from './start-notices.ts';

describe('a notice on its way', function () {
  this.timeout(60_000);
  let api: NoticeApi;
  before(async () => {
    api = await startNotices({ NOTICE_RATE: '1' });
    for (const name of ['ada', 'ben', 'chika', 'dana']) await api.bot.client(name).send('personal', 'help');
  });
  after(() => api.stop());

  const everybody = () => ({ people: ['ada', 'ben', 'chika', 'dana'].map((name) => api.id(name)) });
  const start = async (text: string) => (await api.post('notices', { to: everybody(), text })).json;
  const order = async (url: string, what: 'pause' | 'resume' | 'stop') => {
    const { status, json, text } = await api.post(`${url}/${what}`, undefined);
    assert.equal(status, 200, text);
    return json;
  };

  it('is paused, resumed and stopped, and says who was not told', async () => {
    const { url, receivers } = await start('Stopped on the way');
    assert.equal((await order(url, 'pause')).state, 'paused');
    assert.equal((await order(url, 'pause')).state, 'paused');
    const held = (await api.get(`${url}?wait=2s`)).json;
    assert.equal(held.state, 'paused');
    assert.ok(held.counts.waiting >= 2 && held.progress < 100, JSON.stringify(held));
    assert.equal((await order(url, 'resume')).state, 'sending');
    const stopped = await order(url, 'stop');
    assert.equal(stopped.state, 'stopped');
    const { counts, endedAt } = (await api.ended(url)).json;
    assert.ok(counts.stopped >= 1 && counts.waiting === 0, JSON.stringify(counts));
    assert.notEqual(endedAt, undefined);
    // What no longer fits changes nothing.
    assert.deepEqual(
      [(await order(url, 'resume')).state, (await order(url, 'stop')).endedAt],
      ['stopped', endedAt],
    );
    const page = (await api.get(receivers)).json;
    assert.equal(page.receivers.filter(({ state }) => state === 'stopped').length, counts.stopped);
  });

  it('is waited for, and not sent again when it is as it was', async () => {
    const { url } = await start('Waited for');
    const begun = performance.now();
    const unfinished = await api.get(`${url}?wait=1s`);
    assert.ok(performance.now() - begun < 10_000);
    assert.notEqual(unfinished.json.state, 'done');
    const done = await api.ended(url);
    const tag = done.headers.get('etag') ?? '';
    assert.notEqual(unfinished.headers.get('etag'), tag);
    assert.equal((await api.get(url, { headers: { 'If-None-Match': tag } })).status, 304);
    for (const query of ['wait=21s', 'till=1s'])
      assert.equal((await api.get(`${url}?${query}`)).json.code, 'API_INPUT_REFUSED');
  });

  it('goes on after a restart, and tells everybody once', async () => {
    const { url } = await start('Over a restart');
    await api.bot.restart();
    const { counts } = (await api.ended(url)).json;
    assert.equal(counts.total, 4);
    assert.equal(counts.delivered + counts.unconfirmed, 4, JSON.stringify(counts));
    for (const name of ['ada', 'ben', 'chika', 'dana'])
      assert.ok(api.told(name, 'Over a restart') <= 1, name);
  });
});

describe('the receivers of a notice', function () {
  this.timeout(30_000);
  let api: NoticeApi;
  let receivers: string;
  before(async () => {
    api = await startNotices({ NOTICE_RATE: '1000' });
    await api.bot.client('ada').send('personal', 'help');
    api.bot.person('ben').displayName = '=HYPERLINK("https://evil.example","Ben"), Ray';
    const { json } = await api.post('notices', { to: { group: 'All Company' }, text: 'Paged' });
    await api.ended(json.url);
    receivers = json.receivers;
  });
  after(() => api.stop());

  it('come in pages, each once', async () => {
    const pages = [];
    for (let url: string | undefined = `${receivers}?limit=2`; url !== undefined;) {
      const { json, headers }: Awaited<ReturnType<NoticeApi['get']>> = await api.get(url);
      pages.push(json.receivers.map(({ id }) => id));
      assert.equal(headers.get('link'), json.next === undefined ? null : `<${json.next}>; rel="next"`);
      url = json.next;
    }
    const expected = ['ben', 'chika', 'dana'].map((name) => api.id(name)).toSorted();
    assert.deepEqual(pages, [expected.slice(0, 2), expected.slice(2)]);
    for (const query of ['limit=0', 'limit=1001', 'limit=x', 'after=', 'before=1'])
      assert.equal((await api.get(`${receivers}?${query}`)).json.code, 'API_INPUT_REFUSED', query);
    assert.deepEqual((await api.get(`${receivers}?after=zzz`)).json, { receivers: [] });
  });

  it('come as CSV that no spreadsheet takes for a formula', async () => {
    const csv = await api.get(`${receivers}?limit=1000`, { headers: { Accept: 'text/csv' } });
    assert.match(csv.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
    assert.equal(csv.headers.get('vary'), 'Accept');
    const [head, ...lines] = csv.text.split('\r\n');
    assert.equal(head, 'id,name,state,why,doneAt');
    assert.equal(lines.pop(), '');
    assert.equal(lines.length, 3);
    const ben = lines.find((line) => line.startsWith(api.id('ben')));
    assert.ok(ben?.includes(`,"'=HYPERLINK(""https://evil.example"",""Ben""), Ray",delivered,,`), ben);
    const page = await api.get(`${receivers}?limit=1`, { headers: { Accept: 'text/csv' } });
    assert.match(page.headers.get('link') ?? '', /^<http.*after=.*>; rel="next"$/);
  });

  it('are JSON for whoever would rather have that', async () => {
    for (const accept of ['*/*', 'application/json', 'application/json, text/csv;q=0.5', 'text/csv;q=0'])
      assert.match(
        (await api.get(receivers, { headers: { Accept: accept } })).headers.get('content-type') ?? '',
        /^application\/json/,
        accept,
      );
  });
});
