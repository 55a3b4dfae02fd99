import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppCredentials } from 'botframework-connector';
import { createApp, type App } from '../../src/app.ts';
import { createLog } from '../../src/config/create-log.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import type { Watches } from '../../src/watches/create-watches.ts';
import type { Notice } from '../../src/watches/notice.ts';
import type { NoticeOutcome } from '../../src/watches/ports/notices.ts';
import { freePort } from '../e2e/start-world.ts';
import { madeBefore } from '../sandbox/made-before.ts';

export interface WatchWorldOptions {
  /** PostgreSQL for as many instances; without it, SQLite for one. */
  databaseUrl?: string;
  instances?: number;
  profile?: TenantProfile;
  settings?: Record<string, string>;
}

/** The local Microsoft 365 and the whole bot, once or more often, joined by HTTP; only notices end in a list. */
export async function startWatchWorld(options: WatchWorldOptions = {}) {
  const { databaseUrl, instances = 1, profile } = options;
  const traffic = createTraffic();
  const publicUrl = `http://localhost:${await freePort()}`;
  const sandbox = await startSandbox({
    ...{ publicUrl, pagePort: 0, traffic },
    ...(await madeBefore()),
    ...(profile !== undefined && { profile }),
  });
  const { tenant, channel, graph } = sandbox;
  const folder = await mkdtemp(join(tmpdir(), 'kickoff-watches-'));
  const { DATA_DIR: _, ...base } = sandbox.settings;
  const database = databaseUrl === undefined ? { DATA_DIR: folder } : { DATABASE_URL: databaseUrl };
  // Bot Framework keeps the bot's token for the whole process by app id, and every cloud has keys of its own.
  (AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear();

  const shown: Notice[] = [];
  const log: string[] = [];
  const chat = { answer: async (_notice: Notice): Promise<NoticeOutcome> => ({ kind: 'delivered' }) };
  const notices = {
    async deliver(notice: Notice): Promise<NoticeOutcome> {
      shown.push(notice);
      return chat.answer(notice);
    },
  };
  const start = async (PORT: string): Promise<App> => {
    const lines = createLog('info', { write: (line: string) => void log.push(line) });
    const settings = { ...base, POLL_INTERVAL: '2s', ...database, ...options.settings, PORT };
    const app = await createApp(readConfiguration(settings), lines, { notices });
    await app.start();
    return app;
  };
  const apps: App[] = [];
  for (let n = 0; n < instances; n += 1)
    apps.push(await start(n === 0 ? base['PORT']! : String(await freePort())));

  const person = (name: string) => tenant.people.find(({ displayName }) => displayName.startsWith(name))!;
  const group = (name: string) => tenant.groups.find(({ displayName }) => displayName === name)!;
  const author = (name: string) => {
    const { id, displayName } = person(name);
    return { tenantId: tenant.id, objectId: id, name: displayName };
  };
  const place = (name: string) => ({
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl(),
    tenantId: tenant.id,
    chatId: personalChatId(person(name)),
    chatType: 'personal' as const,
    botId: channel.botId,
  });
  const first = apps[0]!;
  const watches = (): Watches => first.watches;
  return {
    ...{ sandbox, traffic, shown, log, chat, apps, person, group, author, place, watches, publicUrl },
    async signIn(name: string) {
      const client = sandbox.clientOf(person(name).id);
      await client.open('personal');
      await client.send('personal', 'sign in');
      await client.settled();
    },
    watch: (name: string, groupName: string) =>
      watches().watch({ watcher: author(name), place: place(name), group: group(groupName).id }),
    /** Somebody starts a conversation in Outlook. */
    post(name: string, groupName: string, text: string, topic = text) {
      const { displayName, mail } = person(name);
      return graph.mailboxes.createConversation(group(groupName).id, {
        topic,
        post: {
          sender: { name: displayName, address: mail },
          body: { contentType: 'html', content: `<p>${text}</p>` },
        },
      });
    },
    reply: (name: string, groupName: string, threadId: string, content: string) =>
      graph.mailboxes.postAs(person(name).id, group(groupName).id, threadId, {
        contentType: 'html',
        content,
      }),
    /** What was shown in somebody's chat: the texts of the posts in it. */
    textsOf: (name: string) =>
      shown.filter((notice) => notice.place.chatId === place(name).chatId).flatMap(textsIn),
    kindsOf: (name: string) =>
      shown.filter((notice) => notice.place.chatId === place(name).chatId).map(({ kind }) => kind),
    async stop() {
      await Promise.all(apps.map((app) => app.stop()));
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type WatchWorld = Awaited<ReturnType<typeof startWatchWorld>>;

export function textsIn(notice: Notice): string[] {
  if (notice.kind === 'posts') return notice.conversation.posts.map(({ preview }) => preview);
  if (notice.kind === 'summary')
    return notice.conversations.flatMap(({ posts }) => posts.map(({ preview }) => preview));
  return [];
}
