import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import type { TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import { freePort } from '../e2e/start-world.ts';
import type { Arming, Measured } from './kill-after.ts';
import { ageWaiting, countWatches } from './kill-database.ts';

const root = resolve(import.meta.dirname, '../..');

/** Longest time until an armed turn has come and gone, in milliseconds. */
const turnLimit = 30_000;

/** A sandbox in this process, and one real bot process after another on the same data. */
export async function startKillWorld(database: Record<string, string>, profile: TenantProfile) {
  const publicUrl = `http://localhost:${await freePort()}`;
  const traffic = createTraffic();
  const sandbox = await startSandbox({ publicUrl, pagePort: 0, trust: true, traffic, profile });
  const settings: Record<string, string> = {
    ...sandbox.settings,
    NODE_EXTRA_CA_CERTS: sandbox.authorityFile,
    LOG_LEVEL: 'warn',
    SETTLE_SCHEDULE: '200ms,500ms',
    // Several instances can only know that one has died when its hold has ended.
    POST_DEADLINE: '1s',
    HOLD_TIME: '2s',
    ...database,
  };
  let bot: ChildProcess | undefined;

  const isDead = () => bot === undefined || bot.signalCode !== null || bot.exitCode !== null;

  async function start(): Promise<void> {
    if (!isDead()) return;
    const started = fork('src/main.ts', {
      cwd: root,
      env: { PATH: process.env['PATH'], ...settings },
      execArgv: ['--import', resolve(import.meta.dirname, 'kill-after.ts')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // It listens once for each turn that it was armed for.
    started.setMaxListeners(0);
    bot = started;
    while (!(await isReady(publicUrl))) {
      if (started.exitCode !== null) throw new Error(`the bot ended with ${started.exitCode}`);
      await new Promise((next) => setTimeout(next, 25));
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (bot === undefined || isDead()) return;
    const ended = once(bot, 'exit');
    bot.kill(signal);
    await ended;
  }

  return {
    sandbox,
    traffic,
    settings,
    /** Starts the bot unless it is running. */
    start,
    /** Makes the process die in its next turn. The answer resolves to what the turn had when it does not. */
    async arm(arming: Arming): Promise<{ measured: Promise<Measured | undefined> }> {
      const armed = bot!;
      armed.send(arming);
      await once(armed, 'message');
      const measured = Promise.race([
        once(armed, 'message').then(([message]) => message as Measured),
        once(armed, 'exit').then(() => undefined),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error('that turn never came')), turnLimit).unref();
        }),
      ]);
      // Whoever armed it may have failed before waiting for it.
      measured.catch(() => {});
      return { measured };
    },
    end,
    /** Ends every fault, and lets Ada sign in. */
    reset(): void {
      sandbox.faults.clear();
      sandbox.entra.consents.grantForAll();
    },
    /** How many conversations are watched. */
    watches: () => countWatches(database),
    /** While no bot runs. */
    ageWaiting: () => ageWaiting(database),
    async stop() {
      await end('SIGTERM');
      await sandbox.stop();
    },
  };
}

export type KillWorld = Awaited<ReturnType<typeof startKillWorld>>;

async function isReady(publicUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${publicUrl}/readyz`)).ok;
  } catch {
    return false;
  }
}
