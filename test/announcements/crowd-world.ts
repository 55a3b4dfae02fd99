import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { freePort } from '../e2e/start-world.ts';
import { startInstance, type Instance } from './start-instance.ts';

export interface CrowdOptions {
  people: number;
  /** How many instances; SQLite takes one. */
  instances: number;
  database: Record<string, string>;
  /** Notices in a second. */
  rate: number;
  /** A number from 0 up to 1. */
  random: () => number;
}

/** Who of the crowd cannot be reached, and why. */
export type Unreachable = ReadonlyMap<string, 'blocked' | 'not-installed'>;

/** A big organisation in this process, and instances of the bot in theirs. */
export async function startCrowdWorld({ people, instances, database, rate, random }: CrowdOptions) {
  const ports = await Promise.all(Array.from({ length: instances }, freePort));
  const publicUrl = `http://localhost:${ports[0]}`;
  const sandbox = await startSandbox({ publicUrl, pagePort: 0, trust: true, crowd: people });
  const { tenant, channel } = sandbox;
  const group = tenant.groups.find(({ displayName }) => displayName === 'Everybody')!;
  const [ada] = tenant.people;
  const crowd = group.memberIds.filter((id) => id !== ada!.id);
  const unreachable = new Map<string, 'blocked' | 'not-installed'>();
  for (const id of crowd) {
    const one = random();
    if (one < 0.01) unreachable.set(id, 'not-installed');
    else channel.installations.install(id);
    if (one >= 0.01 && one < 0.02) {
      unreachable.set(id, 'blocked');
      channel.installations.block(id);
    }
  }
  const settings = (n: number): Record<string, string> => ({
    ...sandbox.settings,
    NODE_EXTRA_CA_CERTS: sandbox.authorityFile,
    LOG_LEVEL: 'error',
    NOTICE_RATE: String(rate),
    // Several instances can only know that one has died when its hold has ended.
    POST_DEADLINE: '5s',
    HOLD_TIME: '8s',
    ...database,
    PORT: String(ports[n]),
  });
  const bots: Instance[] = [];
  for (const n of ports.keys()) bots.push(await startInstance(settings(n)));
  const chats = new Map(tenant.people.map((person) => [person.id, personalChatId(person)]));

  return {
    ...{ sandbox, group, crowd, unreachable: unreachable as Unreachable, bots },
    sender: {
      kind: 'person',
      person: { tenantId: tenant.id, objectId: ada!.id, name: ada!.displayName },
    } as const,
    place: {
      ...{ channelId: 'msteams', serviceUrl: channel.serviceUrl(), tenantId: tenant.id },
      ...{ chatId: personalChatId(ada!), chatType: 'personal' as const, botId: channel.botId },
    },
    async signIn() {
      const client = sandbox.clientOf(ada!.id);
      await client.open('personal');
      await client.send('personal', 'sign in');
      await client.settled();
    },
    /** How many messages somebody has that say this; the sender's progress card names it, too, and tells nobody. */
    told: (id: string, text: string) =>
      channel.messages
        .list(chats.get(id)!)
        .map((message) => JSON.stringify([message.text, message.attachments]))
        .filter((said) => said.includes(text) && !said.includes('"announcement.')).length,
    /** An instance dies, and another takes its place. */
    async kill(n: number) {
      await bots[n]!.end('SIGKILL');
      bots[n] = await startInstance(settings(n));
    },
    async stop() {
      await Promise.all(bots.map((bot) => bot.end('SIGTERM')));
      await sandbox.stop();
    },
  };
}

export type CrowdWorld = Awaited<ReturnType<typeof startCrowdWorld>>;
