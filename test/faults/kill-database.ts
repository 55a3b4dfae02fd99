import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Client } from 'pg';

interface Row {
  id: string;
  state: string;
}

/** What has not come to its end: anything but created, and discarded while it is still looked for. */
const open = `select id, state from requests
  where state not in ('created', 'discarded') or (state = 'discarded' and due_at is not null)`;

/** Every request in a stopped bot's database that has not come to its end, or whose follow-up has not, in one word each. */
export async function readOpenRequests(database: Record<string, string>): Promise<string[]> {
  const left = [...(await ask(database, open)), ...(await ask(database, unfollowed))];
  return left.map(({ id, state }) => `${id}:${state}`);
}

/** Requests of which something that follows is still to be done. */
const unfollowed = `select request_id as id, 'follow-up' as state from follow_ups where due_at is not null`;

/** How many watches run, also while a bot does. */
export async function countWatches(database: Record<string, string>): Promise<number> {
  return (await ask(database, `select id, state from watches where state = 'on'`)).length;
}

/** Makes what waits in a stopped bot's database two hours older. */
export async function ageWaiting(database: Record<string, string>): Promise<void> {
  await ask(
    database,
    `update requests set updated_at = updated_at - 7200000 where state = 'waiting' returning id, state`,
  );
}

async function ask(database: Record<string, string>, sql: string): Promise<Row[]> {
  const { DATA_DIR, DATABASE_URL } = database;
  return DATABASE_URL === undefined ? askSqlite(DATA_DIR!, sql) : askPostgres(DATABASE_URL, sql);
}

function askSqlite(folder: string, sql: string): Row[] {
  const connection = new DatabaseSync(join(folder, 'kickoff.sqlite'));
  try {
    return connection.prepare(sql).all() as unknown as Row[];
  } finally {
    connection.close();
  }
}

async function askPostgres(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
