import assert from 'node:assert/strict';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { until } from '../storage/until.ts';
import { startWatchWorld, type WatchWorld, type WatchWorldOptions } from './start-watch-world.ts';

/** Resolves with how long it took, in milliseconds, until it is so. */
async function soon(condition: () => boolean): Promise<number> {
  const begun = performance.now();
  await until(async () => condition() || undefined);
  return performance.now() - begun;
}

/** Two people, two instances where the database lets them, and notifications, polling and notices over real HTTP. */
export async function overHttpTests(engine: 'SQLite' | 'PostgreSQL'): Promise<void> {
  const missing = engine === 'PostgreSQL' ? await whyNoPostgres() : undefined;
  const skipped = missing === undefined ? '' : ` (skipped: ${missing})`;
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
      // Graph tells its time in whole seconds.
      old.thread.posts[0]!.receivedDateTime = new Date(Date.now() - 60_000).toISOString();
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

    it('answers a storm of 10,000 calls with 202, and reads little for it', async () => {
      await open({ settings: { POLL_INTERVAL: '10m' } });
      await world.watch('Ada', 'Finance');
      await subscribed();
      const [{ id: subscriptionId, clientState } = { id: '', clientState: '' }] =
        world.sandbox.graph.subscriptions.all.values();
      const genuine = { id: 'n', subscriptionId, clientState, changeType: 'created' };
      const forged = (n: number) => ({ ...genuine, id: `f${n}`, clientState: `forged ${n}` });
      world.post('Ben', 'Finance', 'In the storm');
      world.traffic.clear();
      const statuses = new Set<number>();
      const call = async (items: object[]) => {
        const body = JSON.stringify({ value: items });
        const headers = { 'content-type': 'application/json' };
        const url = `${world.publicUrl}/api/graph-notifications`;
        statuses.add((await fetch(url, { method: 'POST', headers, body })).status);
      };
      // 1,000 calls of ten: three of each ten say what another has said.
      for (let n = 0; n < 1_000; n += 20) {
        await Promise.all(
          Array.from({ length: 20 }, (_, m) =>
            call(Array.from({ length: 10 }, (_, k) => (k < 4 ? genuine : forged(10 * (n + m) + k)))),
          ),
        );
      }
      await soon(() => world.textsOf('Ada').length > 0);
      assert.deepEqual([...statuses], [202]);
      assert.deepEqual(world.textsOf('Ada'), ['In the storm']);
      const lists = world.traffic.count({ method: 'GET', path: /\/threads$/ });
      assert.ok(lists <= 20, `${lists} rounds`);
      assert.ok(!world.log.some((line) => line.includes('forged 1') || line.includes(clientState ?? '-')));
    });

    it('shows a burst in one notice', async () => {
      await open();
      await world.watch('Ada', 'Finance');
      await subscribed();
      const { thread } = world.post('Ben', 'Finance', 'One');
      for (const text of ['Two', 'Three']) world.reply('Ben', 'Finance', thread.id, text);
      await soon(() => world.shown.length > 0);
      assert.deepEqual(world.textsOf('Ada').toSorted(), ['One', 'Three', 'Two']);
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

    it('reads a hundred groups with few requests, each once for all its watchers', async () => {
      await open({ settings: { POLL_INTERVAL: '10m' } });
      await world.signIn('Ben');
      const { groups } = world.sandbox.tenant;
      const hundred = Array.from({ length: 100 }, (_, n) => ({
        ...world.group('Finance'),
        id: `eeeeeeee-0000-4000-8000-${String(n).padStart(12, '0')}`,
        displayName: `Crew ${n}`,
        mail: `crew-${n}@contoso.com`,
        mailNickname: `crew-${n}`,
      }));
      groups.push(...hundred);
      // By id, and several at once: finding them is not what this is about. One reads a group at a time, so that nobody is
      // told that it is busy.
      for (const name of ['Ada', 'Ben']) {
        for (let n = 0; n < 100; n += 10) {
          const answers = await Promise.all(
            hundred
              .slice(n, n + 10)
              .map(({ id }) =>
                world.watches().watch({ watcher: world.author(name), place: world.place(name), group: id }),
              ),
          );
          for (const answer of answers) assert.equal(answer.kind, 'watching', JSON.stringify(answer));
        }
      }
      await soon(() => world.sandbox.graph.subscriptions.all.size === 100);
      world.traffic.clear();
      for (const { displayName } of hundred) world.post('Chika', displayName, `In ${displayName}`);
      const all = () => world.textsOf('Ada').length + world.textsOf('Ben').length;
      await soon(() => all() >= 200);
      assert.equal(new Set(world.textsOf('Ada')).size, 100);
      assert.equal(all(), 200);
      // A list of threads and one thread for each group; a notification that came during a read leads to another.
      const reads = world.traffic.count({ service: 'graph', method: 'GET' });
      assert.ok(reads <= 100 * 2 * 2 + 20, `${reads} reads`);
    }).timeout(120_000);

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
