import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { waitUntil } from './wait-until.ts';
import { startCloud, type Cloud } from './cloud.ts';

describe('fault switches of the cloud server', () => {
  let cloud: Cloud;
  let commits: number;
  let bodies: string[];
  beforeEach(async () => {
    commits = 0;
    bodies = [];
    cloud = await startCloud((server) => {
      server.post('/v1.0/things', async (req, res) => {
        bodies.push(await text(req));
        commits += 1;
        res.header('x-own', 'yes');
        res.send(201, { made: commits });
      });
      server.get('/channel/x', (_req, res, next) => {
        res.send(200, 'channel');
        next();
      });
    });
  });
  afterEach(() => cloud.close());

  const post = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${cloud.origin}/v1.0/things`, { method: 'POST', body: '{}', ...(signal && { signal }) });

  it('answers instead of the handler, as often as asked', async () => {
    cloud.faults.add({
      when: 'before',
      times: 2,
      outcome: { status: 503, headers: { 'Retry-After': '7' }, body: { a: 1 } },
    });
    const answer = await post();
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '7');
    assert.deepEqual(await answer.json(), { a: 1 });
    assert.equal((await post()).status, 503);
    assert.equal(commits, 0);
    assert.equal((await post()).status, 201);
  });

  it('lets the handler commit and loses its answer', async () => {
    cloud.faults.add({ when: 'after', times: 1, outcome: { status: 504 } });
    const answer = await post();
    assert.deepEqual([answer.status, await answer.text()], [504, '']);
    assert.equal(answer.headers.get('x-own'), null);
    assert.equal(commits, 1);
  });

  for (const when of ['before', 'after'] as const) {
    it(`cuts the connection ${when} the commit`, async () => {
      const remove = cloud.faults.add({ when, outcome: 'reset' });
      await assert.rejects(post(), /fetch failed/);
      assert.equal(commits, when === 'before' ? 0 : 1);
      remove();
      assert.equal((await post()).status, 201);
    });

    it(`hangs ${when} the commit until the caller gives up`, async () => {
      cloud.faults.add({ when, outcome: 'hang' });
      await assert.rejects(post(AbortSignal.timeout(100)), { name: 'TimeoutError' });
      assert.equal(commits, when === 'before' ? 0 : 1);
    });

    it(`waits ${when} the commit and then answers as always`, async () => {
      cloud.faults.add({ when, outcome: { delayMs: 20 } });
      const started = performance.now();
      const answer = await post();
      assert.ok(performance.now() - started >= 19);
      assert.deepEqual([answer.status, await answer.json()], [201, { made: 1 }]);
      assert.equal(answer.headers.get('x-own'), 'yes');
    });
  }

  it('goes on when it is let, with the whole body, although the caller has gone', async () => {
    const gate = Promise.withResolvers<void>();
    cloud.faults.add({ when: 'before', times: 1, outcome: { heldUntil: gate.promise } });
    await assert.rejects(post(AbortSignal.timeout(100)), { name: 'TimeoutError' });
    assert.equal((await post()).status, 201, 'others are not held');
    assert.deepEqual([commits, bodies], [1, ['{}']]);
    gate.resolve();
    await waitUntil(() => commits === 2);
    assert.deepEqual(bodies, ['{}', '{}']);
  });

  for (const when of ['before', 'after'] as const) {
    it(`holds ${when} the commit, and answers as always who is still there`, async () => {
      const gate = Promise.withResolvers<void>();
      cloud.faults.add({ when, outcome: { heldUntil: gate.promise } });
      const answer = post();
      await waitUntil(() => cloud.traffic.entries[0]?.requestBody !== undefined);
      if (when === 'after') await waitUntil(() => commits === 1);
      else assert.equal(commits, 0);
      gate.resolve();
      assert.deepEqual(await (await answer).json(), { made: 1 });
      assert.equal(commits, 1);
    });
  }

  it('forgets what had not arrived whole when the caller left', async () => {
    const gate = Promise.withResolvers<void>();
    cloud.faults.add({ when: 'before', times: 1, outcome: { heldUntil: gate.promise } });
    const half = new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{')) });
    const init = { method: 'POST', body: half, duplex: 'half', signal: AbortSignal.timeout(100) };
    await assert.rejects(fetch(`${cloud.origin}/v1.0/things`, init as RequestInit), { name: 'TimeoutError' });
    gate.resolve();
    assert.equal((await post()).status, 201);
    assert.equal(commits, 1);
  });

  it('meets only the service, method and path that were meant', async () => {
    cloud.faults.add({ service: 'channel', when: 'before', outcome: { status: 500 } });
    cloud.faults.add({ method: 'PUT', when: 'before', outcome: { status: 500 } });
    cloud.faults.add({ path: /other/, when: 'before', outcome: { status: 500 } });
    assert.equal((await post()).status, 201);
    assert.equal((await fetch(`${cloud.origin}/channel/x`)).status, 500);
    cloud.faults.clear();
    assert.equal((await fetch(`${cloud.origin}/channel/x`)).status, 200);
  });

  it('records what arrived, its body and what was answered, and no token', async () => {
    cloud.faults.add({ service: 'graph', when: 'before', times: 1, outcome: { status: 429 } });
    const send = (): Promise<Response> =>
      fetch(`${cloud.origin}/v1.0/things?code=abc&x=1`, {
        method: 'POST',
        headers: { authorization: 'Bearer topsecret', 'content-type': 'application/json' },
        body: JSON.stringify({ topic: 'T' }),
      });
    await send();
    await send();
    await fetch(`${cloud.origin}/tenant/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'hidden' }),
    });
    const { traffic } = cloud;
    // The answer reaches the caller a moment before the server counts it as finished.
    await waitUntil(() => traffic.list().every(({ status }) => status !== undefined));
    assert.equal(traffic.count({ service: 'graph', method: 'POST', path: /things$/ }), 2);
    assert.deepEqual(
      traffic.list().map(({ service, status }) => [service, status]),
      [
        ['graph', 429],
        ['graph', 201],
        ['entra', 404],
      ],
    );
    assert.deepEqual(traffic.entries[0]?.requestBody, { topic: 'T' });
    assert.deepEqual(traffic.entries[0]?.query, { code: '…', x: '1' });
    assert.doesNotMatch(JSON.stringify(traffic.entries), /topsecret|hidden/);
    traffic.clear();
    assert.equal(traffic.count(), 0);
  });
});
