import type { Server } from 'restify';
import type { SandboxTenant } from '../tenant/tenant.ts';
import { createChannelKeys } from './channel-keys.ts';
import type { MakeKeyPair } from '../server/make-key-pair.ts';
import type { ChannelActivity } from './channel-activity.ts';
import { indexChats, listChats } from './chats.ts';
import type { Chat } from './chats.ts';
import { createChatStore } from './chat-store.ts';
import type { ChatStore } from './chat-store.ts';
import { mountConnector } from './connector/mount-connector.ts';
import type { VerifyBotToken } from './connector/check-bot-token.ts';
import { createChannelLimits, type ChannelLimits } from './limits/create-channel-limits.ts';
import { deliver } from './deliver.ts';
import type { Delivery } from './deliver.ts';
import { createInstallations } from './installations.ts';
import type { Installations } from './installations.ts';
import { createMessageIds } from './message-ids.ts';
import { checkBotToken } from './connector/check-bot-token.ts';
import { createSharedFiles, type SharedFiles } from './shared-files.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { mountMetadata } from './mount-metadata.ts';

export interface ChannelOptions {
  readonly makeKeyPair?: MakeKeyPair;
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
  /** Whether the bot is refused what Teams would refuse it for asking too often; it is counted either way. */
  enforceLimits?: boolean;
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
  /** Whether bots may send messages that only one person sees, a preview of Teams. */
  targetedMessages: { allowed: boolean };
  limits: ChannelLimits;
  uploads: Uploads;
}

export async function createChannel(options: ChannelOptions): Promise<Channel> {
  const { tenant, now, ids, cloudOrigin } = options;
  const keys = await createChannelKeys({
    ...{ now, keyId: ids() },
    ...(options.makeKeyPair && { makeKeyPair: options.makeKeyPair }),
  });
  const messages = createChatStore({ now, nextId: createMessageIds(now) });
  const installations = createInstallations(tenant);
  const limits = createChannelLimits({ now, enforced: options.enforceLimits ?? false });
  const chats = listChats(tenant);
  const botId = `28:${tenant.app.id}`;
  const serviceUrl = (): string => `${cloudOrigin()}/channel/${tenant.id}/`;
  const files = createSharedFiles({
    ...{ now, ids, cloudOrigin, serviceUrl },
    checkToken: (request) => checkBotToken(request, options.verify, tenant.app),
  });
  const targetedMessages = { allowed: true };
  const uploads = createUploads({ now, ids, cloudOrigin });
  return {
    botId,
    targetedMessages,
    files,
    limits,
    uploads,
    chats,
    messages,
    installations,
    serviceUrl,
    mount(server) {
      files.mount(server);
      uploads.mount(server);
      mountMetadata(server, { cloudOrigin, keys });
      mountConnector(server, {
        verify: options.verify,
        limits,
        context: { tenant, botId, chats: indexChats(chats), messages, installations, targetedMessages },
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
