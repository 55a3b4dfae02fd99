import assert from 'node:assert/strict';
import { openSocket } from '../open-socket.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

describe('what no route answers', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.http.stop());

  const raw = async (head: string) => {
    const { socket, closed } = openSocket(server.origin);
    socket.write(`${head}\r\nConnection: close\r\n\r\n`);
    return closed;
  };

  const cases: [string, string, number, string | null][] = [
    ['GET', '/', 404, null],
    ['GET', '/api/v1/groups', 404, null],
    ['POST', '/api/graph-notifications', 404, null],
    ['GET', '/api/messages/', 404, null],
    ['GET', '//auth/start', 404, null],
    ['GET', '/%E0%A4%A', 404, null],
    ['GET', '/auth/../../package.json', 404, null],
    ['GET', '/auth/..%2f..%2fpackage.json', 404, null],
    ['GET', `/${'a'.repeat(2000)}`, 404, null],
    ['GET', '/api/messages', 405, 'POST'],
    ['HEAD', '/api/messages', 405, 'POST'],
    ['OPTIONS', '/api/messages', 405, 'POST'],
    ['PUT', '/api/messages', 405, 'POST'],
    ['GET', '/api/v1/conversations', 405, 'POST'],
    ['DELETE', '/api/v1/requests/1', 405, 'GET'],
    ['DELETE', '/healthz', 405, 'GET, HEAD'],
    ['POST', '/auth/end', 405, 'GET'],
    ['OPTIONS', '/auth/start', 405, 'GET'],
    ['PUT', '/auth/close.js', 405, 'GET'],
  ];
  for (const [method, path, status, allow] of cases) {
    it(`${method} ${path.slice(0, 40)} is ${status}`, async () => {
      const answer = await fetch(`${server.origin}${path}`, { method });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('allow'), allow);
      assert.equal(answer.headers.get('server'), null);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      const [title, detail] =
        status === 404
          ? ['Not Found', 'There is nothing at this address; those of the API stand in /api/v1/openapi.json.']
          : ['Method Not Allowed', 'Send it with a method that the header Allow names.'];
      assert.equal(await answer.text(), method === 'HEAD' ? '' : JSON.stringify({ title, status, detail }));
    });
  }

  it('describes the API to whoever only looks whether it is there', async () => {
    const answer = await fetch(`${server.origin}/api/v1/openapi.json`, { method: 'HEAD' });
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
    assert.equal(answer.headers.get('content-type'), 'application/json');
  });

  for (const head of [
    'GET /healthz HTTP/1.1\r\nHost: [',
    'GET /healthz HTTP/1.1\r\nHost: a b',
    'GET /healthz HTTP/1.1\r\nHost: a:99999',
    'GET http://[/healthz HTTP/1.1\r\nHost: kickoff',
    'GET healthz HTTP/1.1\r\nHost: kickoff',
    'GET /auth/start?id=%00 HTTP/1.1\r\nHost: kickoff',
    'GET /api/v1/requests/a%00 HTTP/1.1\r\nHost: kickoff',
    'BREW /healthz HTTP/1.1\r\nHost: kickoff',
    `GET /healthz HTTP/1.1\r\nHost: kickoff\r\nX-Long: ${'x'.repeat(20_000)}`,
  ]) {
    it(`is 4xx, and the server lives on, for ${JSON.stringify(head.slice(0, 50))}`, async () => {
      assert.match(await raw(head), /^HTTP\/1\.1 4\d\d /);
      assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
    });
  }

  it('answers a request that offers an upgrade as if it did not', async () => {
    const { socket, until, closed } = openSocket(server.origin);
    socket.write(
      'GET /healthz HTTP/1.1\r\nHost: kickoff\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    await until('HTTP/1.1 200 OK');
    socket.destroy();
    await closed;
  });

  it('answers OPTIONS * without saying anything', async () => {
    assert.match(await raw('OPTIONS * HTTP/1.1\r\nHost: kickoff'), /^HTTP\/1\.1 200 OK\r\n/);
  });

  it('gives every answer an id that its log line carries', async () => {
    const answer = await fetch(`${server.origin}/nowhere?x=1`);
    const id = answer.headers.get('x-request-id');
    assert.match(id ?? '', /^http-[0-9a-f-]{36}$/);
    const line = server.lines.find(({ fields }) => fields.request === id);
    assert.equal(line?.fields.route, 'unmatched');
    assert.equal(line?.fields.status, 404);
    assert.doesNotMatch(JSON.stringify(server.lines), /nowhere/);
  });
});
