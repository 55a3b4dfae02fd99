import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { compileCache } from './compile-cache.ts';

const root = resolve(import.meta.dirname, '../..');

export interface BotProcess {
  /** Ends it, unless it has ended; answers its exit code, null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts the real bot with these settings; resolves when it answers on its PORT, whatever it logs.
 *
 * @param options.log gets what it logs, one JSON line each
 * @param options.errors gets what it writes to standard error
 */
export async function startBotProcess(
  settings: Readonly<Record<string, string>>,
  { log, errors }: { log: string[]; errors: string[] },
): Promise<BotProcess> {
  const bot = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...compileCache, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  bot.stderr.on('data', (chunk: Buffer) => {
    errors.push(chunk.toString());
    process.stderr.write(chunk);
  });
  createInterface({ input: bot.stdout }).on('line', (line) => log.push(line));
  while (!(await answers(`http://localhost:${settings['PORT']}/healthz`))) {
    if (bot.exitCode !== null || bot.signalCode !== null)
      throw new Error(`the bot ended with ${bot.exitCode ?? bot.signalCode} before it listened`);
    await wait(25);
  }
  return {
    async end(signal) {
      if (bot.exitCode !== null || bot.signalCode !== null) return bot.exitCode;
      const ended = once(bot, 'exit');
      bot.kill(signal);
      await ended;
      return bot.exitCode;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
