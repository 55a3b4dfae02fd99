import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import type { TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import { freePort } from '../e2e/start-world.ts';
import type { DieAt } from './die-at.ts';
import { startForwarder } from './start-forwarder.ts';
import { createInstance } from './start-instance.ts';
import { openWatchingDatabase } from './watching-database.ts';

/** Longest time for anything to come out, in milliseconds. */
const limit = 45_000;

/** The local Microsoft 365, two real bot processes on PostgreSQL, and what shares all calls out between them. */
export async function startWatchingWorld(options: { profile: TenantProfile; databaseUrl: string }) {
  const { profile, databaseUrl } = options;
  const traffic = createTraffic();
  const forwarder = await startForwarder();
  const publicUrl = forwarder.origin;
  const sandbox = await startSandbox({ publicUrl, pagePort: 0, trust: true, traffic, profile });
  const { tenant, graph } = sandbox;
  const log: string[] = [];
  const base = {
    ...sandbox.settings,
    NODE_EXTRA_CA_CERTS: sandbox.authorityFile,
    LOG_LEVEL: 'info',
    DATABASE_URL: databaseUrl,
    // Others can only know that one has died when its hold has ended.
    POST_DEADLINE: '3s',
    HOLD_TIME: '4s',
    SETTLE_SCHEDULE: '500ms,1500ms,4s',
  };
  const ports = [await freePort(), await freePort()];
  const instances = ports.map((port) => createInstance(port, base, (line) => void log.push(line)));
  forwarder.targets = ports;
  const person = (name: string) => tenant.people.find(({ displayName }) => displayName.startsWith(name))!;
  const client = (name: string) => sandbox.clientOf(person(name).id);
  let settings: Record<string, string> = {};
  let made = 0;

  const world = {
    ...{ sandbox, traffic, forwarder, log, person, client, publicUrl },
    database: undefined as unknown as Awaited<ReturnType<typeof openWatchingDatabase>>,
    /** Both instances run, with these settings; those that run with others are started again. */
    async start(wanted: Record<string, string> = settings) {
      if (JSON.stringify(wanted) !== JSON.stringify(settings))
        await Promise.all(instances.map((instance) => instance.end('SIGTERM')));
      settings = wanted;
      // One after the other the first time: the first one makes the tables.
      for (const instance of instances) await instance.start(settings);
    },
    /** Whichever instance comes there first dies there; the other one goes on. */
    async arm(plan: DieAt) {
      await Promise.all(instances.map((instance) => instance.arm(plan)));
    },
    /** Resolves when an instance has died, and tells whether one has; the other one is safe from then on. */
    async death(within: number): Promise<boolean> {
      const died = await world.holds(() => instances.some((instance) => instance.isDead()), within);
      await Promise.all(instances.map((instance) => instance.arm('disarm')));
      return died;
    },
    async killAll() {
      await Promise.all(instances.map((instance) => instance.end('SIGKILL')));
    },
    /** A group of its own: its members are Ada, Ben and Chika, and Chika owns it. */
    newGroup(): SandboxGroup {
      made += 1;
      const name = `Crew${String(made).padStart(3, '0')}`;
      const group: SandboxGroup = {
        ...tenant.groups[0]!,
        id: `eeeeeeee-0000-4000-8000-${String(made).padStart(12, '0')}`,
        ...{ displayName: name, mail: `${name.toLowerCase()}@contoso.com`, mailNickname: name.toLowerCase() },
        visibility: 'Private',
        memberIds: ['Ada', 'Ben', 'Chika'].map((each) => person(each).id),
        ownerIds: [person('Chika').id],
      };
      tenant.groups.push(group);
      return group;
    },
    /** Types it in the personal chat. */
    async say(name: string, text: string) {
      await client(name).send('personal', text);
      await client(name).settled();
    },
    /**
     * `sign in`, until the tokens are there: the turn of a slow machine ends before its card is shown, and an instance that
     * is stopped by then takes no token from the client any more.
     */
    async signIn(name: string) {
      await world.say(name, 'sign in');
      await world.until(`${name} is signed in`, () => world.database.isSignedIn(person(name).id));
    },
    /** `watch`, until the answer says so. */
    async watch(name: string, group: SandboxGroup) {
      await world.say(name, `watch ${group.displayName}`);
      const isSaid = () =>
        client(name)
          .messages('personal')
          .some(({ text }) => text.includes('new posts in') && text.includes(group.displayName));
      await world.until(`${name} watches ${group.displayName}`, isSaid).catch((error: Error) => {
        const last = client(name).messages('personal').slice(-3);
        throw new Error(`${error.message}; the last messages: ${JSON.stringify(last)}`);
      });
    },
    subscriptionsOf: (group: SandboxGroup) =>
      [...graph.subscriptions.all.values()].filter(({ groupId }) => groupId === group.id),
    /** Until Graph would call. */
    subscribed: (group: SandboxGroup) =>
      world.until(`a subscription to ${group.displayName}`, async () => {
        const row = await world.database.subscriptionOf(group.id);
        const [first] = world.subscriptionsOf(group);
        return row?.state === 'on' && first?.id === row.subscription_id ? first : undefined;
      }),
    /** Somebody starts a conversation in Outlook. */
    post(name: string, group: SandboxGroup, words: string) {
      const { displayName, mail } = person(name);
      const { thread } = graph.mailboxes.createConversation(group.id, {
        topic: words.replace('Tiding', 'Matter'),
        post: {
          sender: { name: displayName, address: mail },
          body: { contentType: 'html', content: `<p>${words}</p>` },
        },
      });
      return { thread, postId: thread.posts[0]!.id };
    },
    reply: (name: string, group: SandboxGroup, threadId: string, text: string) =>
      graph.mailboxes.postAs(person(name).id, group.id, threadId, { contentType: 'html', content: text }),
    /** What somebody is shown that says this. */
    noticesOf: (name: string, words: string) =>
      client(name)
        .messages('personal')
        .filter(({ cards, mine }) => !mine && JSON.stringify(cards).includes(words)),
    saidTo: (name: string, words: string) =>
      client(name)
        .messages('personal')
        .filter(({ text, mine }) => !mine && text.includes(words)),
    chatOf: (name: string) => personalChatId(person(name)),
    async holds(condition: () => unknown, within: number): Promise<boolean> {
      const end = Date.now() + within;
      while (Date.now() < end) {
        if (await condition()) return true;
        await new Promise((next) => setTimeout(next, 50));
      }
      return Boolean(await condition());
    },
    async until<T>(
      what: string,
      look: () => T | undefined | false | Promise<T | undefined | false>,
    ): Promise<T> {
      const end = Date.now() + limit;
      for (;;) {
        const found = await look();
        if (found !== undefined && found !== false) return found;
        if (Date.now() > end) throw new Error(`${what}: not within ${limit} ms`);
        await new Promise((next) => setTimeout(next, 50));
      }
    },
    async stop() {
      await Promise.all(instances.map((instance) => instance.end('SIGTERM')));
      await world.database?.close();
      await forwarder.stop();
      await sandbox.stop();
    },
  };
  try {
    await world.start();
    world.database = await openWatchingDatabase(databaseUrl);
    for (const name of ['Ada', 'Ben']) {
      await client(name).open('personal');
      await world.signIn(name);
    }
  } catch (error) {
    await world.stop();
    throw error;
  }
  return world;
}

export type WatchingWorld = Awaited<ReturnType<typeof startWatchingWorld>>;
