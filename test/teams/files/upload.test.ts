import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createFileTarget } from '../../../src/teams/files/create-file-target.ts';
import { upload } from '../../../src/teams/files/upload.ts';
import { sharedCertificates } from '../../sandbox/channel/shared-certificates.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Over real HTTPS: one PUT of the whole file, to where files may be put, and nothing but the file. */
describe('putting files', () => {
  let server: Server;
  let host: string;
  let seen: { request: IncomingMessage; body: string }[] = [];
  // Restify makes `writeHead` of every server of this process answer nothing, so it cannot be chained.
  const status =
    (code: number, headers: Record<string, string> = {}) =>
    (response: ServerResponse) => {
      response.writeHead(code, headers);
      response.end();
    };
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/ok': status(201),
    '/redirect': (response) => status(307, { location: `https://${host}/ok` })(response),
    '/gone': status(404),
    '/breaks': (response) => response.destroy(),
    '/slow': () => {},
  };
  before(async () => {
    const { certificate, privateKey } = await sharedCertificates();
    server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ request, body: Buffer.concat(chunks).toString() });
        answers[request.url ?? '']?.(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    host = `localhost:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => void (seen = []));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const bytes = Buffer.from('Grüße');
  const to = (path: string, more: Partial<Parameters<typeof upload>[2]> = {}) =>
    upload(new URL(`https://${host}${path}`), bytes, { deadlineMs: 5_000, mayBePrivate: true, ...more });

  it('sends all of it at once, with its range and no token', async () => {
    assert.deepEqual(await to('/ok'), { kind: 'uploaded' });
    const [{ request, body } = assert.fail('nothing came')] = seen;
    assert.equal(request.method, 'PUT');
    assert.equal(body, 'Grüße');
    assert.equal(request.headers['content-range'], 'bytes 0-6/7');
    assert.equal(request.headers['content-length'], '7');
    assert.equal(request.headers.authorization, undefined);
  });

  it('follows no redirect, tries nothing again, and waits no longer than it may', async () => {
    for (const [path, why] of [
      ['/redirect', /307/],
      ['/gone', /404/],
      ['/breaks', /hang up|reset/],
    ] as const) {
      const sent = await to(path);
      assert.match(sent.kind === 'failed' ? sent.why : '', why);
    }
    assert.equal((await to('/slow', { deadlineMs: 60 })).kind, 'failed');
    assert.equal(seen.length, 4);
  });

  it('connects to no private address unless it is named', async () => {
    assert.equal((await to('/ok', { mayBePrivate: false })).kind, 'failed');
    for (const address of ['127.0.0.1', '[::1]', '169.254.169.254'])
      assert.deepEqual(
        await upload(new URL(`https://${address}/`), bytes, { deadlineMs: 1_000, mayBePrivate: false }),
        { kind: 'failed', why: 'a private address' },
      );
    assert.equal(seen.length, 0);
  });

  it('goes to listed hosts by https only', async () => {
    const isListed = (url: string): boolean => URL.parse(url)?.host === host;
    const target = createFileTarget({ isFileHostAllowed: isListed, isNamedHost: isListed, log: silent });
    for (const url of [`http://${host}/ok`, 'https://elsewhere.example/ok', 'no address', ''])
      assert.equal(await target.put(url, bytes), 'not-allowed', url);
    assert.equal(seen.length, 0);
    assert.equal(await target.put(`https://${host}/ok`, bytes), 'done');
    assert.equal(await target.put(`https://${host}/gone`, bytes), 'failed');
  });
});
