import assert from 'node:assert/strict';
import { createApp, type App } from '../../../src/app.ts';
import { createLog } from '../../../src/config/create-log.ts';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { freePort } from '../../e2e/start-world.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../../storage/postgres-server.ts';
import { hello, startApi, type Api } from './start-api.ts';

const missing = await whyNoPostgres();

describe(`the API on two instances${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(30_000);
  let server: PostgresServer | undefined;
  let api: Api;
  let other: App;
  let origins: string[];
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
    const { url } = await server.createBench();
    api = await startApi({ DATABASE_URL: url, API_RATE: '60/h' });
    const settings = { ...api.bot.settings, PORT: String(await freePort()) };
    other = await createApp(readConfiguration(settings), createLog('silent'));
    await other.start();
    origins = [api.bot.publicUrl, other.origin()];
  });
  after(async () => {
    await other?.stop();
    await api?.stop();
    await server?.drop();
  });

  it('posts once for twenty calls with one key, and answers each with the same request', async () => {
    const body = { group: 'Finance', topic: 'Everywhere', body: hello };
    const call = (_: unknown, n: number) =>
      api.post('conversations', body, { key: 'everywhere', origin: origins[n % 2]! });
    const answers = await Promise.all(Array.from({ length: 20 }, call));
    assert.equal(new Set(answers.map(({ json }) => json.id)).size, 1);
    assert.ok(answers.every(({ status }) => status === 201 || status === 202));
    const { json } = await api.settled(answers[0]?.json.url);
    for (const n of [0, 1]) {
      const again = await call(undefined, n);
      assert.deepEqual([again.status, again.json.created], [201, json.created]);
    }
    assert.deepEqual(api.topics(), ['Everywhere']);
    assert.equal(api.posts(), 1);
  });

  it('lets a caller in as often as the setting says, over both', async () => {
    const authorization = await api.bearer('ben');
    const calls = Array.from({ length: 70 }, (_, n) =>
      api.get(`requests/${n}`, { authorization, origin: origins[n % 2]! }),
    );
    const answers = await Promise.all(calls);
    assert.equal(answers.filter(({ status }) => status === 404).length, 60);
    const refused = answers.filter(({ status }) => status === 429);
    assert.equal(refused.length, 10);
    for (const { headers, json } of refused) {
      assert.equal(json.code, 'API_RATE_EXCEEDED');
      assert.ok(Number(headers.get('retry-after')) > 0 && Number(headers.get('retry-after')) <= 3600);
      assert.equal(headers.get('ratelimit-policy'), '"caller";q=60;w=3600');
      assert.match(headers.get('ratelimit') ?? '', /^"caller";r=0;t=\d+$/);
    }
    // Others are not held up by it.
    assert.equal((await api.get('requests/1', { authorization: await api.bearer('chika') })).status, 404);
    assert.equal((await api.get('requests/1')).status, 404);
  });
});
