import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Server } from 'restify';
import { createCertificates } from '../../../src/sandbox/server/certificate.ts';
import { createSandboxServer } from '../../../src/sandbox/server/create-sandbox-server.ts';
import { createFaults } from '../../../src/sandbox/server/faults.ts';
import { installFaults } from '../../../src/sandbox/server/install-faults.ts';
import { installTraffic } from '../../../src/sandbox/server/install-traffic.ts';
import { listen } from '../../../src/sandbox/server/listen.ts';
import { createTraffic } from '../../../src/sandbox/server/traffic.ts';

const now = (): Date => new Date('2027-03-01T09:00:00Z');

for (const scheme of ['https', 'http'] as const) {
  describe(`a server of the sandbox (${scheme})`, () => {
    let server: Server;
    let origin: string;
    let ca: string | undefined;
    const faults = createFaults();
    before(async () => {
      const certificates = scheme === 'https' ? await createCertificates(new Date()) : undefined;
      ca = certificates?.authority;
      server = createSandboxServer({ name: 'test', ...(certificates && { certificates }) });
      installTraffic(server, createTraffic(), now);
      installFaults(server, faults, now);
      server.get('/v1.0/there', (_request, response, next) => {
        response.send(200, 'yes');
        next();
      });
      origin = await listen(server, 0);
    });
    after(
      () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.server.closeAllConnections();
        }),
    );

    async function send(head: string): Promise<string> {
      const { port } = new URL(origin);
      const options = { port: Number(port), host: 'localhost' };
      const socket = ca === undefined ? connectPlain(options) : connectTls({ ...options, ca });
      socket.write(`${head}\r\nConnection: close\r\n\r\n`);
      return text(socket);
    }
    const there = (): Promise<string> => send('GET /v1.0/there HTTP/1.1\r\nHost: localhost');

    for (const head of [
      'GET /v1.0/there HTTP/1.1\r\nHost: [',
      'GET /v1.0/there HTTP/1.1\r\nHost: a:99999',
      'GET http://[/v1.0/there HTTP/1.1\r\nHost: localhost',
      'GET // HTTP/1.1\r\nHost: localhost',
    ]) {
      it(`answers 400 to ${JSON.stringify(head)} and lives on`, async () => {
        assert.match(await send(head), /^HTTP\/1\.1 400 /);
        assert.match(await there(), /^HTTP\/1\.1 200 /);
      });
    }

    it('answers a request that offers an upgrade as if it did not', async () => {
      const head = 'GET /v1.0/there HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket';
      assert.match(await send(`${head}\r\nConnection: Upgrade`), /^HTTP\/1\.1 200 /);
    });

    it('gives the answers of faults the cloud’s time', async () => {
      faults.add({ when: 'before', times: 1, outcome: { status: 503 } });
      assert.match(await there(), /^HTTP\/1\.1 503 [^]*\r\nDate: Mon, 01 Mar 2027 09:00:00 GMT\r\n/);
    });
  });
}
