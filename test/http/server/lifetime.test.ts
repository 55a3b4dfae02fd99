import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { bearer } from '../bearer.ts';
import { messageActivity } from '../message-activity.ts';
import { openSocket } from '../open-socket.ts';
import { startTestServer } from '../start-test-server.ts';

const post = (origin: string) =>
  fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { authorization: bearer(), 'content-type': 'application/json' },
    body: JSON.stringify(messageActivity()),
  });

describe('slow callers', () => {
  const limits = { headersTimeout: 50, requestTimeout: 100, checkInterval: 10 };

  it('are cut off while they still send headers', async () => {
    const server = await startTestServer({ limits });
    const { socket, closed } = openSocket(server.origin);
    socket.write('POST /api/messages HTTP/1.1\r\nHost: kickoff\r\nX-Slow: ');
    assert.match(await closed, /^HTTP\/1\.1 408 /);
    await server.http.stop();
  });

  it('are cut off while they still send the body', async () => {
    const server = await startTestServer({ limits });
    const { socket, closed } = openSocket(server.origin);
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: kickoff\r\nAuthorization: ${bearer()}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type":',
    );
    assert.match(await closed, /^HTTP\/1\.1 408 /);
    await server.http.stop();
    assert.deepEqual(server.received, []);
    assert.deepEqual(
      server.lines.filter(({ level }) => level === 'error'),
      [],
    );
  });
});

describe('a connection on which nothing moves', () => {
  it('is closed', async () => {
    const server = await startTestServer({
      receive: () => new Promise(() => {}),
      limits: { stillTimeout: 50, stopGrace: 20 },
    });
    const { socket, closed } = openSocket(server.origin);
    const body = JSON.stringify(messageActivity());
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: kickoff\r\nAuthorization: ${bearer()}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    assert.equal(await closed, '');
    await server.http.stop();
  });
});

describe('stopping', () => {
  it('lets a running request end, takes no new one, and closes idle connections', async () => {
    const running = Promise.withResolvers<void>();
    const release = Promise.withResolvers<{ status: number }>();
    const server = await startTestServer({
      receive: () => {
        running.resolve();
        return release.promise;
      },
    });
    const idle = openSocket(server.origin);
    idle.socket.write('GET /healthz HTTP/1.1\r\nHost: kickoff\r\n\r\n');
    await idle.until('HTTP/1.1 200');

    const answer = post(server.origin);
    await running.promise;
    const stopped = server.http.stop();
    await idle.closed;
    await assert.rejects(fetch(`${server.origin}/healthz`));

    release.resolve({ status: 202 });
    const { status, headers } = await answer;
    assert.equal(status, 202);
    assert.equal(headers.get('connection'), 'close');
    await stopped;
    await server.http.stop();
  });

  it('closes the connections of requests that do not end in time', async () => {
    const running = Promise.withResolvers<void>();
    const server = await startTestServer({
      receive: () => {
        running.resolve();
        return new Promise(() => {});
      },
      limits: { stopGrace: 20 },
    });
    const answer = post(server.origin);
    await running.promise;
    await Promise.all([assert.rejects(answer), server.http.stop()]);
  });

  it('closes the metrics listener too', async () => {
    const server = await startTestServer({ metricsPort: 0 });
    const inside = server.http.metricsOrigin();
    await server.http.stop();
    await assert.rejects(fetch(`${inside}/metrics`));
  });
});

describe('starting', () => {
  it('rejects when the port is taken, and leaves nothing listening', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await assert.rejects(startTestServer({ metricsPort: port }), { code: 'EADDRINUSE' });
    taken.close();
  });

  it('keeps connections for the next request', async () => {
    const server = await startTestServer();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = [];
    for (let round = 0; round < 3; round += 1) {
      const request = get(`${server.origin}/healthz`, { agent });
      const [response] = await once(request, 'response');
      ports.push(request.socket?.localPort);
      response.resume();
      await once(response, 'end');
    }
    assert.equal(new Set(ports).size, 1);
    agent.destroy();
    await server.http.stop();
  });
});
