import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { DieAt } from './die-at.ts';

const root = resolve(import.meta.dirname, '../..');

/** One real bot process after another on the same port. */
export interface Instance {
  readonly port: number;
  isDead(): boolean;
  /** Starts it unless it is running, and waits until it is ready. */
  start(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Makes it die at a step, or not any more. */
  arm(plan: DieAt | 'disarm'): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
}

export function createInstance(
  port: number,
  settings: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
): Instance {
  let bot: ChildProcess | undefined;
  const isDead = (): boolean => bot === undefined || bot.signalCode !== null || bot.exitCode !== null;
  return {
    port,
    isDead,
    async start(others = {}) {
      if (!isDead()) return;
      const started = fork('src/main.ts', {
        cwd: root,
        env: { PATH: process.env['PATH'], ...settings, ...others, PORT: String(port) },
        execArgv: ['--import', resolve(import.meta.dirname, 'die-at.ts')],
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      started.setMaxListeners(0);
      bot = started;
      createInterface({ input: started.stdout! }).on('line', onLine);
      while (!(await isReady(port))) {
        if (started.exitCode !== null) throw new Error(`an instance ended with ${started.exitCode}`);
        await new Promise((next) => setTimeout(next, 50));
      }
    },
    async arm(plan) {
      if (bot === undefined || isDead()) return;
      const answered = Promise.race([once(bot, 'message'), once(bot, 'exit')]);
      bot.send(plan, () => {});
      await answered;
    },
    async end(signal) {
      if (bot === undefined || isDead()) return;
      const ended = once(bot, 'exit');
      bot.kill(signal);
      await ended;
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}
