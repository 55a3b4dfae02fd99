import { randomBytes } from 'node:crypto';
import { Client, types } from 'pg';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { silentLog } from './silent-log.ts';
import type { BenchOptions, StorageBench } from './storage-bench.ts';

export interface PostgresBench extends StorageBench {
  /** Address of the database that the bench is in. */
  readonly url: string;
}

/** A database of its own on the server that answers, with one bench in it at a time, see `CreateBench`. */
export interface PostgresServer {
  createBench(options?: { fresh?: boolean }): Promise<PostgresBench>;
  /** Removes the database. */
  drop(): Promise<void>;
}

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Counts as numbers, like the storage has them. */
const getTypeParser: typeof types.getTypeParser = (type) =>
  type === types.builtins.INT8 ? Number : types.getTypeParser(type);

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    types: { getTypeParser },
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows ?? [];
  } finally {
    await client.end();
  }
}

/** Why there is no server to test on; undefined when one answers. */
export async function whyNoPostgres(): Promise<string | undefined> {
  try {
    await ask(server, 'select 1');
    return undefined;
  } catch (error) {
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    return `set TEST_DATABASE_URL, ${(cause as Error).message}`;
  }
}

/** Makes a database with a random name. */
export async function createPostgresServer(): Promise<PostgresServer> {
  const name = `kickoff_test_${randomBytes(8).toString('hex')}`;
  await ask(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  // Emptying tables is quicker by far than making them; a bench that began without them may leave anything.
  let hasTables = false;
  return {
    async createBench({ fresh = false } = {}) {
      await ask(
        url,
        hasTables && !fresh ? await deletionOf(url) : 'drop schema public cascade; create schema public',
      );
      const bench = createBench(url);
      if (!fresh && !hasTables) await (await bench.open()).close();
      hasTables = !fresh;
      return bench;
    },
    async drop() {
      await ask(server, `drop database ${name} with (force)`);
    },
  };
}

/** One statement that deletes all rows: what refers to others is checked at its end. */
async function deletionOf(url: string): Promise<string> {
  const tables = await ask(
    url,
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
  );
  const deletions = tables.map(({ name }, n) => `t${n} as (delete from ${name as string})`);
  return `with ${deletions.join(', ')} select 1`;
}

function createBench(url: string): PostgresBench {
  const key = { id: 'k1', key: randomBytes(32) };
  const opened: Storage[] = [];
  const database = { kind: 'postgres', url } as const;
  return {
    url,
    database,
    async open({
      keys = [key],
      holdMs = 60_000,
      log = silentLog,
      elapsed = () => 0,
      ...options
    }: BenchOptions = {}) {
      const storage = await openStorage({ ...options, elapsed, database, encryptionKeys: keys, holdMs, log });
      opened.push(storage);
      return storage;
    },
    query: (text) => ask(url, text),
    async dispose() {
      await Promise.all(opened.map((storage) => storage.close()));
    },
  };
}
