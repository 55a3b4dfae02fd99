import type { Server } from 'restify';
import type { SandboxTenant } from '../tenant/tenant.ts';
import { createChannelKeys } from './channel-keys.ts';
import type { ChannelActivity } from './channel-activity.ts';
import { listChats } from './chats.ts';
import type { Chat } from './chats.ts';
import { createChatStore } from './chat-store.ts';
import type { ChatStore } from './chat-store.ts';
import { mountConnector } from './connector/mount-connector.ts';
import type { VerifyBotToken } from './connector/check-bot-token.ts';
import { deliver } from './deliver.ts';
import type { Delivery } from './deliver.ts';
import { createInstallations } from './installations.ts';
import type { Installations } from './installations.ts';
import { createMessageIds } from './message-ids.ts';
import { checkBotToken } from './connector/check-bot-token.ts';
import { createSharedFiles, type SharedFiles } from './shared-files.ts';
import { mountMetadata } from './mount-metadata.ts';

export interface ChannelOptions {
  tenant: SandboxTenant;
  now: () => Date;
  /** Fresh unique ids (UUIDs). */
  ids: () => string;
  /** Origin of the cloud server, known once it listens. */
  cloudOrigin: () => string;
  /** The bot's messaging endpoint: `http://localhost:3978/api/messages`. */
  botEndpoint: () => string;
  /** Checks the signature of a token that the bot sends; rejects when it is bad. */
  verify: VerifyBotToken;
  /** Longest time the bot may take for one activity, in milliseconds. */
  deadline?: number;
}

/** The Teams channel: keeps the chats, sends activities to the bot, and takes what the bot sends. */
export interface Channel {
  /** Adds the OpenID metadata, the keys and the connector API to the HTTPS server. */
  mount(server: Server): void;
  /** Signs an activity and POSTs it to the bot once; the same one may be delivered again by calling again. */
  deliver(activity: ChannelActivity): Promise<Delivery>;
  /** `{origin}/channel/{tenant}/`: where the bot answers to. */
  serviceUrl(): string;
  /** `28:…`, the bot's account id. */
  botId: string;
  chats: readonly Chat[];
  messages: ChatStore;
  installations: Installations;
  files: SharedFiles;
}

export async function createChannel(options: ChannelOptions): Promise<Channel> {
  const { tenant, now, ids, cloudOrigin } = options;
  const keys = await createChannelKeys({ now, keyId: ids() });
  const messages = createChatStore({ now, nextId: createMessageIds(now) });
  const installations = createInstallations(tenant);
  const chats = listChats(tenant);
  const botId = `28:${tenant.app.id}`;
  const serviceUrl = (): string => `${cloudOrigin()}/channel/${tenant.id}/`;
  const files = createSharedFiles({
    ...{ now, ids, cloudOrigin, serviceUrl },
    checkToken: (request) => checkBotToken(request, options.verify, tenant.app),
  });
  return {
    botId,
    files,
    chats,
    messages,
    installations,
    serviceUrl,
    mount(server) {
      files.mount(server);
      mountMetadata(server, { cloudOrigin, keys });
      mountConnector(server, {
        verify: options.verify,
        context: { tenant, botId, chats, messages, installations },
      });
    },
    async deliver(activity) {
      const token = await keys.sign({
        issuer: `${cloudOrigin()}/botframework`,
        audience: tenant.app.id,
        serviceUrl: activity.serviceUrl,
      });
      return deliver(activity, {
        endpoint: options.botEndpoint(),
        token,
        deadline: options.deadline ?? 15_000,
      });
    },
  };
}
