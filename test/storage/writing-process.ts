import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Configuration } from '../../src/config/configuration.ts';

export interface WritingProcess {
  /** The next line that it printed: `open`, then each id that it was told is stored. */
  next(): Promise<string>;
  /** Ends it with SIGKILL; answers the ids that it had printed and nobody had read. */
  kill(): Promise<string[]>;
}

/** The keys with which the process encrypts. */
export const keysOfWritingProcess = [{ id: 'k', key: Buffer.alloc(32) }];

/** Starts a process that writes to a database in a loop. */
export function startWritingProcess(database: Configuration['database']): WritingProcess {
  const script = fileURLToPath(new URL('accept-forever.ts', import.meta.url));
  const stdio = ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, [script, JSON.stringify(database)], { stdio });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    next: async () => (await lines.next()).value as string,
    async kill() {
      const rest: string[] = [];
      if (child.exitCode !== null || child.signalCode !== null) return rest;
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
        if (/^[0-9a-f]{32}$/.test(line.value)) rest.push(line.value);
      }
      await closed;
      return rest;
    },
  };
}
