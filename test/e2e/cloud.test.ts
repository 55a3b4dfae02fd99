import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { compileCache } from './compile-cache.ts';
import { freePort } from './start-world.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the local Microsoft 365 in a process of its own', function () {
  this.timeout(30_000);
  const running: ChildProcess[] = [];

  function start(script: string, env: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, [script], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...compileCache, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    return child;
  }

  after(async () => {
    for (const child of running.toReversed()) {
      if (child.exitCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  });

  it('prints settings with which the bot starts in another, and a command from the page reaches the mailbox', async () => {
    const ports = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) };
    const settings: Record<string, string> = {};
    const cloud = start('src/sandbox/cloud.ts', ports);
    for await (const line of createInterface({ input: cloud.stdout! })) {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) settings[name] = value;
      if (name === 'NODE_EXTRA_CA_CERTS') break;
    }
    assert.equal(settings['PORT'], ports.PORT);

    const bot = start('src/main.ts', settings);
    for await (const line of createInterface({ input: bot.stdout! })) if (line.includes('"listening"')) break;
    bot.stdout!.resume();
    const page = `http://localhost:${ports.SANDBOX_PORT}/page/ada`;
    const ask = async (name: string, body?: object): Promise<unknown> => {
      const response = await fetch(`${page}/${name}`, {
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', origin: `http://localhost:${ports.SANDBOX_PORT}` },
      });
      assert.equal(response.status, 200, name);
      return response.json();
    };
    const { groups } = (await ask('overview')) as { groups: { id: string; name: string }[] };
    const finance = groups.find(({ name }) => name === 'Finance')!;
    const sent = await ask('send', { chat: 'personal', text: 'start "From elsewhere" in "Finance": Hello' });
    assert.equal((sent as { status: number }).status, 200);
    const end = Date.now() + 10_000;
    for (;;) {
      const mail = (await ask(`mail?group=${finance.id}`)) as { topic: string }[];
      if (mail.some(({ topic }) => topic === 'From elsewhere')) break;
      assert.ok(Date.now() < end, 'nothing arrived in the mailbox');
      await new Promise((next) => setTimeout(next, 50));
    }
  });
});
