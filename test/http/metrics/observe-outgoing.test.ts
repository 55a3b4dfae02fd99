import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { observeOutgoing } from '../../../src/http/metrics/observe-outgoing.ts';

const name = 'kickoff_outgoing_request_duration_seconds_count';

describe('what other services are asked', () => {
  let server: Server;
  let origin: string;
  let registry: Registry;
  let stop: () => void;
  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url === '/gone') return void request.socket.destroy();
      if (request.url === '/silent') return;
      response.statusCode = Number.parseInt(request.url?.slice(1) ?? '', 10);
      response.end('x');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    registry = new Registry();
    stop = observeOutgoing(registry, (url) => (url.startsWith(`${origin}/`) ? 'here' : 'elsewhere'));
  });
  afterEach(async () => {
    stop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const counted = async (): Promise<string[]> =>
    [...(await registry.metrics()).matchAll(new RegExp(`^${name}\\{(.*)\\} (\\d+)$`, 'gm'))]
      .map(([, labels = '', count = '']) => `${labels} ${count}`)
      .toSorted();

  it('is counted by service, method and status, whatever sends it', async () => {
    await (await fetch(`${origin}/200`)).text();
    await (await fetch(`${origin}/429`, { method: 'POST', body: 'secret' })).text();
    await (await fetch(`${origin}/429`, { method: 'POST', body: 'secret' })).text();
    const [response] = await once(get(`${origin}/403?secret`), 'response');
    await once(response.resume(), 'end');
    assert.deepEqual(await counted(), [
      'service="here",method="GET",status="200" 1',
      'service="here",method="GET",status="403" 1',
      'service="here",method="POST",status="429" 2',
    ]);
    assert.doesNotMatch(await registry.metrics(), /secret|127\.0\.0\.1/);
  });

  it('has no status where there was no answer', async () => {
    await assert.rejects(fetch(`${origin}/gone`));
    await assert.rejects(fetch(`${origin}/silent`, { signal: AbortSignal.timeout(20) }));
    await once(get(`${origin}/gone`), 'error');
    assert.deepEqual(await counted(), ['service="here",method="GET",status="none" 3']);
  });

  it('is not counted any more afterwards', async () => {
    stop();
    await (await fetch(`${origin}/200`)).text();
    assert.deepEqual(await counted(), []);
  });
});
