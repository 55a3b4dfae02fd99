import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertPlain, runBot } from './run-bot.ts';
import { freePort } from './start-world.ts';

describe('the process', function () {
  this.timeout(30_000);
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'kickoff-process-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  const run = (settings: Record<string, string>) => runBot(folder, settings);

  /** The ports of a process that must not come to listen on them. */
  async function ports(): Promise<{ PORT: string; SANDBOX_PORT: string }> {
    return { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
  }

  it('names every missing and malformed setting at once', async () => {
    const { PORT } = await ports();
    const { code, out, error } = await run({
      PORT,
      MicrosoftAppId: 'not-a-guid',
      PUBLIC_URL: 'http://kickoff.example.com',
      ENCRYPTION_KEYS: 'k1:short',
      GRAPH_VERSION: 'v2',
    });
    assert.equal(code, 1);
    assert.equal(out, '');
    assertPlain(error);
    const named = ['MicrosoftAppId', 'PUBLIC_URL', 'ENCRYPTION_KEYS', 'GRAPH_VERSION'];
    named.push('MicrosoftAppTenantId', 'MicrosoftAppPassword');
    for (const name of named) assert.match(error, new RegExp(`^  ${name} `, 'm'), name);
    assert.doesNotMatch(error, /not-a-guid|k1:short/, 'values may be secrets');
    await assert.rejects(fetch(`http://localhost:${PORT}/healthz`));
  });

  it('serves no local Microsoft 365 in production', async () => {
    const { PORT, SANDBOX_PORT } = await ports();
    const { code, out, error } = await run({ PORT, SANDBOX_PORT, NODE_ENV: 'production' });
    assert.deepEqual([code, out], [1, '']);
    assertPlain(error);
    assert.match(error, /NODE_ENV is production/);
    for (const name of ['MicrosoftAppId', 'MicrosoftAppTenantId', 'PUBLIC_URL', 'ENCRYPTION_KEYS'])
      assert.match(error, new RegExp(name));
    for (const port of [PORT, SANDBOX_PORT]) await assert.rejects(fetch(`http://localhost:${port}/`));
  });

  it('ports that are none, in the local Microsoft 365', async () => {
    const { code, error } = await run({ PORT: 'x', SANDBOX_PORT: '70000' });
    assert.equal(code, 1);
    assertPlain(error);
    assert.match(error, /PORT is not a port/);
    assert.match(error, /SANDBOX_PORT is not a port/);
    assert.match((await run({ PORT: '0' })).error, /PORT is 0/);
  });

  it('everything else that is wrong next to them, at once', async () => {
    const { code, out, error } = await run({
      ...{ PORT: '3978', SANDBOX_PORT: '3978', SANDBOX_LIMITS: 'maybe', METRICS_PORT: '3978' },
      ...{ LOG_LEVEL: 'loud', API_RATE: 'often', HOLD_TIME: '10s', DATABASE_URL: 'mysql://geheim@db' },
    });
    assert.deepEqual([code, out], [1, '']);
    assertPlain(error);
    const named = [...error.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
    assert.deepEqual(named, [
      ...['LOG_LEVEL', 'ENCRYPTION_KEYS', 'DATABASE_URL', 'HOLD_TIME', 'API_RATE', 'METRICS_PORT'],
      ...['SANDBOX_PORT', 'SANDBOX_LIMITS'],
    ]);
    assert.doesNotMatch(error, /geheim/);
  });

  it('a database that does not answer, with the reason and what to do', async () => {
    const nobody = await freePort();
    const url = `postgres://kickoff:geheim@127.0.0.1:${nobody}/kickoff`;
    const ENCRYPTION_KEYS = `k1:${Buffer.alloc(32).toString('base64')}`;
    const { code, error } = await run({ ...(await ports()), DATABASE_URL: url, ENCRYPTION_KEYS });
    assert.equal(code, 1);
    assert.equal(
      error,
      'The database that DATABASE_URL names cannot be used: ECONNREFUSED. Check that it is there and whole, and what DATABASE_URL says of it.\n',
    );
  });

  for (const name of ['PORT', 'SANDBOX_PORT'] as const) {
    it(`${name} that is in use`, async () => {
      const taken = createServer().listen(0, 'localhost');
      await once(taken, 'listening');
      const { port } = taken.address() as { port: number };
      const { code, error } = await run({ ...(await ports()), [name]: String(port) });
      taken.close();
      assert.equal(code, 1);
      assertPlain(error);
      assert.match(
        error,
        new RegExp(`^Port ${port} is in use already\\..* set ${name} to another port\\.\n$`),
      );
    });
  }
});
