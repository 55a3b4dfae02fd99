import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import { startSandbox, type SandboxOptions } from '../../src/sandbox/start-sandbox.ts';
import { startBotProcess } from './bot-process.ts';
import { madeBefore } from '../sandbox/made-before.ts';

/** The sandbox in this process, and the real bot in its own, joined by settings alone. */
export async function startWorld(
  options: Partial<SandboxOptions> & { settings?: Record<string, string> } = {},
) {
  const traffic = createTraffic();
  const publicUrl = `http://localhost:${await freePort()}`;
  const sandbox = await startSandbox({
    publicUrl,
    pagePort: 0,
    traffic,
    ...(await madeBefore()),
    ...options,
  });
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
  let bot = await startBotProcess(settings, { log, errors });
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
      const code = await bot.end(signal);
      const ended = { code, took: performance.now() - begun };
      bot = await startBotProcess(settings, { log, errors });
      return ended;
    },
    async stop() {
      await bot.end('SIGTERM');
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** Below what systems hand out to connections and to listeners without a port (32768 and up on Linux). */
const ports = { first: 12_000, count: 20_000 };
/** Each process begins somewhere else. */
let nextPort = process.pid * 127;

/** A port that is free, and that nobody gets who does not ask for it: the bot has to be told its own before it starts. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.first + (nextPort++ % ports.count);
    const server = createServer();
    try {
      server.listen(port, 'localhost');
      await once(server, 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Waits until something holds, looking often; fails with what it waited for. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 8_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${limit} ms`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
