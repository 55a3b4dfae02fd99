/**
 * Every way of starting a conversation meets every fault; each time the mailbox and the receipt are held to what was
 * promised. One instance runs on SQLite, two run on PostgreSQL when one answers.
 *
 * `node test/faults/run-faults.ts [--sample N] [--seed 1] [--only REGEX] [--lanes 16] [--log]`
 */
import { parseArgs } from 'node:util';
import { createPostgresServer, whyNoPostgres } from '../storage/postgres-server.ts';
import { caseName, everyCase, profileNames, type FaultCase } from './fault-case.ts';
import { faultTable } from './fault-table.ts';
import { startFaultWorld } from './fault-world.ts';
import { pickSample } from './pick-sample.ts';
import { runFaultCase, type CaseEnd } from './run-fault-case.ts';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    lanes: { type: 'string', default: '16' },
    log: { type: 'boolean', default: false },
  },
});

interface Result {
  each: FaultCase;
  passed: boolean;
  end?: CaseEnd;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The cases of one world, several at a time, each in a group of its own. */
async function runWorld(cases: readonly FaultCase[], databaseUrl?: string): Promise<Result[]> {
  const { profile } = cases[0]!;
  const lanes = Math.min(Number(values.lanes), cases.length);
  const world = await startFaultWorld({ profile, lanes, ...(databaseUrl !== undefined && { databaseUrl }) });
  const results: Result[] = [];
  const queue = [...cases.entries()];
  const fail = (each: FaultCase, problem: string): void => say(`  FAILED ${caseName(each)}: ${problem}`);
  try {
    await Promise.all(
      world.groups.map(async (group) => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const [n, each] = next;
          try {
            const end = await runFaultCase(each, world, {
              token: `case${String(n).padStart(4, '0')}x`,
              group,
            });
            results.push({ each, passed: true, end });
          } catch (error) {
            fail(each, (error as Error).message.split('\n')[0]!);
            results.push({ each, passed: false });
          }
        }
      }),
    );
    // What leaves when everybody believes that it is over.
    for (const result of results.filter(({ passed }) => passed)) {
      const { token, posts } = result.end!;
      const wanted = world.traffic
        .list({ service: 'graph', method: 'POST' })
        .filter(({ requestBody }) =>
          JSON.stringify(requestBody ?? '').includes(`The text of ${token}.`),
        ).length;
      if (wanted <= posts) continue;
      result.passed = false;
      fail(result.each, `${wanted - posts} more POSTs after its end`);
    }
  } finally {
    await world.stop();
    if (values.log) say(world.log.join(''));
  }
  return results;
}

const only = new RegExp(values.only);
const chosen = everyCase().filter((each) => only.test(caseName(each)));
const cases =
  values.sample === undefined ? chosen : pickSample(chosen, Number(values.sample), Number(values.seed));
const begun = Date.now();
const results: Result[] = [];
const why = cases.some(({ instances }) => instances === 2) ? await whyNoPostgres() : undefined;
for (const profile of profileNames) {
  const here = cases.filter((each) => each.profile === profile);
  const alone = here.filter(({ instances }) => instances === 1);
  if (alone.length > 0) results.push(...(await runWorld(alone)));
  const both = here.filter(({ instances }) => instances === 2);
  if (both.length === 0 || why !== undefined) continue;
  const server = await createPostgresServer();
  try {
    const { url } = await server.createBench();
    results.push(...(await runWorld(both, url)));
  } finally {
    await server.drop();
  }
}
const passed = results.filter((result) => result.passed).length;
const again = results.filter(({ end }) => end?.sentAgain).length;
const late = results.filter(({ each, passed: kept }) => kept && each.fault === 'late');
const found = late.filter(({ end }) => end?.foundLate).length;
const refused = results.filter(({ end }) => end?.state === 'refused').length;
say(`\n${faultTable(results)}\n`);
if (why !== undefined)
  say(`Two instances: ${cases.length - results.length} cases skipped, as no PostgreSQL answers: ${why}`);
say(
  `${passed - refused} ended with exactly one post (${again} of them after “Send again”), ${refused} refused with none.`,
);
if (late.length > 0)
  say(`${found} of ${late.length} that were created late were found by the looks that were still to come.`);
say(`${Math.round((Date.now() - begun) / 1000)} s`);
say(`${passed} passed, ${results.length - passed} failed`);
process.exit(passed === results.length && passed > 0 ? 0 : 1);
