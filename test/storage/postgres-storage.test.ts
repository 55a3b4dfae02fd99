import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Client, types } from 'pg';
import { transition } from '../../src/announcements/transition.ts';
import type { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { spreadMs } from '../../src/conversations/pace/message-limits.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { mostWithin } from '../conversations/pace/most-within.ts';
import { createPostgresServer, whyNoPostgres } from './postgres-server.ts';
import type { PostgresBench, PostgresServer } from './postgres-server.ts';
import { sampleAnnouncement } from './sample-announcement.ts';
import { ada, sampleRequest } from './sample-request.ts';
import { silentLog } from './silent-log.ts';
import { storageTests } from './storage-tests.ts';
import { createTcpProxy } from './tcp-proxy.ts';
import { until } from './until.ts';

const missing = await whyNoPostgres();
const toNow = ({ id }: { id: string }) => ({ id, inMs: 0 });

describe(`storage on PostgreSQL${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer | undefined;
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
  });
  after(() => server?.drop());

  const createBench: PostgresServer['createBench'] = (options) => server!.createBench(options);
  storageTests(createBench);

  it('makes its tables once when several instances start at once', async () => {
    const bench = await createBench({ fresh: true });
    try {
      // As a deployment may start them: each has to wait for the one that makes the tables.
      await Promise.all([bench.open(), bench.open(), bench.open()]);
      const made = await bench.query(`select count(*) as n from kysely_migration where name like '0001-%'`);
      assert.deepEqual(made, [{ n: 1 }]);
    } finally {
      await bench.dispose();
    }
  });

  describe('several instances', () => {
    let bench: PostgresBench;
    let instances: Storage[];
    beforeEach(async () => {
      bench = await createBench();
      instances = await Promise.all([bench.open(), bench.open(), bench.open()]);
    });
    afterEach(() => bench.dispose());

    /** Asks the instances in turn, all at once. */
    const ask = <Answer>(count: number, question: (storage: Storage, n: number) => Promise<Answer>) =>
      Promise.all(Array.from({ length: count }, (_, n) => question(instances[n % 3]!, n)));

    it('forget no notice to many while another instance moves it on', async () => {
      const [{ announcements, forgetting }] = instances as [Storage];
      const { announcement } = await announcements.accept(sampleAnnouncement({ createdAt: new Date(0) }), []);
      const id = await forgetting.schedule({ person: ada }, { asked: true, inMs: 0 });
      const due = await forgetting.take(id, 'one');
      const other = new Client({ connectionString: bench.url });
      await other.connect();
      try {
        await other.query('begin');
        const key = `announcement|${announcement.id}`;
        await other.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
        const erased = forgetting.erase(due!, { now: new Date(), all: false });
        await until(async () => {
          const waiting = await bench.query(
            `select 1 from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
          );
          return waiting.length > 0 ? true : undefined;
        });
        await other.query(`update announcements set state = 'paused'`);
        await other.query('commit');
        assert.equal((await erased).texts, 1);
      } finally {
        await other.end();
      }
      const forgotten = await announcements.find(announcement.id);
      assert.deepEqual([forgotten?.state, forgotten?.forgotten], ['stopped', true]);
    });

    it('store one of thirty requests with the same source key', async () => {
      const answers = await ask(30, ({ ledger }) => ledger.accept(sampleRequest({ sourceKey: 'f' }), 'h'));
      assert.equal(answers.filter(({ first }) => first).length, 1);
      assert.equal(new Set(answers.map(({ request }) => request.id)).size, 1);
    });

    it('send no more than the limits of a chat and a tenant', async () => {
      const chat = { tenantId: 'tenant', chatId: 'a:1' };
      const inOne = await ask(12, ({ messagePace }) => messagePace.take(chat));
      assert.equal(inOne.filter((wait) => wait === 0).length, 7);
      const inAll = await ask(40, ({ messagePace }, n) => messagePace.take({ ...chat, chatId: `b:${n}` }));
      assert.ok(inAll.filter((wait) => wait === 0).length <= 30);
    });

    it('tell three hundred people once each, while one of them stops it in the middle', async () => {
      const people = Array.from({ length: 300 }, (_, n) => `p${n}`);
      const { id } = sampleAnnouncement();
      await instances[0]!.announcements.accept(sampleAnnouncement({ id }), people);
      const batches = await ask(30, async ({ announcements }, n) => {
        if (n === 20) await announcements.change(id, (was) => transition(was, { kind: 'stop' }));
        const batch = await announcements.takeReceivers(id, `h${n}`, 7);
        await announcements.putReceiversBack(id, batch.slice(0, 1).map(toNow), `h${n}`);
        for (const receiver of batch.slice(1))
          await announcements.finishReceiver(id, { id: receiver.id, state: 'delivered' }, `h${n}`);
        return batch.slice(1).map((receiver) => receiver.id);
      });
      const told = batches.flat();
      assert.equal(new Set(told).size, told.length);
      const { counts, state } = (await instances[1]!.announcements.find(id))!;
      assert.deepEqual([state, counts.waiting, counts.delivered], ['stopped', 0, told.length]);
      assert.equal(counts.stopped, 300 - told.length);
    });

    it('give way to what another one has sent without waiting', async () => {
      const chat = { tenantId: 'tenant', chatId: 'a:1' };
      for (let n = 0; n < 7; n += 1) instances[0]!.messagePace.count(chat);
      await until(async () => ((await instances[1]!.messagePace.take(chat)) > 0 ? true : undefined));
    });

    it('send hundreds in a second when the settings allow it, and no more than that', async () => {
      const most = 300;
      const two = await Promise.all([bench.open({ noticeRate: most }), bench.open({ noticeRate: most })]);
      const times: number[] = [];
      const sender = async ({ messagePace }: Storage, instance: number, lane: number): Promise<void> => {
        for (let n = 0; n < 15; n += 1) {
          const chat = { tenantId: 'tenant', chatId: `a:${instance}-${lane}-${n}` };
          for (let wait = 1; wait > 0;) {
            wait = await messagePace.take(chat);
            if (wait > 0) await setTimeout(wait);
          }
          times.push(performance.now());
        }
      };
      const lanes = two.flatMap((storage, n) =>
        Array.from({ length: 20 }, (_, lane) => sender(storage, n, lane)),
      );
      const begun = performance.now();
      await Promise.all(lanes);
      const perSecond = (times.length * 1_000) / (performance.now() - begun);
      assert.equal(times.length, 600);
      assert.ok(perSecond > 60, `${Math.round(perSecond)} in a second`);
      assert.ok(mostWithin(times, 1_000 - spreadMs) <= most);
    });

    it('store one of thirty requests that say the same', async () => {
      const similarSince = new Date(0);
      const answers = await ask(30, ({ ledger }) =>
        ledger.accept(sampleRequest({ contentHash: 'same' }), 'h', { similarSince }),
      );
      assert.equal(answers.filter(({ first }) => first).length, 1);
      assert.equal(answers.filter(({ similar }) => similar).length, 29);
      assert.deepEqual(await bench.query('select count(*) as n from requests'), [{ n: 1 }]);
    });

    it('share out due requests and receipts, no more than asked for and none twice', async () => {
      const requests = Array.from({ length: 40 }, () => sampleRequest());
      for (const request of requests) {
        await instances[0]!.ledger.accept(request, 'h');
        await instances[0]!.ledger.release(request.id, 'h');
      }
      await bench.query('update receipts set due_at = 1');
      for (const take of ['takeDue', 'takeDueReceipts'] as const) {
        const shares = await ask(12, ({ ledger }, n) => ledger[take](`worker ${n}`, 3));
        assert.ok(shares.every((share) => share.length <= 3));
        const rest = await instances[1]!.ledger[take]('last', 100);
        const ids = [...shares.flat(), ...rest].map(({ id }) => id);
        assert.deepEqual(ids.toSorted(), requests.map(({ id }) => id).toSorted());
      }
    });

    it('let one of thirty writers of the same version through', async () => {
      const request = sampleRequest();
      await instances[0]!.ledger.accept(request, 'h');
      const written = await ask(30, ({ ledger }) => ledger.writeOver(request));
      assert.equal(written.filter((row) => row !== undefined).length, 1);
    });

    it('leave no receipt behind, however writing and showing meet', async () => {
      const request = sampleRequest();
      await instances[0]!.ledger.accept(request, 'h');
      for (let version = 1; version <= 25; version += 1) {
        const [written] = await Promise.all([
          instances[0]!.ledger.write({ ...request, version }, 'h'),
          instances[1]!.ledger.receiptShown(request.id, { activityId: 'card', version }, 'h'),
        ]);
        assert.equal(written?.version, version + 1);
        const [row] = await bench.query('select shown_version, due_at from receipts');
        assert.equal(row?.shown_version, version);
        assert.notEqual(row?.due_at, null, 'the newest version is yet to be shown');
      }
    });

    it('give away two places at a group among all of them', async () => {
      const slots = await ask(30, ({ groupSlots }) =>
        groupSlots.take('g', 'write', { holder: 'h', limit: 2 }),
      );
      assert.equal(slots.filter((slot) => slot !== undefined).length, 2);
    });

    it('take over from one that died when its hold ends', async () => {
      const dead = await bench.open({ holdMs: 30, receiptGraceMs: 0 });
      const { request } = await dead.ledger.accept(sampleRequest(), 'dead');
      const [receipt] = await dead.ledger.takeDueReceipts('dead', 1);
      assert.equal(receipt?.id, request.id);
      const { ledger } = instances[0]!;
      assert.deepEqual(await until(() => ledger.take(request.id, 'alive')), request);
      await until(() => ledger.takeReceipt(request.id, 'alive'));
      assert.equal(await dead.ledger.write(request, 'dead'), undefined);
    });

    it('go on when the server ends their connections, and log it', async () => {
      const lines: string[] = [];
      const log = { ...silentLog, warn: (_: object, message: string) => void lines.push(message) };
      const storage = await bench.open({ log });
      await bench.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await until(async () => lines[0]);
      assert.match(lines[0] ?? '', /idle connection/);
      assert.equal((await storage.ledger.accept(sampleRequest(), 'h')).first, true);
    });
  });

  it('gives up a connection that the network swallows, and goes on with a new one', async () => {
    const bench = await createBench();
    const proxy = await createTcpProxy(new URL(bench.url));
    const url = Object.assign(new URL(bench.url), { port: `${proxy.port}`, search: '?query_timeout=150' });
    const encryptionKeys = [{ id: 'k', key: Buffer.alloc(32) }];
    const database = { kind: 'postgres', url: url.href } as const;
    const storage = await openStorage({ database, encryptionKeys, holdMs: 60_000, log: silentLog });
    try {
      assert.equal(await storage.healthy(), true);
      proxy.swallow();
      assert.equal(await storage.healthy(), false);
      assert.equal(await storage.healthy(), true, 'on a new connection');
    } finally {
      await storage.close();
      await proxy.close();
      await bench.dispose();
    }
  });

  it('reads counts as numbers without changing what other code in the process reads', () => {
    assert.equal(types.getTypeParser(types.builtins.INT8)('7'), '7');
  });
});

describe('storage on a PostgreSQL that cannot be used', () => {
  it('says what the server says', async function () {
    if (missing !== undefined) return this.skip();
    const server = await createPostgresServer();
    const { url } = await server.createBench();
    await server.drop();
    const opening = openStorage({
      database: { kind: 'postgres', url },
      encryptionKeys: [{ id: 'k', key: Buffer.alloc(32) }],
      holdMs: 60_000,
      log: silentLog,
    });
    await assert.rejects(opening, ({ code, says }: CodedError) => {
      assert.equal(code, 'STORAGE_UNUSABLE');
      assert.match(says, /cannot be used: database "kickoff_test_\w+" does not exist\./);
      return true;
    });
  });

  it('cannot be opened, and names neither the password nor the address', async () => {
    const url = 'postgres://kickoff:secret-word@127.0.0.1:1/kickoff';
    const opening = openStorage({
      database: { kind: 'postgres', url },
      encryptionKeys: [{ id: 'k', key: Buffer.alloc(32) }],
      holdMs: 60_000,
      log: silentLog,
    });
    await assert.rejects(opening, (error: CodedError) => {
      assert.equal(error.says, 'The database that DATABASE_URL names cannot be used: ECONNREFUSED.');
      assert.equal(JSON.stringify([error.message, error.stack, error.cause]).includes('secret-word'), false);
      return true;
    });
  });
});
