import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createFileSource } from '../../../src/teams/files/create-file-source.ts';
import { download } from '../../../src/teams/files/download.ts';
import { sharedCertificates } from '../../sandbox/channel/shared-certificates.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Over real HTTPS: what a file host may do to somebody who fetches from it. */
describe('fetching files', () => {
  let server: Server;
  let host: string;
  let seen: IncomingMessage[] = [];
  let written = 0;
  // Restify makes `writeHead` of every server of this process answer nothing, so it cannot be chained.
  const status =
    (code: number, headers: Record<string, string | number> = {}) =>
    (response: ServerResponse) => {
      response.writeHead(code, headers);
      response.end();
    };
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/ok': (response) => response.end('the file'),
    '/png': (response) => response.end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    '/redirect': (response) => status(302, { location: `https://${host}/ok` })(response),
    '/gone': status(404),
    '/busy': status(503),
    '/announced': (response) => {
      response.writeHead(200, { 'content-length': 1_000_000 });
      response.write('x');
    },
    '/endless': (response) => {
      const more = (): void => {
        if (response.destroyed) return;
        written += 65_536;
        response.write(Buffer.alloc(65_536), () => setImmediate(more));
      };
      more();
    },
    '/slow': () => {},
    '/stalls': (response) => void response.write('only this'),
    '/breaks': (response) => response.write('x', () => response.destroy()),
  };
  before(async () => {
    const { certificate, privateKey } = await sharedCertificates();
    server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
      seen.push(request);
      answers[request.url ?? '']?.(response);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    host = `localhost:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    seen = [];
    written = 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const from = (path: string, more: Partial<Parameters<typeof download>[1]> = {}) =>
    download(new URL(`https://${host}${path}`), {
      most: 1_000,
      deadlineMs: 5_000,
      mayBePrivate: true,
      ...more,
    });

  it('answers the bytes, and sends a token only when told to', async () => {
    assert.deepEqual(await from('/ok'), { kind: 'bytes', bytes: Buffer.from('the file') });
    assert.equal(seen[0]?.headers.authorization, undefined);
    await from('/ok', { token: 'bot' });
    assert.equal(seen[1]?.headers.authorization, 'Bearer bot');
  });

  it('follows no redirect', async () => {
    assert.deepEqual(await from('/redirect'), { kind: 'refused', why: 'status 302' });
    assert.equal(seen.length, 1);
  });

  it('tells what is gone from what may come later', async () => {
    assert.equal((await from('/gone')).kind, 'refused');
    assert.equal((await from('/busy')).kind, 'failed');
    assert.equal((await from('/breaks')).kind, 'failed');
  });

  it('stops reading at the limit, announced or not', async () => {
    assert.equal((await from('/announced')).kind, 'too-large');
    assert.equal((await from('/endless', { most: 100_000 })).kind, 'too-large');
    assert.ok(written < 20_000_000, `${written} bytes were written`);
  });

  it('waits no longer than it may, for the answer or for the rest of it', async () => {
    for (const path of ['/slow', '/stalls', '/endless'])
      assert.equal((await from(path, { deadlineMs: 60, most: 1e12 })).kind, 'failed', path);
  });

  it('connects to no private address, whatever name leads there', async () => {
    assert.deepEqual(await from('/ok', { mayBePrivate: false }), {
      kind: 'refused',
      why: 'a private address',
    });
    for (const address of ['127.0.0.1', '[::1]', '169.254.169.254', '[::ffff:127.0.0.1]', '2130706433']) {
      const url = new URL(`https://${address}/`);
      const got = await download(url, { most: 1, deadlineMs: 1_000, mayBePrivate: false });
      assert.deepEqual(got, { kind: 'refused', why: 'a private address' }, address);
    }
    assert.equal(seen.length, 0);
  });

  it('refuses a name of which one address is private', async () => {
    const lookup = ((_: string, __: object, answered: (error: null, addresses: object[]) => void) =>
      answered(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ])) as never;
    assert.deepEqual(await from('/ok', { mayBePrivate: false, lookup }), {
      kind: 'refused',
      why: 'a private address',
    });
  });

  describe('as a source of files', () => {
    const source = (allowed: Partial<Record<'file' | 'service' | 'named', boolean>>) =>
      createFileSource({
        isFileHostAllowed: () => allowed.file ?? false,
        isServiceUrlAllowed: () => allowed.service ?? false,
        isNamedHost: () => allowed.named ?? true,
        botToken: async () => 'bot',
        log: silent,
      });
    const options = { most: 1_000, deadlineMs: 5_000 };
    const origin = (path: string, more: object = {}) => ({
      url: `https://${host}${path}`,
      picture: false,
      key: 'k',
      ...more,
    });

    it('asks only listed hosts, by https only', async () => {
      const refused = await source({}).fetch(origin('/ok'), options);
      assert.ok(refused.kind === 'refused' && refused.error.code === 'FILE_HOST_NOT_ALLOWED');
      assert.deepEqual(refused.error.details, { host });
      const plain = await source({ file: true }).fetch({ ...origin(''), url: `http://${host}/ok` }, options);
      assert.equal(plain.kind, 'refused');
      assert.equal(
        (await source({ file: true }).fetch({ ...origin(''), url: 'no address' }, options)).kind,
        'refused',
      );
      assert.equal(seen.length, 0);
      assert.equal((await source({ file: true }).fetch(origin('/ok'), options)).kind, 'fetched');
    });

    it('takes the bot’s token to the service only, and only for what came from it', async () => {
      const serviceUrl = `https://${host}/`;
      await source({ file: true }).fetch(origin('/ok', { serviceUrl }), options);
      await source({ service: true }).fetch(origin('/ok'), options);
      await source({ service: true }).fetch(origin('/ok', { serviceUrl }), options);
      assert.deepEqual(
        seen.map(({ headers }) => headers.authorization),
        [undefined, undefined, 'Bearer bot'],
      );
    });

    it('takes only pictures for pictures', async () => {
      const text = await source({ file: true }).fetch(origin('/ok', { picture: true }), options);
      assert.ok(text.kind === 'refused' && text.error.code === 'FILE_NO_PICTURE');
      const png = await source({ file: true }).fetch(origin('/png', { picture: true }), options);
      assert.ok(png.kind === 'fetched' && png.contentType === 'image/png');
    });

    it('refuses a host in the own network that only a wildcard covers', async () => {
      const got = await source({ file: true, named: false }).fetch(origin('/ok'), options);
      assert.ok(got.kind === 'refused' && got.error.code === 'FILE_NOT_FETCHED');
    });
  });
});
