import { randomUUID } from 'node:crypto';
import { createChannel } from '../../../src/sandbox/channel/create-channel.ts';
import type { Channel } from '../../../src/sandbox/channel/create-channel.ts';
import type { VerifyBotToken } from '../../../src/sandbox/channel/connector/check-bot-token.ts';
import { createCloudServer } from '../../../src/sandbox/server/create-cloud-server.ts';
import { listen } from '../../../src/sandbox/server/listen.ts';
import { createContoso } from '../../../src/sandbox/tenant/contoso.ts';
import type { SandboxPerson, SandboxTenant } from '../../../src/sandbox/tenant/tenant.ts';
import { startBotDouble } from './bot-double.ts';
import type { BotDouble } from './bot-double.ts';
import { sharedCertificates } from './shared-certificates.ts';
import { keyFromRing } from '../made-before.ts';

export interface ConnectorAnswer {
  status: number;
  // Each test reads the fields that it is about.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

/** The channel on a real HTTPS server, and a bot on a real HTTP server. */
export interface World {
  tenant: SandboxTenant;
  channel: Channel;
  bot: BotDouble;
  origin: string;
  person(alias: string): SandboxPerson;
  /** Calls the connector API as the bot. */
  connector(
    method: string,
    path: string,
    body?: unknown,
    options?: { token?: string },
  ): Promise<ConnectorAnswer>;
  stop(): Promise<void>;
}

export async function startWorld(options: { now?: () => Date; deadline?: number } = {}): Promise<World> {
  const now = options.now ?? (() => new Date());
  const tenant = createContoso({ ssoHost: 'localhost:3978', redirectUris: [] });
  const server = createCloudServer(await sharedCertificates());
  let origin = '';
  const cloudOrigin = () => origin;
  const bot = await startBotDouble({ cloudOrigin, appId: tenant.app.id, now });
  const verify: VerifyBotToken = async (token) => {
    if (token === 'of-the-bot') return { aud: 'https://api.botframework.com', appid: tenant.app.id };
    if (token === 'for-graph') return { aud: 'https://graph.microsoft.com', appid: tenant.app.id };
    if (token === 'of-another') return { aud: 'https://api.botframework.com', azp: randomUUID() };
    throw new Error('bad signature');
  };
  const channel = await createChannel({
    tenant,
    now,
    cloudOrigin,
    verify,
    ids: randomUUID,
    makeKeyPair: keyFromRing,
    botEndpoint: () => bot.endpoint,
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
  });
  channel.mount(server);
  origin = await listen(server, 0);
  return {
    tenant,
    channel,
    bot,
    origin,
    person(alias) {
      const person = tenant.people.find((each) => each.mail.startsWith(`${alias}@`));
      if (person === undefined) throw new Error(`nobody is called ${alias}`);
      return person;
    },
    async connector(method, path, body, { token = 'of-the-bot' } = {}) {
      const response = await fetch(`${channel.serviceUrl()}v3/conversations${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
    async stop() {
      await bot.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
    },
  };
}
