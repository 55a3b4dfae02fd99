import { allowServiceUrls } from '../../../src/config/allow-service-urls.ts';
import { AppCredentials } from 'botframework-connector';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import type { ReceiptPlace } from '../../../src/conversations/request.ts';
import { createChannelApplication } from '../../../src/identity/create-channel-application.ts';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { createTraffic } from '../../../src/sandbox/server/traffic.ts';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { botFrameworkAuthentication } from '../../../src/teams/channel/bot-framework-authentication.ts';
import { createChatMessages } from '../../../src/teams/channel/chat-messages.ts';
import { createConnectorClients } from '../../../src/teams/channel/connector-clients.ts';
import { madeBefore } from '../../sandbox/made-before.ts';

/** The sandbox's channel, and the bot's side of it alone: connectors with a short deadline, and waits that are only noted. */
export async function startChannelWorld() {
  const traffic = createTraffic();
  const sandbox = await startSandbox({
    publicUrl: 'http://localhost:3978',
    pagePort: 0,
    ...(await madeBefore()),
    traffic,
  });
  // Bot Framework keeps the bot's token for the whole process, and this cloud's keys are new.
  (AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear();
  const configuration = readConfiguration(sandbox.settings);
  const { app, endpoints } = configuration;
  const authentication = botFrameworkAuthentication(configuration, createChannelApplication(configuration));
  const waits: number[] = [];
  const clients = createConnectorClients(authentication, {
    appId: app.id,
    audience: endpoints.channelScope,
    isServiceUrlAllowed: allowServiceUrls(endpoints.serviceUrlHosts),
    deadlineMs: 400,
  });
  const messages = createChatMessages(clients, { wait: async (ms) => void waits.push(ms) });
  const [ada] = sandbox.tenant.people;
  if (ada === undefined) throw new Error('The sandbox has no people.');
  sandbox.channel.installations.install(ada.id);
  const place: ReceiptPlace = {
    channelId: 'msteams',
    serviceUrl: sandbox.channel.serviceUrl(),
    tenantId: sandbox.tenant.id,
    chatId: personalChatId(ada),
    chatType: 'personal',
    botId: sandbox.channel.botId,
  };
  return {
    ...{ sandbox, traffic, clients, messages, place, ada, waits },
    chat: () => sandbox.channel.messages.list(place.chatId),
    /** Requests to the connector since the last `clear`. */
    requests: (method: 'POST' | 'PUT') => traffic.list({ service: 'channel', method }),
    clear() {
      traffic.clear();
      waits.splice(0);
      sandbox.faults.clear();
    },
    stop: () => sandbox.stop(),
  };
}

export type ChannelWorld = Awaited<ReturnType<typeof startChannelWorld>>;
