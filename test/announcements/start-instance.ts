import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Announcement, Sender } from '../../src/announcements/announcement.ts';
import type { AnnouncementWish, StartedAnnouncement } from '../../src/announcements/announcements.ts';
import type { Receiver } from '../../src/announcements/receiver.ts';
import type { NoticeCall } from './notice-process.ts';

const root = resolve(import.meta.dirname, '../..');

/** One instance of the bot in a process of its own; resolves when it listens. */
export async function startInstance(settings: Readonly<Record<string, string>>) {
  const bot = fork(resolve(import.meta.dirname, 'notice-process.ts'), {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  const listening = Promise.withResolvers<void>();
  bot.on('message', (message: 'listening' | { n: number; given?: unknown; failed?: string }) => {
    if (message === 'listening') return listening.resolve();
    const { n, given, failed } = message;
    if (failed === undefined) waiting.get(n)?.resolve(given);
    else waiting.get(n)?.reject(new Error(failed));
    waiting.delete(n);
  });
  bot.once('exit', (code) => {
    const ended = new Error(`the instance ended with ${code}`);
    listening.reject(ended);
    for (const each of waiting.values()) each.reject(ended);
  });
  await listening.promise;

  function ask(call: NoticeCall): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    waiting.set((asked += 1), answer);
    bot.send({ n: asked, call });
    return answer.promise;
  }

  return {
    start: (wish: AnnouncementWish) => ask({ kind: 'start', wish }) as Promise<StartedAnnouncement>,
    find: (id: string, sender: Sender) =>
      ask({ kind: 'find', id, sender }) as Promise<Announcement | undefined>,
    /** Everybody of an announcement. */
    async receivers(id: string): Promise<Receiver[]> {
      const all: Receiver[] = [];
      for (;;) {
        const after = all.at(-1)?.id;
        const page = (await ask({
          ...{ kind: 'receivers', id, limit: 1_000 },
          ...(after !== undefined && { after }),
        })) as Receiver[];
        if (page.length === 0) return all;
        all.push(...page);
      }
    },
    async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
      if (bot.exitCode !== null || bot.signalCode !== null) return;
      const ended = once(bot, 'exit');
      bot.kill(signal);
      await ended;
    },
  };
}

export type Instance = Awaited<ReturnType<typeof startInstance>>;
