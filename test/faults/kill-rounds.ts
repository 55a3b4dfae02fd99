/**
 * Kills the real process at each step of a turn of each kind (a command, a form, orders, signing in), and at random ones,
 * starts it again on the same data, and delivers the same activity once more; on SQLite, and on PostgreSQL when one
 * answers. `--random` is the number of such rounds on each engine.
 *
 * `node test/faults/kill-rounds.ts [--every 1] [--random 200] [--seed 1] [--slots 2] [--engine sqlite|postgres]
 * [--only REGEX] [--adverse]`
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
import { readOpenRequests } from './kill-database.ts';
import { killScenarios } from './kill-scenarios.ts';
import { killStage } from './kill-stage.ts';
import { killTable } from './kill-table.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    random: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    slots: { type: 'string', default: '2' },
    engine: { type: 'string' },
    only: { type: 'string', default: '' },
    adverse: { type: 'boolean', default: false },
  },
});
const every = Number(values.every);
const scenarios = Object.keys(killScenarios).filter((name) => new RegExp(values.only).test(name));
/** Each has scenarios of its own. */
const slots = Math.min(Number(values.slots), scenarios.length);

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

/** Four ways in turn: as it comes, in a process that has done nothing yet, twice, and (a command) while signing in. */
function randomPlan(
  scenario: string,
  way: number,
  { upTo, awaits }: { upTo: (count: number) => number; awaits: number },
): KillPlan {
  switch (way % 4) {
    case 0:
      return { scenario, armings: [{ await: upTo(awaits) }] };
    case 1:
      return { scenario, armings: [{ await: upTo(awaits) }], cold: true };
    case 2:
      return { scenario, armings: [{ await: upTo(awaits) }, { await: upTo(awaits / 2) }] };
    default:
      return scenario === 'command'
        ? { scenario, armings: [{ await: upTo(awaits), turn: upTo(2 / margin) }], signedOut: true }
        : { scenario, armings: [{ await: upTo(awaits) }] };
  }
}

interface Done {
  rounds: KillRound[];
  failures: string[];
  measured: Map<string, Measured>;
}

/** The rounds of one slot, one after another; failures do not end them. */
async function runSlot(
  database: Record<string, string>,
  slot: number,
  plan: (measured: ReadonlyMap<string, Measured>) => KillPlan[],
): Promise<Done> {
  const world = await startKillWorld(database, values.adverse ? adverseProfile : lenientProfile);
  const measured = new Map<string, Measured>();
  try {
    await world.start();
    // Ada's client takes part from here on: the first two turns sign in and fetch keys; from the third on they are alike.
    const { ada, finance } = killStage(world, '');
    await ada.open('personal');
    for (const id of finance.memberIds)
      if (id !== ada.person.id) await world.sandbox.clientOf(id).open('personal');
    const names = scenarios.filter((_, n) => n % slots === slot);
    for (const [n, scenario] of ['command', 'command', ...names].entries()) {
      const round = await killRound(world, `Warm ${slot}-${n}`, { scenario, armings: [{}] });
      measured.set(scenario, round.measured!);
    }
    if (!names.includes('command')) measured.delete('command');
    const rounds: KillRound[] = [];
    const failures: string[] = [];
    for (const [n, each] of plan(measured).entries()) {
      const topic = `Round ${slot}-${n} ${JSON.stringify(each).replaceAll(/["{}[\]]/g, '')}`;
      try {
        rounds.push(await killRound(world, topic, each));
      } catch (error) {
        failures.push(String(error));
        process.stdout.write(`  FAILED ${String(error)}\n`);
        // What it switched on is not for the next one.
        world.reset();
      }
    }
    return { rounds, failures, measured };
  } finally {
    await world.stop();
  }
}

function plans(measured: ReadonlyMap<string, Measured>, slot: number): KillPlan[] {
  const random = randomNumbers(Number(values.seed) + slot);
  const upTo = (count: number) => 1 + Math.floor(random() * count * margin);
  const mine: KillPlan[] = [];
  for (const [scenario, { touches }] of measured) {
    // However far apart they are, one falls into the middle.
    const first = Math.ceil(Math.min(every, touches) / 2);
    for (let touch = first; touch <= Math.ceil(touches * margin); touch += every)
      mine.push({ scenario, armings: [{ touch }] });
  }
  const known = [...measured];
  const count = known.length === 0 ? 0 : Math.ceil(Number(values.random) / slots);
  for (let n = 0; n < count; n += 1) {
    const [scenario, { awaits }] = known[n % known.length]!;
    mine.push(randomPlan(scenario, Math.floor(n / known.length), { upTo, awaits }));
  }
  return mine;
}

async function runEngine(name: string, databases: readonly Record<string, string>[]): Promise<boolean> {
  const begun = Date.now();
  const done = await Promise.all(
    databases.map((database, slot) => runSlot(database, slot, (measured) => plans(measured, slot))),
  );
  const rounds = done.flatMap((slot) => slot.rounds);
  const failures = done.flatMap((slot) => slot.failures);
  const open: string[] = [];
  for (const database of databases) open.push(...(await readOpenRequests(database)));
  const measured = new Map(done.flatMap((slot) => [...slot.measured]));
  const count = (holds: (round: KillRound) => boolean) => String(rounds.filter(holds).length).padStart(6);
  process.stdout.write(`
${name}
${killTable(rounds, measured)}
${count(({ ends }) => ends === 'created')} rounds ended with exactly one conversation, and said so
${count(({ ends }) => ends === 'discarded')} rounds ended with none, as ordered, and said so
${count(({ killed }) => killed)} of them after a kill in the turn
${count(({ acknowledged }) => acknowledged)} of them were acknowledged the first time
${count(({ sentAgain }) => sentAgain)} of them needed “Send again”
${count(({ signedIn }) => signedIn)} of them needed the sign-in button
${String(failures.length).padStart(6)} failed
${String(open.length).padStart(6)} requests left open ${open.join(', ')}
${String(Math.round((Date.now() - begun) / 1000)).padStart(6)} s\n\n`);
  return failures.length === 0 && open.length === 0 && rounds.length > 0;
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
