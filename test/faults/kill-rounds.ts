/**
 * Kills the real process at each step of a turn, and at random ones, starts it again on the same data, and delivers the
 * same activity once more; on SQLite, and on PostgreSQL when one answers.
 *
 * `node test/faults/kill-rounds.ts [--every 1] [--random 200] [--seed 1] [--slots 2] [--engine sqlite|postgres]
 * [--adverse]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { adverseProfile, lenientProfile } from '../../src/sandbox/tenant/profile.ts';
import { createPostgresServer, whyNoPostgres } from '../storage/postgres-server.ts';
import type { Measured } from './kill-after.ts';
import { killRound, type KillPlan, type KillRound } from './kill-round.ts';
import { startKillWorld } from './kill-world.ts';
import { readOpenRequests } from './kill-read-open.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    random: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    slots: { type: 'string', default: '2' },
    engine: { type: 'string' },
    adverse: { type: 'boolean', default: false },
  },
});
const every = Number(values.every);
const slots = Number(values.slots);

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How much of an undisturbed turn is added to what the steps are taken from: no two turns have quite as many. */
const margin = 1.1;

/** Four kinds in turn: as it comes, in a process that has done nothing yet, twice, and while signing in. */
function randomPlan(n: number, upTo: (count: number) => number, awaits: number): KillPlan {
  switch (n % 4) {
    case 0:
      return { armings: [{ await: upTo(awaits) }] };
    case 1:
      return { armings: [{ await: upTo(awaits) }], cold: true };
    case 2:
      return { armings: [{ await: upTo(awaits) }, { await: upTo(awaits / 2) }] };
    default:
      return { armings: [{ await: upTo(awaits), turn: 1 + (n % 8 === 3 ? 1 : 0) }], signedOut: true };
  }
}

/** The rounds of one slot, one after another; failures do not end them. */
async function runSlot(
  database: Record<string, string>,
  slot: number,
  plan: (measured: Measured) => KillPlan[],
): Promise<{ rounds: KillRound[]; failures: string[]; touches: number; awaits: number }> {
  const world = await startKillWorld(database, values.adverse ? adverseProfile : lenientProfile);
  try {
    await world.start();
    // The first two turns sign in and fetch keys; from the third on they are alike.
    const warm: KillRound[] = [];
    for (const n of [1, 2, 3]) warm.push(await killRound(world, `Warm ${slot}-${n}`, { armings: [{}] }));
    const measured = warm.at(-1)!.measured!;
    const rounds: KillRound[] = [];
    const failures: string[] = [];
    for (const [n, each] of plan(measured).entries()) {
      const topic = `Round ${slot}-${n} ${JSON.stringify(each).replaceAll(/["{}[\]]/g, '')}`;
      try {
        rounds.push(await killRound(world, topic, each));
      } catch (error) {
        failures.push(String(error));
        process.stdout.write(`  FAILED ${String(error)}\n`);
      }
    }
    return { rounds, failures, ...measured };
  } finally {
    await world.stop();
  }
}

async function runEngine(name: string, databases: readonly Record<string, string>[]): Promise<boolean> {
  const begun = Date.now();
  const slotsDone = await Promise.all(
    databases.map((database, slot) =>
      runSlot(database, slot, ({ touches, awaits }) => {
        const random = randomNumbers(Number(values.seed) + slot);
        const upTo = (count: number) => 1 + Math.floor(random() * count * margin);
        const last = Math.ceil(touches * margin);
        const all = Array.from({ length: Math.ceil(last / every) }, (_, n) => 1 + n * every);
        const mine = all
          .filter((_, n) => n % databases.length === slot)
          .map((touch): KillPlan => ({ armings: [{ touch }] }));
        const count = Math.ceil(Number(values.random) / databases.length);
        for (let n = 0; n < count; n += 1) mine.push(randomPlan(n, upTo, awaits));
        return mine;
      }),
    ),
  );
  const rounds = slotsDone.flatMap((slot) => slot.rounds);
  const failures = slotsDone.flatMap((slot) => slot.failures);
  const open: string[] = [];
  for (const database of databases) open.push(...(await readOpenRequests(database)));
  const count = (holds: (round: KillRound) => boolean) => String(rounds.filter(holds).length).padStart(6);
  process.stdout.write(`
${name}: an undisturbed turn has ${slotsDone[0]?.touches} touches and ${slotsDone[0]?.awaits} awaits
${count(() => true)} rounds ended with exactly one conversation, and said so
${count(({ killed }) => killed)} of them after a kill in the turn
${count(({ acknowledged }) => acknowledged)} of them were acknowledged the first time
${count(({ sentAgain }) => sentAgain)} of them needed “Send again”
${count(({ signedIn }) => signedIn)} of them needed the sign-in button
${String(failures.length).padStart(6)} failed
${String(open.length).padStart(6)} requests left open ${open.join(', ')}
${String(Math.round((Date.now() - begun) / 1000)).padStart(6)} s\n\n`);
  return failures.length === 0 && open.length === 0;
}

async function onSqlite(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'kickoff-kill-'));
  try {
    const folders = Array.from({ length: slots }, (_, n) => ({ DATA_DIR: join(folder, String(n)) }));
    return await runEngine('SQLite', folders);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<boolean> {
  const why = await whyNoPostgres();
  if (why !== undefined) {
    process.stdout.write(`PostgreSQL: skipped, as none answers: ${why}\n`);
    return true;
  }
  const servers = await Promise.all(Array.from({ length: slots }, () => createPostgresServer()));
  try {
    const benches = await Promise.all(servers.map((server) => server.createBench()));
    return await runEngine(
      'PostgreSQL',
      benches.map(({ url }) => ({ DATABASE_URL: url })),
    );
  } finally {
    for (const server of servers) await server.drop();
  }
}

const passed: boolean[] = [];
if (values.engine !== 'postgres') passed.push(await onSqlite());
if (values.engine !== 'sqlite') passed.push(await onPostgres());
process.exit(passed.every(Boolean) ? 0 : 1);
