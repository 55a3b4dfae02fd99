import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../storage/until.ts';
import { startWorld, type World } from './start-world.ts';

const noCurl = spawnSync('curl', ['--version']).error === undefined ? '' : ' (skipped: there is no curl)';

/** The commands of docs/api.md, exactly as they stand there, against the real process. */
describe(`docs/api.md${noCurl}`, function () {
  this.timeout(30_000);
  let world: World;
  let home: string;
  let commands: string[];
  before(async function () {
    if (noCurl !== '') return this.skip();
    world = await startWorld({ settings: { SETTLE_SCHEDULE: '200ms,600ms' } });
    home = await mkdtemp(join(tmpdir(), 'kickoff-curl-'));
    // Adds the status to what a command prints, without touching the command.
    await writeFile(join(home, '.curlrc'), 'write-out = "\\n%{http_code}"\n');
    const guide = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8');
    commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, command = '']) => command);
  });
  after(async () => {
    await world?.stop();
    if (home !== undefined) await rm(home, { recursive: true });
  });

  async function run(command: string, variables: Record<string, string>) {
    const env = { PATH: process.env['PATH'] ?? '', HOME: home, KICKOFF: world.publicUrl, ...variables };
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command], { env });
    assert.equal(stderr, '');
    const [status = '', ...lines] = stdout.trimEnd().split('\n').toReversed();
    const text = lines.toReversed().join('\n');
    return { status, text, json: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, never> };
  }

  it('has commands that do what it says', async () => {
    const [token = '', start = '', thread = '', reply = '', ask = '', mistake = ''] = commands;
    assert.match(
      token,
      /^KICKOFF=http:\/\/localhost:3978\nTOKEN=\$\(curl -s http:\/\/localhost:3979\/page\/ada\/api-token\)$/m,
    );
    const TOKEN = await (await fetch(`${world.sandbox.pageOrigin}/page/ada/api-token`)).text();

    const started = await run(start, { TOKEN });
    assert.deepEqual([started.status, started.json['state']], ['201', 'created']);
    assert.deepEqual(await run(start, { TOKEN }), started);
    const threaded = await run(thread, { TOKEN });
    assert.deepEqual([threaded.status, threaded.json['kind']], ['201', 'thread']);
    const { threadId: THREAD } = threaded.json['created'] as unknown as { threadId: string };
    const replied = await run(reply, { TOKEN, THREAD });
    assert.deepEqual([replied.status, replied.json['state']], ['202', 'submitted']);
    const asked = await run(ask, { TOKEN, REQUEST: replied.json['id'] ?? '' });
    assert.deepEqual([asked.status, asked.json['state']], ['200', 'created']);
    const wrong = await run(mistake, { TOKEN });
    assert.equal(wrong.status, '400');
    const paths = (wrong.json['errors'] as unknown as { path: string }[]).map(({ path }) => path);
    assert.deepEqual(paths.sort(), ['/title', '/topic']);

    const [conversation, ...more] = world.conversations('Finance');
    assert.deepEqual(more, []);
    assert.deepEqual(
      conversation?.threads.map(({ posts }) => posts.length),
      [1, 2],
    );
  });

  it('has commands that tell people, as a person and as an app alone', async () => {
    const [tell = '', ask = '', list = '', token = '', alone = '', ...others] = commands.slice(6);
    assert.deepEqual(others, []);
    for (const name of ['Ada', 'Ben']) await world.client(name).send('personal', 'help');
    const page = world.sandbox.pageOrigin;
    const TOKEN = await (await fetch(`${page}/page/ada/api-token`)).text();
    const told = await run(tell, { TOKEN });
    assert.equal(told.status, '202', told.text);
    const NOTICE = told.json['id'] ?? '';
    const asked = await run(ask, { TOKEN, NOTICE });
    assert.deepEqual([asked.status, asked.json['state'], asked.json['progress']], ['200', 'done', 100]);
    const listed = await run(list, { TOKEN, NOTICE });
    assert.match(listed.text, /^id,name,state,why,doneAt\r\nbbbbbbbb-[^,]*,Ben Ray,delivered,,/);

    assert.equal(token, 'APP_TOKEN=$(curl -s http://localhost:3979/page/app-token)\n');
    const APP_TOKEN = await (await fetch(`${page}/page/app-token`)).text();
    const sent = await run(alone, { APP_TOKEN });
    assert.equal(sent.status, '202', sent.text);
    await until(async () => {
      const messages = JSON.stringify(world.client('Ben').messages('personal'));
      return messages.includes('Ticket 4711 is yours now.') ? true : undefined;
    });
  });
});
