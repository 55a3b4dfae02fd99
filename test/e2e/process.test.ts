import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually, freePort, startWorld, type World } from './start-world.ts';

const main = resolve(import.meta.dirname, '../../src/main.ts');

describe('the process', function () {
  this.timeout(30_000);
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'kickoff-process-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  /** Starts the bot in an empty folder with these settings and nothing else; it is ended when it has not ended itself. */
  async function run(settings: Record<string, string>, limit = 8_000) {
    const bot = spawn(process.execPath, [main], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let [out, error] = ['', ''];
    bot.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    bot.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const [code] = (await once(bot, 'close')) as [number | null];
    return { code, out, error };
  }

  /** The ports of a process that must not come to listen on them. */
  async function ports(): Promise<{ PORT: string; SANDBOX_PORT: string }> {
    return { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
  }

  function assertPlain(error: string): void {
    assert.doesNotMatch(error, /\n\s+at |node:internal|Error:/);
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

  describe('with settings of a cloud', () => {
    let world: World;
    before(async () => (world = await startWorld()));
    after(() => world.stop());

    it('a data folder in use, or one that is none', async () => {
      const settings = { ...world.settings, ...(await ports()) };
      const inUse = await run(settings);
      assert.equal(inUse.code, 1);
      assertPlain(inUse.error);
      assert.match(
        inUse.error,
        /^Another Kickoff process is using the data folder .*Stop it, or give this one another DATA_DIR/,
      );
      const file = join(folder, 'file');
      await writeFile(file, '');
      const none = await run({ ...settings, DATA_DIR: file });
      assert.equal(none.code, 1);
      assertPlain(none.error);
      assert.match(none.error, /cannot be used as a place for data.*DATA_DIR/);
    });

    it('HOST that is no address of this machine', async () => {
      const settings = {
        ...world.settings,
        ...(await ports()),
        DATA_DIR: join(folder, 'host'),
        HOST: '203.0.113.7',
      };
      const { code, error } = await run(settings);
      assert.equal(code, 1);
      assertPlain(error);
      assert.match(error, /HOST is no address of this machine/);
    });

    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      it(`${signal} ends it with 0 within seconds, and nothing is left locked`, async () => {
        const settings = { ...world.settings, ...(await ports()), DATA_DIR: join(folder, signal) };
        for (const _ of [1, 2]) {
          const bot = spawn(process.execPath, [main], {
            cwd: folder,
            env: { PATH: process.env['PATH'], ...settings },
            stdio: ['ignore', 'pipe', 'inherit'],
          });
          const closed = once(bot, 'close', { signal: AbortSignal.timeout(10_000) });
          // The reader of its log goes away: that must not keep it from ending.
          for await (const chunk of bot.stdout) if (String(chunk).includes('"listening"')) break;
          const begun = performance.now();
          bot.kill(signal);
          assert.deepEqual(await closed.finally(() => bot.kill('SIGKILL')), [0, null]);
          assert.ok(performance.now() - begun < 5_000);
        }
      });
    }

    it('forgets nothing when it is killed: the same activity again is the same request', async () => {
      const { client, conversations, sandbox, person } = world;
      sandbox.channel.installations.install(person('Ada').id);
      const ada = client('Ada');
      const receipts = () =>
        ada.messages('personal').filter((each) => JSON.stringify(each).includes('Conversation started'));
      const { activity, delivery } = await ada.send('personal', 'start "Kept" in Finance: before the end');
      assert.equal(delivery?.status, 200);
      await eventually('the receipt', () => receipts().length === 1);
      await world.restartBot('SIGKILL');
      const again = await sandbox.channel.deliver(activity!);
      assert.equal(again.status, 200);
      assert.equal(conversations('Finance').filter(({ topic }) => topic === 'Kept').length, 1);
      assert.equal(receipts().length, 1);
    });
  });
});
