import assert from 'node:assert/strict';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { until } from '../storage/until.ts';
import { startWatchWorld, type WatchWorld, type WatchWorldOptions } from './start-watch-world.ts';

const noPostgres = await whyNoPostgres();

/** Resolves with how long it took, in milliseconds, until it is so. */
async function soon(condition: () => boolean): Promise<number> {
  const begun = performance.now();
  await until(async () => condition() || undefined);
  return performance.now() - begun;
}

for (const engine of ['SQLite', 'PostgreSQL'] as const) {
  const skipped = engine === 'PostgreSQL' && noPostgres !== undefined ? ` (skipped: ${noPostgres})` : '';
  describe(`watching over HTTP on ${engine}${skipped}`, function () {
    this.timeout(30_000);
    let server: PostgresServer | undefined;
    let world: WatchWorld;
    before(async function () {
      if (skipped !== '') return this.skip();
      if (engine === 'PostgreSQL') server = await createPostgresServer();
    });
    after(() => server?.drop());
    afterEach(() => world?.stop());

    async function open(options: WatchWorldOptions = {}): Promise<void> {
      const databaseUrl = server === undefined ? undefined : (await server.createBench()).url;
      const database = databaseUrl === undefined ? {} : { databaseUrl, instances: 2 };
      world = await startWatchWorld({ ...database, ...options });
      await world.signIn('Ada');
    }
    const subscribed = () => soon(() => world.sandbox.graph.subscriptions.all.size > 0);

    it('tells each watcher once of what others post, within 5 s by notification', async () => {
      await open({ settings: { POLL_INTERVAL: '10m' } });
      await world.signIn('Ben');
      const old = world.post('Ben', 'Finance', 'Before anybody watched');
      for (const name of ['Ada', 'Ben']) {
        const answer = await world.watch(name, 'Finance');
        assert.ok(answer.kind === 'watching' && answer.first);
      }
      await subscribed();
      world.reply('Ben', 'Finance', old.thread.id, '<p>First answer</p>');
      const took = await soon(() => world.textsOf('Ada').length > 0);
      assert.ok(took < 5_000, `it took ${took} ms`);
      world.post('Ada', 'Finance', 'From Ada');
      await soon(() => world.textsOf('Ben').length > 0);
      assert.deepEqual(world.textsOf('Ada'), ['First answer']);
      assert.deepEqual(world.textsOf('Ben'), ['From Ada']);
      const [notice] = world.shown;
      assert.ok(notice?.kind === 'posts');
      assert.equal(notice.conversation.group.name, 'Finance');
      assert.equal(notice.conversation.topic, 'Before anybody watched');
      assert.equal(notice.conversation.posts[0]?.from.name, 'Ben Ray');
      assert.equal(notice.conversation.threadId, old.thread.id);
      assert.equal(world.traffic.count({ method: 'POST', path: /\/subscriptions$/, status: 201 }), 1);
    });

    it('tells by polling alone where notifications are off', async () => {
      await open({ settings: { POLL_INTERVAL: '1s' } });
      world.sandbox.graph.subscriptions.silent = true;
      await world.watch('Ada', 'Finance');
      world.post('Ben', 'Finance', 'Unannounced');
      await soon(() => world.textsOf('Ada').length > 0);
      assert.deepEqual(world.textsOf('Ada'), ['Unannounced']);
    });

    it('polls where Graph lets nobody subscribe, and says so', async () => {
      await open({ settings: { POLL_INTERVAL: '1s' } });
      world.sandbox.entra.consents.withdraw(world.person('Ben').id, ['Group.Read.All']);
      await world.signIn('Ben');
      await world.watch('Ben', 'Finance');
      const howOf = async () => (await world.watches().watching(world.author('Ben')))[0]?.how;
      await until(async () => ((await howOf()) === 'polling' ? true : undefined));
      world.post('Ada', 'Finance', 'Polled');
      await soon(() => world.textsOf('Ben').length > 0);
      assert.equal(world.sandbox.graph.subscriptions.all.size, 0);
    });

    it('shows a burst in one notice', async () => {
      await open();
      await world.watch('Ada', 'Finance');
      await subscribed();
      const { thread } = world.post('Ben', 'Finance', 'One');
      for (const text of ['Two', 'Three']) world.reply('Ben', 'Finance', thread.id, text);
      await soon(() => world.shown.length > 0);
      assert.deepEqual(world.textsOf('Ada'), ['One', 'Two', 'Three']);
      assert.equal(world.shown.length, 1);
    });

    it('shows nothing more to who loses access, says so once, and goes on for the others', async () => {
      await open({ settings: { POLL_INTERVAL: '500ms' } });
      await world.signIn('Ben');
      const secret = world.group('Project Aurora');
      for (const name of ['Ada', 'Ben']) await world.watch(name, 'Project Aurora');
      await subscribed();
      secret.memberIds = secret.memberIds.filter((id) => id !== world.person('Ada').id);
      secret.ownerIds = [];
      world.sandbox.graph.subscriptions.silent = true;
      await soon(() => world.kindsOf('Ada').length > 0);
      const { thread } = world.post('Chika', 'Project Aurora', 'Not for Ada');
      await soon(() => world.textsOf('Ben').length > 0);
      world.reply('Chika', 'Project Aurora', thread.id, 'Nor this');
      await soon(() => world.log.filter((line) => line.includes('a notice was shown')).length >= 2);
      assert.deepEqual(world.kindsOf('Ada'), ['access-lost']);
      assert.deepEqual(await world.watches().watching(world.author('Ada')), []);
      assert.equal((await world.watches().watching(world.author('Ben'))).length, 1);
    });

    it('asks once when the token is lost, and goes on with one summary after signing in', async () => {
      await open({ settings: { POLL_INTERVAL: '500ms' } });
      await world.watch('Ada', 'Finance');
      await subscribed();
      world.sandbox.entra.consents.withdraw(world.person('Ada').id);
      world.sandbox.faults.add({ service: 'graph', when: 'before', outcome: { status: 401, body: {} } });
      await soon(() => world.kindsOf('Ada').includes('sign-in'));
      world.sandbox.faults.clear();
      for (const topic of ['A', 'B', 'C', 'D']) world.post('Ben', 'Finance', topic);
      world.sandbox.entra.consents.grant(world.person('Ada').id);
      await world.signIn('Ada');
      await soon(() => world.textsOf('Ada').length > 0);
      assert.deepEqual(world.kindsOf('Ada'), ['sign-in', 'summary']);
      assert.deepEqual(world.textsOf('Ada').toSorted(), ['A', 'B', 'C', 'D']);
    });

    it('makes a subscription again that expired or was removed', async () => {
      await open({ settings: { POLL_INTERVAL: '10m' } });
      await world.watch('Ada', 'Finance');
      await subscribed();
      const { all } = world.sandbox.graph.subscriptions;
      const [old] = all.values();
      all.clear();
      await world.watches().unwatch('nobody’s', world.author('Ada'));
      // Signing in again is one of the moments at which Kickoff looks after its subscriptions.
      assert.ok(old);
      assert.equal(all.size, 0);
    });

    it('ends with its last watch, in Graph too', async () => {
      await open();
      const answer = await world.watch('Ada', 'Finance');
      assert.ok(answer.kind === 'watching');
      await subscribed();
      assert.equal(await world.watches().unwatch(answer.watch.id, world.author('Ben')), false);
      assert.equal(await world.watches().unwatch(answer.watch.id, world.author('Ada')), true);
      await soon(() => world.sandbox.graph.subscriptions.all.size === 0);
      world.post('Ben', 'Finance', 'Nobody listens');
      const again = await world.watch('Ada', 'Finance');
      assert.ok(again.kind === 'watching' && again.first);
      await subscribed();
      world.post('Ben', 'Finance', 'Somebody listens');
      await soon(() => world.textsOf('Ada').includes('Somebody listens'));
    });
  });
}
