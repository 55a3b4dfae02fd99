import { randomUUID } from 'node:crypto';
import type { TeamsClient } from '../../../src/sandbox/client/create-teams-client.ts';
import { createTeamsClients } from '../../../src/sandbox/client/create-teams-clients.ts';
import { startWorld } from '../channel/start-world.ts';
import type { World } from '../channel/start-world.ts';

export interface ClientWorld extends World {
  client(alias: string): TeamsClient;
  /** Replaces what the client gets when it asks for a token silently. */
  ssoToken: (personId: string) => Promise<string>;
  /** Sends an activity as the bot and answers the id of the message. */
  say(conversationId: string, activity: Record<string, unknown>): Promise<string>;
  /** The activities that the bot has received, of a type or invoke name. */
  heard(typeOrName: string): Record<string, any>[]; // oxlint-disable-line typescript/no-explicit-any
}

/** The channel, a bot double, and clients for the people of the tenant. */
export async function startClients(options: Parameters<typeof startWorld>[0] = {}): Promise<ClientWorld> {
  const world = await startWorld(options);
  const clients: ClientWorld = {
    ...world,
    ssoToken: async (personId) => `sso of ${personId}`,
    client: (alias) => make(world.person(alias).id),
    async say(conversationId, activity) {
      const path = `/${encodeURIComponent(conversationId)}/activities`;
      const { status, body } = await world.connector('POST', path, { type: 'message', ...activity });
      if (status !== 201) throw new Error(`the connector answered ${status}`);
      return body.id as string;
    },
    heard: (typeOrName) =>
      world.bot.received
        .map((each) => each.activity)
        .filter((each) => (each.type === 'invoke' ? each['name'] : each.type) === typeOrName),
  };
  const make = createTeamsClients({
    channel: world.channel,
    tenant: world.tenant,
    ssoToken: (personId) => clients.ssoToken(personId),
    now: options.now ?? (() => new Date()),
    ids: randomUUID,
  });
  return clients;
}

/** A message that holds one card. */
export function cardMessage(content: Record<string, unknown>): Record<string, unknown> {
  return {
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', version: '1.5', ...content },
      },
    ],
  };
}
