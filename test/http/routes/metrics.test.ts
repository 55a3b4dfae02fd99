import assert from 'node:assert/strict';
import { Counter } from 'prom-client';
import { createMetricsRegistry } from '../../../src/http/metrics/create-metrics-registry.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

describe('/metrics', () => {
  let server: TestServer;
  afterEach(() => server.http.stop());
  const get = (url: string, authorization?: string) =>
    fetch(url, { headers: authorization === undefined ? {} : { authorization } });

  it('is not there without a port or a token', async () => {
    server = await startTestServer();
    assert.equal((await get(`${server.origin}/metrics`)).status, 404);
    assert.equal(server.http.metricsOrigin(), undefined);
  });

  it('answers on the main port only to the token, and else as if it were not there', async () => {
    server = await startTestServer({ metricsToken: 'let-me-read' });
    const url = `${server.origin}/metrics`;
    const nowhere = await (await get(`${server.origin}/nowhere`)).text();
    for (const authorization of [
      undefined,
      'Bearer',
      'Bearer let-me-rea',
      'Bearer let-me-read2',
      'let-me-read',
    ]) {
      const answer = await get(url, authorization);
      assert.deepEqual([answer.status, await answer.text()], [404, nowhere], authorization);
    }
    assert.equal((await get(url, 'Bearer let-me-read')).status, 200);
  });

  it('answers everybody on its own loopback listener, which has nothing else', async () => {
    server = await startTestServer({ metricsPort: 0, metricsToken: 'let-me-read' });
    const inside = server.http.metricsOrigin() ?? '';
    assert.match(inside, /^http:\/\/127\.0\.0\.1:/);
    assert.equal((await get(`${inside}/metrics`)).status, 200);
    assert.equal((await get(`${inside}/healthz`)).status, 404);
  });

  it('shows requests by route and status, the process, and what other rooms count', async () => {
    const metrics = createMetricsRegistry();
    new Counter({ name: 'kickoff_other_total', help: 'Of another room.', registers: [metrics] }).inc(3);
    server = await startTestServer({ metricsPort: 0, metrics });
    await get(`${server.origin}/healthz?secret=1`);
    await get(`${server.origin}/nowhere/at/all`);
    await fetch(`${server.origin}/api/messages`, { method: 'POST' });
    const answer = await get(`${server.http.metricsOrigin()}/metrics`);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=/);
    const text = await answer.text();
    for (const [route, status] of [
      ['GET /healthz', 200],
      ['unmatched', 404],
      ['POST /api/messages', 401],
    ]) {
      assert.ok(
        text.includes(`kickoff_http_request_duration_seconds_count{route="${route}",status="${status}"} 1\n`),
        `${route} in\n${text}`,
      );
    }
    assert.match(text, /^kickoff_other_total 3$/m);
    assert.match(text, /^process_resident_memory_bytes \d/m);
    assert.doesNotMatch(text, /secret|nowhere/);
  });
});
