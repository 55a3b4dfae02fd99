import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppCredentials } from 'botframework-connector';
import { createApp, type App } from '../../src/app.ts';
import { createLog } from '../../src/config/create-log.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { adverseProfile, lenientProfile } from '../../src/sandbox/tenant/profile.ts';
import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import { freePort } from '../e2e/start-world.ts';
import { createAuthor } from './author.ts';
import type { FaultCase } from './fault-case.ts';
import { madeBefore } from '../sandbox/made-before.ts';

/** A tenant, and times that fit it; POST_DEADLINE is longer than a slow answer takes. */
const circumstances = {
  lenient: { profile: lenientProfile, SETTLE_SCHEDULE: '400ms,800ms,1500ms' },
  // What is new can be read before the first look.
  adverse: {
    profile: { ...adverseProfile, freshIdsUnreadableMs: 300 },
    SETTLE_SCHEDULE: '400ms,800ms,1500ms',
  },
  // As with the schedule in use: the first look comes before what is new can be read, and the second after it. A new
  // token is to be had, so that nobody has to sign in meanwhile.
  tardy: {
    profile: { ...adverseProfile, refreshTokenFromOnBehalfOf: true },
    SETTLE_SCHEDULE: '400ms,3500ms,4500ms',
  },
};

/**
 * The local Microsoft 365 and one or two bots in this process, joined by HTTP and settings alone, with Ada and Ben
 * signed in.
 *
 * @param options.databaseUrl PostgreSQL for two instances; without it, SQLite for one
 * @param options.lanes how many groups there are, each for one case at a time
 */
export async function startFaultWorld(
  options: Pick<FaultCase, 'profile'> & { databaseUrl?: string; lanes: number },
) {
  const traffic = createTraffic();
  const publicUrl = `http://localhost:${await freePort()}`;
  const { profile, SETTLE_SCHEDULE } = circumstances[options.profile];
  const times = { POST_DEADLINE: '1s', SETTLE_SCHEDULE };
  const sandbox = await startSandbox({ publicUrl, pagePort: 0, traffic, profile, ...(await madeBefore()) });
  const { tenant } = sandbox;
  const named = (name: string) => tenant.people.find(({ displayName }) => displayName === name)!;
  const [ada, ben] = [named('Ada Vance'), named('Ben Ray')];
  const groups = Array.from({ length: options.lanes }, (_, lane) =>
    laneGroup(tenant.groups[0]!, lane, [ada.id, ben.id]),
  );
  tenant.groups.push(...groups);

  const folder = await mkdtemp(join(tmpdir(), 'kickoff-faults-'));
  const { databaseUrl } = options;
  const database = databaseUrl === undefined ? { DATA_DIR: folder } : { DATABASE_URL: databaseUrl };
  const { DATA_DIR: _, ...settings } = sandbox.settings;
  // Bot Framework keeps the bot's token for the whole process by app id, and every cloud has keys of its own.
  (AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear();
  const log: string[] = [];
  const apps: App[] = [];
  const ports = [settings['PORT']!, ...(databaseUrl === undefined ? [] : [String(await freePort())])];
  for (const PORT of ports) {
    const lines = createLog('warn', { write: (line: string) => void log.push(line) });
    const app = await createApp(readConfiguration({ ...settings, ...times, ...database, PORT }), lines);
    await app.start();
    apps.push(app);
  }
  const world = {
    ...{ sandbox, traffic, groups, log },
    first: apps[0]!,
    /** The other instance; with one only, that one. */
    second: apps.at(-1)!,
    ada: createAuthor(sandbox, ada),
    ben: createAuthor(sandbox, ben),
    async stop() {
      for (const app of apps) await app.stop();
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const author of [world.ada, world.ben]) {
    await author.client.open('personal');
    await author.signIn();
  }
  return world;
}

export type FaultWorld = Awaited<ReturnType<typeof startFaultWorld>>;

function laneGroup(like: SandboxGroup, lane: number, memberIds: string[]): SandboxGroup {
  const name = `lane-${String(lane).padStart(2, '0')}`;
  return {
    ...like,
    id: `eeeeeeee-0000-4000-8000-0000000000${String(lane).padStart(2, '0')}`,
    displayName: name,
    mail: `${name}@contoso.com`,
    mailNickname: name,
    memberIds,
    ownerIds: memberIds,
  };
}
