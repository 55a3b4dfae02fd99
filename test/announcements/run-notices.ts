/**
 * Tells a whole organisation while instances are killed on the way: in the end every person has exactly one message, or the
 * report names them. Two instances on PostgreSQL, when one answers, and one on SQLite.
 *
 * `node test/announcements/run-notices.ts [--people 20000] [--seed 1] [--engine sqlite|postgres] [--rate 1000] [--minutes 10]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPostgresServer, whyNoPostgres } from '../storage/postgres-server.ts';
import { crowdRound } from './crowd-round.ts';
import { startCrowdWorld } from './crowd-world.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string' },
    rate: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '10' },
  },
});
const people = Number(values.people);
const kills = 2;
/** Problems that are named one by one. */
const most = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The linear congruential generator of "Numerical Recipes". */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function run(name: string, instances: number, database: Record<string, string>): Promise<boolean> {
  say(
    `${name}: ${people} people, ${instances} instances, ${kills} kills, at most ${values.rate} in a second`,
  );
  const random = randomNumbers(Number(values.seed));
  const world = await startCrowdWorld({ people, instances, database, rate: Number(values.rate), random });
  try {
    const limitMs = Number(values.minutes) * 60_000;
    const { counts, ms, problems } = await crowdRound(world, { kills, limitMs, say });
    const { delivered, unreachable, unconfirmed } = counts;
    const perSecond = Math.round((delivered / ms) * 1_000);
    say(
      `  ${delivered} delivered, ${unreachable} unreachable, ${unconfirmed} unconfirmed in ${Math.round(ms / 1_000)} s: ${perSecond} in a second`,
    );
    for (const problem of problems.slice(0, most)) say(`  FAILED ${problem}`);
    if (problems.length > most) say(`  FAILED and ${problems.length - most} more`);
    return problems.length === 0;
  } finally {
    await world.stop();
  }
}

async function onPostgres(): Promise<boolean | undefined> {
  const why = await whyNoPostgres();
  if (why !== undefined) {
    say(`PostgreSQL: skipped, as none answers: ${why}`);
    return undefined;
  }
  const server = await createPostgresServer();
  try {
    const { url } = await server.createBench();
    return await run('PostgreSQL', 2, { DATABASE_URL: url });
  } finally {
    await server.drop();
  }
}

async function onSqlite(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'kickoff-notices-'));
  try {
    return await run('SQLite', 1, { DATA_DIR: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const results = [
  ...(values.engine === 'sqlite' ? [] : [await onPostgres()]),
  ...(values.engine === 'postgres' ? [] : [await onSqlite()]),
].filter((result) => result !== undefined);
const failed = results.filter((passed) => !passed).length;
say(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && results.length > 0 ? 0 : 1);
