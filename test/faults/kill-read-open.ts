import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Client } from 'pg';

const open = `select id, state from requests where state <> 'created'`;

/** Every request in a stopped bot's database that has not come to its end, in one word each. */
export async function readOpenRequests(database: Record<string, string>): Promise<string[]> {
  const rows =
    'DATA_DIR' in database ? fromSqlite(database['DATA_DIR']) : await fromPostgres(database['DATABASE_URL']!);
  return rows.map(({ id, state }) => `${id}:${state}`);
}

interface Row {
  id: string;
  state: string;
}

function fromSqlite(folder: string): Row[] {
  const connection = new DatabaseSync(join(folder, 'kickoff.sqlite'));
  try {
    return connection.prepare(open).all() as unknown as Row[];
  } finally {
    connection.close();
  }
}

async function fromPostgres(url: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(open)).rows;
  } finally {
    await client.end();
  }
}
