import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { ExchangeAnswer } from '../../src/conversations/ports/sign-in.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { createSqliteBench } from '../storage/sqlite-bench.ts';
import type { StorageBench } from '../storage/storage-bench.ts';
import { chatId, startWorld, tokenCalls, type World } from './start-world.ts';

const hour = 3_600_000;
const missing = await whyNoPostgres();

for (const engine of ['SQLite', 'PostgreSQL'] as const) {
  const skipped = engine === 'PostgreSQL' && missing !== undefined;
  describe(`identity: two instances on ${engine}${skipped ? ` (skipped: ${missing})` : ''}`, () => {
    let server: PostgresServer | undefined;
    let bench: StorageBench;
    let storage: Storage;
    let world: World;
    let instances: Pick<World, 'tokens' | 'signIn'>[];
    let clock: sinon.SinonFakeTimers;

    before(async function () {
      if (skipped) return this.skip();
      if (engine === 'PostgreSQL') server = await createPostgresServer();
    });
    after(() => server?.drop());

    beforeEach(async () => {
      bench = server === undefined ? await createSqliteBench() : await server.createBench();
      storage = await bench.open();
      world = await startWorld({ storage, holdMs: 600 });
      // SQLite belongs to one process: there, two instances are two of everything but the connection.
      instances = [world, world.another(server === undefined ? storage : await bench.open())];
      world.running.entra.consents.grant(world.ada.objectId);
      clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    });
    afterEach(async () => {
      clock.restore();
      await world.stop();
      await bench.dispose();
    });

    async function signedIn(): Promise<void> {
      assert.equal((await world.exchange(world.ada)).kind, 'signed-in');
      world.requests.length = 0;
    }

    const askAll = (options?: { renew: boolean }) =>
      Promise.all([0, 1, 0, 1, 0, 1].map((n) => instances[n]!.tokens.graphToken(world.ada, options)));

    it('refresh once for all who ask, and all get the same token', async () => {
      await signedIn();
      clock.tick(8 * hour);
      const answers = await askAll();
      const tokens = answers.map((answer) => (answer.kind === 'token' ? answer.token : answer.error.code));
      assert.equal(new Set(tokens).size, 1);
      assert.match(tokens[0]!, /^eyJ/);
      assert.equal(tokenCalls(world), 1);
    });

    it('renew a token that Graph refused once, too', async () => {
      await signedIn();
      const before = await world.tokens.graphToken(world.ada);
      const answers = await askAll({ renew: true });
      assert.ok(before.kind === 'token');
      for (const answer of answers) assert.ok(answer.kind === 'token' && answer.token !== before.token);
      assert.equal(tokenCalls(world), 1);
    });

    it('exchange once for the clients of a person, whichever instance they reach', async () => {
      const { exchangeId } = await world.signIn.offer(world.ada, chatId);
      const token = await world.running.entra.issueSsoToken(world.ada.objectId);
      const answer = { person: world.ada, chatId, exchangeId, token };
      const answers: ExchangeAnswer[] = await Promise.all(
        [0, 1, 0, 1].map((n) => instances[n]!.signIn.exchange(answer)),
      );
      assert.deepEqual(new Set(answers.map(({ kind }) => kind)), new Set(['signed-in']));
      assert.equal(tokenCalls(world), 1);
    });

    it('never overwrite a newer refresh token: what is kept came with the token that all were given', async () => {
      await signedIn();
      const before = await kept();
      clock.tick(2 * hour);
      const answers = await askAll({ renew: true });
      const after = await kept();
      assert.notEqual(after.refresh, before.refresh);
      for (const answer of answers) assert.ok(answer.kind === 'token' && answer.token === after.access);
      assert.equal(tokenCalls(world), 1);
    });

    async function kept(): Promise<{ access: string; refresh: string }> {
      const { AccessToken, RefreshToken } = JSON.parse((await storage.partitions.read(world.ada)) ?? '') as {
        AccessToken: Record<string, { secret: string }>;
        RefreshToken: Record<string, { secret: string }>;
      };
      const [access, ...others] = Object.values(AccessToken);
      const [refresh, ...more] = Object.values(RefreshToken);
      assert.deepEqual([...others, ...more], []);
      return { access: access!.secret, refresh: refresh!.secret };
    }

    it('are held up by one that died no longer than its lease', async () => {
      await signedIn();
      clock.tick(2 * hour);
      assert.ok(await storage.leases.take(`tokens ${world.ada.tenantId}/${world.ada.objectId}`, 600));
      const begun = performance.now();
      const answer = await instances[1]!.tokens.graphToken(world.ada);
      const took = performance.now() - begun;
      assert.equal(answer.kind, 'token');
      assert.ok(took > 300 && took < 2_000, `${took} ms`);
    });

    it('answer a token that is kept while somebody else has the turn', async () => {
      await signedIn();
      assert.ok(await storage.leases.take(`tokens ${world.ada.tenantId}/${world.ada.objectId}`, 60_000));
      assert.equal((await instances[1]!.tokens.graphToken(world.ada)).kind, 'token');
    });

    it('write nothing back once their turn was over', async () => {
      await signedIn();
      clock.tick(2 * hour);
      const kept = await storage.partitions.read(world.ada);
      world.intervene = async () => {
        // As if the instance had been stopped for longer than its lease.
        await bench.query("delete from leases where name like 'tokens %' returning name");
        return undefined;
      };
      const answer = await world.tokens.graphToken(world.ada);
      assert.ok(answer.kind === 'wait' && answer.error.code === 'SIGN_IN_UNAVAILABLE');
      assert.equal(await storage.partitions.read(world.ada), kept);
      world.intervene = undefined;
      assert.equal((await world.tokens.graphToken(world.ada)).kind, 'token');
    });

    it('forget a person who signs out at one of them, also while the other refreshes', async () => {
      await signedIn();
      clock.tick(2 * hour);
      const refresh = instances[1]!.tokens.graphToken(world.ada);
      await instances[0]!.signIn.signOut(world.ada);
      await refresh;
      const again = await instances[1]!.tokens.graphToken(world.ada);
      assert.ok(again.kind === 'sign-in', again.kind);
      assert.equal(await storage.partitions.read(world.ada), undefined);
    });
  });
}
