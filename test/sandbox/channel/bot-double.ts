import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { ChannelActivity } from '../../../src/sandbox/channel/channel-activity.ts';

export interface Received {
  activity: ChannelActivity;
  claims: JWTPayload;
  keyId: string | undefined;
  headers: Record<string, unknown>;
}

export type BotAnswer = { status: number; body?: unknown } | undefined;

/** A bot that checks the channel's signature as Bot Framework does and answers what the test says. */
export interface BotDouble {
  endpoint: string;
  received: Received[];
  /** What the bot does with an activity; undefined answers a bare 200. */
  onActivity: (activity: ChannelActivity) => BotAnswer | Promise<BotAnswer>;
  close(): Promise<void>;
}

export async function startBotDouble(options: {
  cloudOrigin: () => string;
  appId: string;
  now: () => Date;
}): Promise<BotDouble> {
  let keys: JWTVerifyGetKey | undefined;
  const bot: BotDouble = {
    endpoint: '',
    received: [],
    onActivity: () => undefined,
    close: () => close(server),
  };
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const origin = options.cloudOrigin();
    if (keys === undefined) {
      const metadata = await fetch(`${origin}/botframework/.well-known/openidconfiguration`);
      const { jwks_uri: address } = (await metadata.json()) as { jwks_uri: string };
      keys = createRemoteJWKSet(new URL(address));
    }
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const verified = await jwtVerify(token, keys, {
      issuer: `${origin}/botframework`,
      audience: options.appId,
      requiredClaims: ['exp', 'serviceurl'],
      currentDate: options.now(),
    }).catch(() => undefined);
    if (verified === undefined) {
      response.statusCode = 401;
      response.end();
      return;
    }
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as ChannelActivity;
    const { kid } = verified.protectedHeader;
    bot.received.push({ activity, claims: verified.payload, keyId: kid, headers: request.headers });
    const said = await bot.onActivity(activity);
    response.writeHead(said?.status ?? 200, { 'content-type': 'application/json' });
    response.end(said?.body === undefined ? undefined : JSON.stringify(said.body));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bot.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  return bot;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
