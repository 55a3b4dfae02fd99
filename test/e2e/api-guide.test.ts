import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
    return { status, json: JSON.parse(lines.toReversed().join('\n')) as Record<string, never> };
  }

  it('has commands that do what it says', async () => {
    const [token = '', start = '', thread = '', reply = '', ask = '', mistake = '', ...others] = commands;
    assert.deepEqual(others, []);
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
});
