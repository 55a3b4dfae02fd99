/**
 * Measures what a person waits for, and what the database does for it; on SQLite, and on PostgreSQL when one answers. Ends
 * with an error when something was answered wrongly or not at all, never because it was slow. What the figures mean is in
 * docs/operations.md.
 *
 * `npm run bench -- [--seconds 10] [--people 8] [--rows 500] [--engine sqlite|postgres]`
 */
import { parseArgs } from 'node:util';
import { createPostgresServer, whyNoPostgres } from '../storage/postgres-server.ts';
import { createSqliteBench } from '../storage/sqlite-bench.ts';
import type { StorageBench } from '../storage/storage-bench.ts';
import { benchStorage } from './bench-storage.ts';
import { benchTurns } from './bench-turns.ts';
import { printTable } from './print-table.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    people: { type: 'string', default: '8' },
    rows: { type: 'string', default: '500' },
    engine: { type: 'string' },
  },
});
const [seconds, people, rows] = [values.seconds, values.people, values.rows].map(Number) as [
  number,
  number,
  number,
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Turns first, on a database without rows; then the storage alone. Answers whether all was right. */
async function run(
  name: string,
  database: Record<string, string>,
  storageBench: () => Promise<StorageBench>,
): Promise<boolean> {
  say(`\n${name}`);
  const turns = await benchTurns({ database, seconds, people });
  const bench = await storageBench();
  try {
    const storage = await benchStorage(bench, { rows, seconds: seconds / 4 });
    const figures = [...turns.figures, ...storage.figures];
    say(printTable(figures));
    const nothing = figures.filter(({ each }) => each.length === 0).map((figure) => `none: ${figure.name}`);
    const problems = [...turns.problems, ...storage.problems, ...nothing];
    for (const problem of problems) say(`FAILED ${problem}`);
    return problems.length === 0;
  } finally {
    await bench.dispose();
  }
}

async function onPostgres(): Promise<boolean> {
  const why = await whyNoPostgres();
  if (why !== undefined) {
    say(`\nPostgreSQL: skipped, as none answers: ${why}`);
    return true;
  }
  const server = await createPostgresServer();
  try {
    const { url } = await server.createBench();
    return await run('PostgreSQL', { DATABASE_URL: url }, () => server.createBench());
  } finally {
    await server.drop();
  }
}

say(`${people} people at once, ${seconds} s`);
const right = [
  values.engine === 'postgres' || (await run('SQLite', {}, createSqliteBench)),
  values.engine === 'sqlite' || (await onPostgres()),
];
process.exit(right.every(Boolean) ? 0 : 1);
