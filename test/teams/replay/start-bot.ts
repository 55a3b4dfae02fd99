import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppCredentials } from 'botframework-connector';
import { createApp, type App } from '../../../src/app.ts';
import { createLog } from '../../../src/config/create-log.ts';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import type { ChannelActivity } from '../../../src/sandbox/channel/channel-activity.ts';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { createTraffic } from '../../../src/sandbox/server/traffic.ts';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { SandboxPerson } from '../../../src/sandbox/tenant/tenant.ts';
import { eventually, freePort } from '../../e2e/start-world.ts';
import { madeBefore } from '../../sandbox/made-before.ts';
import { createActivities } from './create-activities.ts';

/**
 * The local Microsoft 365 and the whole bot in this process, joined by HTTP and settings alone.
 *
 * @param settingsOf settings that a test wants to be different
 */
export async function startBot(settingsOf: (cloudOrigin: string) => Record<string, string> = () => ({})) {
  const traffic = createTraffic();
  const publicUrl = `http://localhost:${await freePort()}`;
  const sandbox = await startSandbox({ publicUrl, pagePort: 0, traffic, ...(await madeBefore()) });
  const { tenant, channel, graph } = sandbox;
  const folder = await mkdtemp(join(tmpdir(), 'kickoff-replay-'));
  const settings = { ...sandbox.settings, DATA_DIR: folder, ...settingsOf(sandbox.cloudOrigin) };
  const log: string[] = [];
  forgetBotTokens();
  let app: App;
  const start = async (): Promise<void> => {
    const lines = createLog('debug', { write: (line: string) => void log.push(line) });
    app = await createApp(readConfiguration(settings), lines);
    await app.start();
  };
  await start();

  const person = (name: string): SandboxPerson =>
    tenant.people.find(({ mail }) => mail.startsWith(name.toLowerCase()))!;
  const group = (name: string) => tenant.groups.find(({ displayName }) => displayName === name)!;
  for (const { id } of tenant.people) channel.installations.install(id);
  const activities = createActivities({ tenant, botId: channel.botId, serviceUrl: channel.serviceUrl() });
  const deliver = (activity: object) => channel.deliver(activity as ChannelActivity);
  /** What stands in a person's chat with the bot, oldest first; sign-in cards that a client would hide included. */
  const chat = (name: string) => channel.messages.list(personalChatId(person(name)));
  /** The id of the sign-in card that a person's wish to sign in leads to. */
  const askForSignIn = async (name: string): Promise<string> => {
    await deliver(activities.message(person(name), 'sign in'));
    const idOf = (message: ReturnType<typeof chat>[number] | undefined) =>
      (message?.attachments[0]?.content as { tokenExchangeResource?: { id: string } } | undefined)
        ?.tokenExchangeResource?.id;
    // On a busy machine the card may come after the turn.
    return eventually('a sign-in card', () => idOf(chat(name).at(-1)));
  };
  return {
    ...{ activities, deliver, chat, askForSignIn },
    /** Signs a person in as their client would, silently. */
    async signIn(name: string) {
      const id = await askForSignIn(name);
      const token = await sandbox.entra.issueSsoToken(person(name).id);
      const value = { id, connectionName: '', token };
      const { status } = await deliver(activities.invoke(person(name), 'signin/tokenExchange', value));
      if (status !== 200) throw new Error(`signing in ended with ${status}`);
    },
    ...{ sandbox, traffic, settings, publicUrl, log, person, group, folder },
    announcements: () => app.announcements,
    client: (name: string) => sandbox.clientOf(person(name).id),
    conversations: (name: string) => graph.mailboxes.conversations(group(name).id),
    /** A person's message in the channel Launch, in whose thread the bot may answer. */
    beginThread(name: string): { channel: string; rootId: string } {
      const { id } = tenant.teams.flatMap(({ channels }) => channels).find((each) => each.name === 'Launch')!;
      const root = channel.messages.add({
        chatId: id,
        threaded: true,
        from: { kind: 'person', id: person(name).teamsId, name: person(name).displayName },
        text: '@Kickoff',
        textFormat: 'plain',
        attachments: [],
        deliveryStatus: undefined,
      });
      return { channel: id, rootId: root.id };
    },
    /** All that the groups' mailboxes hold. */
    mail: () => tenant.groups.flatMap(({ id }) => graph.mailboxes.conversations(id)),
    async restart() {
      await app.stop();
      await start();
    },
    async stop() {
      await app.stop();
      // Tests that follow may talk to the channel by themselves.
      forgetBotTokens();
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;

/** Bot Framework keeps the bot's token for the whole process by app id, and every test's cloud has keys of its own. */
function forgetBotTokens(): void {
  (AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear();
}
