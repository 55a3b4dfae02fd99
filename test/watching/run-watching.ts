/**
 * Watching with real processes: two instances on PostgreSQL behind something that shares all calls out between them, on
 * the lenient and on the adverse tenant. Instances are killed at the steps of reading, showing, subscribing and renewing;
 * in the end everything that somebody was to be told is looked at once more.
 *
 * `node test/watching/run-watching.ts [--sample N] [--seed 1] [--only REGEX] [--storm 10000] [--groups 100] [--log FILE]`
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { adverseProfile, lenientProfile, type TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import { pickSample } from '../faults/pick-sample.ts';
import { createPostgresServer, whyNoPostgres } from '../storage/postgres-server.ts';
import { accessCases } from './access-cases.ts';
import { checkTidings } from './check-tidings.ts';
import { killCases } from './kill-cases.ts';
import { loadCases } from './load-cases.ts';
import { startWatchingWorld } from './start-watching-world.ts';
import { subscriptionCases } from './subscription-cases.ts';
import { tellingCases } from './telling-cases.ts';
import { createTidings, type WatchingCase } from './watching-case.ts';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    storm: { type: 'string', default: '10000' },
    groups: { type: 'string', default: '100' },
    log: { type: 'string' },
  },
});
const size = { storm: Number(values.storm), groups: Number(values.groups) };
const profiles: Record<string, TenantProfile> = { lenient: lenientProfile, adverse: adverseProfile };
/** So long after everything is over something could still be shown twice, in milliseconds. */
const aftermath = 6_000;
const all = [...tellingCases, ...loadCases, ...accessCases, ...subscriptionCases, ...killCases];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const only = new RegExp(values.only);

/** What belongs to a profile: the first is always there, others as chance has it. */
function casesOf(profile: string): WatchingCase[] {
  const chosen = all.filter(({ name }) => only.test(`${profile}: ${name}`));
  const some =
    values.sample === undefined
      ? chosen
      : pickSample(chosen, Number(values.sample), Number(values.seed) + profile.length);
  // Instances are started again between settings, so those that run with the same ones follow each other.
  return some.toSorted((one, other) =>
    JSON.stringify(one.settings).localeCompare(JSON.stringify(other.settings)),
  );
}

async function runProfile(profile: string): Promise<{ passed: number; failed: number; told: string }> {
  const cases = casesOf(profile);
  if (cases.length === 0) return { passed: 0, failed: 0, told: '' };
  const server = await createPostgresServer();
  const { url } = await server.createBench();
  const world = await startWatchingWorld({ profile: profiles[profile]!, databaseUrl: url });
  const tidings = createTidings();
  const failed = new Set<string>();
  const fail = (name: string, problem: unknown): void => {
    failed.add(name);
    say(`  FAILED ${profile}: ${name}: ${problem instanceof Error ? problem.message : String(problem)}`);
  };
  try {
    for (const each of cases) {
      const begun = Date.now();
      try {
        await world.start(each.settings);
        await each.run(world, tidings, size);
        say(`  ${profile}: ${each.name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      } catch (error) {
        fail(each.name, error);
        world.sandbox.faults.clear();
        for (const name of ['Ada', 'Ben']) {
          world.sandbox.entra.consents.grant(world.person(name).id);
          await world.signIn(name).catch((problem: unknown) => fail(each.name, problem));
        }
      }
    }
    await world.holds(() => false, aftermath);
    const told = await checkTidings(world, tidings.owed);
    for (const { wrong, about } of told) if (wrong !== undefined) fail(about, wrong);
    const unconfirmed = told.filter(({ state }) => state === 'unconfirmed');
    const once = told.filter(({ shown }) => shown === 1).length;
    return {
      passed: cases.length - failed.size,
      failed: failed.size,
      told: `${profile}: ${once} of ${told.length} posts were shown exactly once, ${unconfirmed.length} count as unconfirmed`,
    };
  } finally {
    await world.stop();
    await server.drop();
    if (values.log !== undefined) await writeFile(`${values.log}.${profile}`, world.log.join('\n'));
  }
}

const why = await whyNoPostgres();
if (why !== undefined) {
  say(`Watching with two instances was skipped, as no PostgreSQL answers: ${why}`);
  process.exit(1);
}
const begun = Date.now();
const results = await Promise.all(Object.keys(profiles).map(runProfile));
for (const { told } of results) if (told !== '') say(told);
const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
say(`${Math.round((Date.now() - begun) / 1000)} s`);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
