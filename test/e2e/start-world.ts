import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import { startSandbox, type SandboxOptions } from '../../src/sandbox/start-sandbox.ts';

const root = resolve(import.meta.dirname, '../..');

/** The sandbox in this process, and the real bot in its own, joined by settings alone. */
export async function startWorld(
  options: Partial<SandboxOptions> & { settings?: Record<string, string> } = {},
) {
  const traffic = createTraffic();
  const publicUrl = `http://localhost:${await freePort()}`;
  const sandbox = await startSandbox({ publicUrl, pagePort: 0, trust: true, traffic, ...options });
  const folder = await mkdtemp(join(tmpdir(), 'kickoff-e2e-'));
  const settings: Record<string, string> = {
    ...sandbox.settings,
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'debug',
    NODE_EXTRA_CA_CERTS: sandbox.authorityFile,
    ...options.settings,
  };
  const log: string[] = [];
  const errors: string[] = [];
  let bot = await startBot(settings, log, errors);
  const person = (name: string) =>
    sandbox.tenant.people.find(({ displayName }) => displayName.startsWith(name))!;
  return {
    sandbox,
    settings,
    traffic,
    publicUrl,
    /** What the bot logged, one JSON line each. */
    log,
    /** What it wrote to standard error. */
    errors,
    person,
    client: (name: string) => sandbox.clientOf(person(name).id),
    group: (name: string) => sandbox.tenant.groups.find(({ displayName }) => displayName === name)!,
    conversations: (name: string) =>
      sandbox.graph.mailboxes.conversations(
        sandbox.tenant.groups.find(({ displayName }) => displayName === name)!.id,
      ),
    /** @returns how the process ended, and how long it took to, in milliseconds */
    async restartBot(signal: NodeJS.Signals = 'SIGTERM') {
      const begun = performance.now();
      await stopBot(bot, signal);
      const ended = { code: bot.exitCode, took: performance.now() - begun };
      bot = await startBot(settings, log, errors);
      return ended;
    },
    async stop() {
      await stopBot(bot, 'SIGTERM');
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

async function startBot(
  settings: Record<string, string>,
  log: string[],
  errors: string[],
): Promise<ChildProcess> {
  const bot = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  bot.stderr.on('data', (chunk: Buffer) => {
    errors.push(chunk.toString());
    process.stderr.write(chunk);
  });
  const listening = Promise.withResolvers<void>();
  createInterface({ input: bot.stdout }).on('line', (line) => {
    log.push(line);
    if (line.includes('"listening"')) listening.resolve();
  });
  bot.once('exit', (code) => listening.reject(new Error(`the bot ended with ${code} before it listened`)));
  await listening.promise;
  return bot;
}

async function stopBot(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill(signal);
  await ended;
}

/** A port that was free a moment ago: the bot has to be told its own before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something holds, looking often; fails with what it waited for. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false,
  limit = 8_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${limit} ms`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
