import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCache } from '../e2e/compile-cache.ts';
import { assertPlain, botMain, runBot } from '../e2e/run-bot.ts';
import { eventually, freePort, startWorld, type World } from '../e2e/start-world.ts';

describe('the process with settings of a cloud', function () {
  this.timeout(30_000);
  let folder: string;
  let world: World;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kickoff-process-'));
    world = await startWorld();
  });
  after(async () => {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (settings: Record<string, string>) => runBot(folder, settings);
  /** Ports of a process that must not come to listen on them. */
  const ports = async () => ({ PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) });

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

  it('a database that does not answer', async () => {
    const DATABASE_URL = 'postgres://kickoff:secret-word@127.0.0.1:1/kickoff';
    const { code, error } = await run({ ...world.settings, ...(await ports()), DATABASE_URL });
    assert.equal(code, 1);
    assertPlain(error);
    assert.match(error, /^The database that DATABASE_URL names cannot be used: ECONNREFUSED\. Check that/);
    assert.doesNotMatch(error, /secret-word/);
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
        const bot = spawn(process.execPath, [botMain], {
          cwd: folder,
          env: { PATH: process.env['PATH'], ...compileCache, ...settings },
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
