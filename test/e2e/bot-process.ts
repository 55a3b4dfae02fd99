import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { compileCache } from './compile-cache.ts';

const root = resolve(import.meta.dirname, '../..');

export interface BotProcess {
  /** Ends it, unless it has ended; answers its exit code, null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts the real bot with these settings; resolves when it listens.
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
  const listening = Promise.withResolvers<void>();
  createInterface({ input: bot.stdout }).on('line', (line) => {
    log.push(line);
    if (line.includes('"listening"')) listening.resolve();
  });
  bot.once('exit', (code) => listening.reject(new Error(`the bot ended with ${code} before it listened`)));
  await listening.promise;
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
