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

/** A database of its own on the server that answers, with one bench in it at a time. */
export interface PostgresServer {
  createBench(): Promise<PostgresBench>;
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
  return {
    createBench: () => createBench(url),
    async drop() {
      await ask(server, `drop database ${name} with (force)`);
    },
  };
}

async function createBench(url: string): Promise<PostgresBench> {
  const key = { id: 'k1', key: randomBytes(32) };
  const opened: Storage[] = [];
  await ask(url, 'drop schema public cascade; create schema public');
  return {
    url,
    async open({ keys = [key], holdMs = 60_000, log = silentLog, ...options }: BenchOptions = {}) {
      const database = { kind: 'postgres', url } as const;
      const storage = await openStorage({ ...options, database, encryptionKeys: keys, holdMs, log });
      opened.push(storage);
      return storage;
    },
    query: (text) => ask(url, text),
    async dispose() {
      await Promise.all(opened.map((storage) => storage.close()));
    },
  };
}
