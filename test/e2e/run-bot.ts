import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { compileCache } from './compile-cache.ts';

/** The bot's first file. */
export const botMain = resolve(import.meta.dirname, '../../src/main.ts');

/** Starts the bot in a folder with these settings and nothing else; it is ended when it has not ended itself. */
export async function runBot(folder: string, settings: Record<string, string>, limit = 25_000) {
  const bot = spawn(process.execPath, [botMain], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...compileCache, ...settings },
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

/** What an operator reads has no stack in it. */
export function assertPlain(error: string): void {
  assert.doesNotMatch(error, /\n\s+at |node:internal|Error:/);
}
