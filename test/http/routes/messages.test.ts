import assert from 'node:assert/strict';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Receive } from '../../../src/http/routes/messages.ts';
import { bearer } from '../bearer.ts';
import { messageActivity } from '../message-activity.ts';
import { openSocket } from '../open-socket.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

describe('POST /api/messages', () => {
  let server: TestServer;
  let receive: Receive | undefined;

  beforeEach(async () => {
    receive = undefined;
    const received: TestServer['received'] = [];
    server = await startTestServer({
      receive: async (authorization, activity) => {
        received.push({ authorization, activity });
        return receive?.(authorization, activity) ?? { status: 200 };
      },
    });
    server.received = received;
  });
  afterEach(() => server.http.stop());

  function post(
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: Headers; text: string }> {
    return fetch(`${server.origin}/api/messages`, {
      method: 'POST',
      headers: { authorization: bearer(), 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    }).then(async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
    }));
  }

  it('hands the activity and the token on, and answers 200 without a body', async () => {
    const answer = await post(messageActivity());
    assert.deepEqual([answer.status, answer.text], [200, '']);
    assert.equal(server.received.length, 1);
    assert.equal(server.received[0]?.authorization, bearer());
    assert.deepEqual(server.received[0]?.activity, messageActivity());
    assert.equal(answer.headers.get('server'), null);
    assert.equal(answer.headers.get('x-powered-by'), null);
  });

  it("answers an invoke with the bot's status and body", async () => {
    receive = async () => ({ status: 412, body: { failureDetail: 'consent' } });
    const answer = await post(messageActivity({ type: 'invoke', name: 'signin/tokenExchange' }));
    assert.equal(answer.status, 412);
    assert.equal(answer.headers.get('content-type'), 'application/json');
    assert.deepEqual(JSON.parse(answer.text), { failureDetail: 'consent' });
  });

  describe('401', () => {
    const fixed =
      '{"title":"The caller could not be authenticated.","status":401,"detail":"Send a bearer token for Kickoff that is good now; Kickoff’s log says why one is refused.","code":"NOT_AUTHENTICATED"}';

    for (const [what, authorization] of [
      ['no token', ''],
      ['a token without exp', bearer({ aud: 'app' })],
      ['garbage', 'Bearer garbage'],
    ] as const) {
      it(`for ${what}, before the body is looked at`, async () => {
        const answer = await post('{not json', { authorization });
        assert.deepEqual([answer.status, answer.text], [401, fixed]);
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
        assert.deepEqual(server.received, []);
      });
    }

    it('with the same body when the token is refused behind', async () => {
      receive = async () => ({ status: 401 });
      const answer = await post(messageActivity());
      assert.deepEqual([answer.status, answer.text], [401, fixed]);
    });
  });

  describe('400', () => {
    const fixed =
      '{"title":"The body is not an activity.","status":400,"detail":"Send a Bot Framework activity as JSON.","code":"ACTIVITY_MALFORMED"}';

    const bodies: [string, unknown, Record<string, string>?][] = [
      ['an empty body', ''],
      ['no JSON', '{"type":'],
      ['a list', []],
      ['text as number', messageActivity({ text: 5 })],
      ['no conversation', messageActivity({ conversation: undefined })],
      ['no sender', messageActivity({ from: undefined })],
      ['another service URL', messageActivity({ serviceUrl: 'https://evil.example/' })],
      ['another content type', messageActivity(), { 'content-type': 'text/plain' }],
      ['a compressed body', gzipSync(JSON.stringify(messageActivity())), { 'content-encoding': 'gzip' }],
      [
        'a small body that would be a large one',
        gzipSync('x'.repeat(10_000_000)),
        { 'content-encoding': 'gzip' },
      ],
      ['100,000 brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ];
    for (const [what, body, headers] of bodies) {
      it(`for ${what}`, async () => {
        const answer = await post(body, headers);
        assert.deepEqual([answer.status, answer.text], [400, fixed]);
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
        assert.deepEqual(server.received, []);
      });
    }

    it('or the activity arrives, and never 5xx, for any JSON', async () => {
      const anything = fc.oneof(
        fc.json(),
        fc.string(),
        fc
          .record({
            field: fc.constantFrom(...Object.keys(messageActivity())),
            value: fc.jsonValue({ maxDepth: 3 }),
          })
          .map(({ field, value }) => JSON.stringify(messageActivity({ [field]: value }))),
      );
      await fc.assert(
        fc.asyncProperty(anything, async (body) => {
          const { status } = await post(body);
          assert.ok(status === 200 || status === 400, `${status} for ${body}`);
        }),
        { seed: 3, numRuns: 200 },
      );
    });
  });

  describe('413', () => {
    const limit = 256 * 1024;
    const padded = (length: number) => {
      const empty = JSON.stringify(messageActivity({ value: '' }));
      return JSON.stringify(messageActivity({ value: 'x'.repeat(length - empty.length) }));
    };

    it('takes a body of exactly 256 KiB', async () => {
      assert.equal((await post(padded(limit))).status, 200);
    });

    it('for one byte more', async () => {
      const answer = await post(padded(limit + 1));
      assert.equal(answer.status, 413);
      assert.equal(
        answer.text,
        '{"title":"The body is larger than 262144 bytes.","status":413,"detail":"Send a smaller one.","code":"BODY_OVER_LIMIT"}',
      );
      assert.deepEqual(server.received, []);
    });

    it('while the body still streams, without a length to believe', async () => {
      const { socket, until, closed } = openSocket(server.origin);
      socket.write(
        `POST /api/messages HTTP/1.1\r\nHost: kickoff\r\nAuthorization: ${bearer()}\r\n` +
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      );
      const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
      for (let sent = 0; sent < 5; sent += 1) {
        if (!socket.write(chunk)) await once(socket, 'drain');
      }
      // The request has not ended, and is answered.
      await until('HTTP/1.1 413');
      socket.destroy();
      await closed;
    });
  });

  it('answers 500 with a fixed body and logs why, when the turn throws', async () => {
    receive = () => Promise.reject(new Error('the database is in /var/lib'));
    const answer = await post(messageActivity());
    assert.equal(answer.status, 500);
    assert.equal(JSON.parse(answer.text).code, 'INTERNAL');
    assert.doesNotMatch(answer.text, /database|at |\.ts/);
    const line = server.lines.find(({ level }) => level === 'error');
    assert.equal(line?.fields.route, 'POST /api/messages');
    assert.ok(line?.fields.error instanceof Error);
    assert.match(String(line.fields.error.cause), /database/);
  });

  it('neither answers nor reports a caller that goes away in the middle of the body', async () => {
    const { socket, closed } = openSocket(server.origin);
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: kickoff\r\nAuthorization: ${bearer()}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type":',
    );
    await once(socket, 'ready');
    // Another caller's whole request shows that the first one was taken up.
    await post(messageActivity());
    socket.resetAndDestroy();
    await closed;
    while (!server.lines.some(({ fields }) => fields.status === 444)) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    assert.deepEqual(
      server.lines.filter(({ level }) => level === 'error'),
      [],
    );
    assert.equal(server.received.length, 1);
  });
});
