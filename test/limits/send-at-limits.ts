import { setTimeout as wait } from 'node:timers/promises';
import { AppCredentials } from 'botframework-connector';
import { allowServiceUrls } from '../../src/config/allow-service-urls.ts';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { spreadMs } from '../../src/conversations/pace/message-limits.ts';
import { systemTimer } from '../../src/conversations/system/system-timer.ts';
import type { ReceiptPlace } from '../../src/conversations/request.ts';
import { createChannelApplication } from '../../src/identity/create-channel-application.ts';
import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import type { SandboxPerson } from '../../src/sandbox/tenant/tenant.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { botFrameworkAuthentication } from '../../src/teams/channel/bot-framework-authentication.ts';
import { createChatMessages } from '../../src/teams/channel/chat-messages.ts';
import { createConnectorClients } from '../../src/teams/channel/connector-clients.ts';
import { createProactiveMessages } from '../../src/teams/notices/create-proactive-messages.ts';
import { silentLog } from '../storage/silent-log.ts';

export interface RunSize {
  /** People who get one notice each, in a chat that has to be made. */
  readonly people: number;
  /** Notices that one more person gets. */
  readonly toOne: number;
  /** Answers that somebody waits for meanwhile, one every 200 ms, in the chats of the many. */
  readonly answers: number;
}

/**
 * Several instances (one storage each) send notices as fast as they are let, and answers besides, against a channel that
 * refuses what is over Teams' limits.
 *
 * @returns what the channel counted, what became of the notices, and how long one was under way at most (ms)
 */
export async function sendAtLimits(instances: readonly Storage[], size: RunSize) {
  const sandbox = await startSandbox({
    publicUrl: 'http://localhost:3978',
    pagePort: 0,
    trust: true,
    enforceLimits: true,
    crowd: size.people,
  });
  try {
    return await run(sandbox, instances, size);
  } finally {
    await sandbox.stop();
  }
}

async function run(sandbox: Sandbox, instances: readonly Storage[], { people, toOne, answers }: RunSize) {
  // Bot Framework keeps the bot's token for the whole process, and this cloud's keys are new.
  (AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear();
  const { channel, tenant } = sandbox;
  const many = tenant.people.slice(-people);
  const [one] = tenant.people;
  if (one === undefined) throw new Error('The sandbox has no people.');
  for (const { id } of [one, ...many]) channel.installations.install(id);
  const place = (person: SandboxPerson): ReceiptPlace => ({
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl(),
    tenantId: tenant.id,
    chatId: personalChatId(person),
    chatType: 'personal',
    botId: channel.botId,
  });

  const configuration = readConfiguration(sandbox.settings);
  const isServiceUrlAllowed = allowServiceUrls(configuration.endpoints.serviceUrlHosts);
  const clients = createConnectorClients(
    botFrameworkAuthentication(configuration, createChannelApplication(configuration)),
    { appId: configuration.app.id, audience: configuration.endpoints.channelScope, isServiceUrlAllowed },
  );
  let underWayMs = 0;
  const proactive = instances.map(({ messagePace, chats, reach }) => {
    const messages = createChatMessages(clients, systemTimer, { tries: 1 });
    return createProactiveMessages({
      ...{ clients, chats, reach, isServiceUrlAllowed },
      messages: {
        ...messages,
        async send(where, message) {
          const begun = performance.now();
          const id = await messages.send(where, message);
          underWayMs = Math.max(underWayMs, performance.now() - begun);
          return id;
        },
      },
      pace: messagePace,
      timer: systemTimer,
      log: silentLog,
    });
  });

  const outcomes: Record<string, number> = {};
  const left = [...many, ...Array.from({ length: toOne }, () => one)];
  /** The many and the one in turn, so that both limits are met all the time. */
  const next = (fromEnd: boolean) => (fromEnd ? left.pop() : left.shift());
  const lane = async (instance: number, fromEnd: boolean): Promise<void> => {
    for (let person = next(fromEnd); person !== undefined; person = next(fromEnd)) {
      const to = { tenantId: tenant.id, objectId: person.id };
      for (;;) {
        const delivery = await proactive[instance]!.toPerson(to, place(person), { text: 'A notice' });
        if (delivery.kind === 'retry') {
          await wait(delivery.afterMs ?? 500);
          continue;
        }
        outcomes[delivery.kind] = (outcomes[delivery.kind] ?? 0) + 1;
        break;
      }
    }
  };
  const answer = async (): Promise<void> => {
    const { messagePace } = instances[0]!;
    const messages = createChatMessages(clients, systemTimer, { count: (chat) => messagePace.count(chat) });
    for (let n = 0; n < answers; n += 1) {
      await Promise.all([
        wait(200),
        messages.send(place(many[(n * 7) % many.length]!), { text: 'An answer' }),
      ]);
    }
  };
  const begun = performance.now();
  await Promise.all([
    ...instances.flatMap((_, n) => [
      ...Array.from({ length: 6 }, () => lane(n, false)),
      lane(n, true),
      lane(n, true),
    ]),
    answer(),
  ]);
  return {
    outcomes,
    underWayMs,
    /** Whether a message may have been under way for longer than the limits leave room for. */
    late: underWayMs > spreadMs,
    tookMs: performance.now() - begun,
    highest: channel.limits.highest(),
    exceeded: channel.limits.exceeded(),
    refused: channel.limits.refused,
    /** Notices by chat that differ from what each was to get. */
    wrong: [...many.map((person) => [person, 1] as const), [one, toOne] as const].filter(
      ([person, wanted]) => noticesOf(sandbox, person) !== wanted,
    ).length,
  };
}

function noticesOf({ channel }: Sandbox, person: SandboxPerson): number {
  return channel.messages.list(personalChatId(person)).filter(({ text }) => text === 'A notice').length;
}
