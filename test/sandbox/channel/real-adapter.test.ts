import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsInfo } from 'botbuilder';
import type { Response, TurnContext } from 'botbuilder';
import { AppCredentials } from 'botframework-connector';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { startClients } from '../client/start-clients.ts';
import type { ClientWorld } from '../client/start-clients.ts';

/** Hands out the token that the connector of these tests takes for the bot's. */
class FixedCredentials extends AppCredentials {
  protected override async refreshToken(): Promise<never> {
    return { accessToken: 'of-the-bot', expiresOn: new Date(Date.now() + 3_600_000) } as never;
  }
}

describe('the channel, seen by Bot Framework itself', () => {
  let world: ClientWorld;
  let turn: (context: TurnContext) => Promise<void>;
  let close: () => Promise<void>;
  before(async () => {
    world = await startClients();
    const { app, id: tenantId } = world.tenant;
    const credentials = new FixedCredentials(app.id, tenantId, 'https://api.botframework.com');
    const factory = {
      isValidAppId: async (id: string) => id === app.id,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => credentials,
    } as unknown as ServiceClientCredentialsFactory;
    const adapter = new CloudAdapter(
      new ConfigurationBotFrameworkAuthentication(
        {
          ToChannelFromBotLoginUrl: `${world.origin}/${tenantId}`,
          ToChannelFromBotOAuthScope: 'https://api.botframework.com',
          ToBotFromChannelTokenIssuer: `${world.origin}/botframework`,
          ToBotFromChannelOpenIdMetadataUrl: `${world.origin}/botframework/.well-known/openidconfiguration`,
          ToBotFromEmulatorOpenIdMetadataUrl: `${world.origin}/none`,
          OAuthUrl: `${world.origin}/tokenservice`,
          CallerId: 'urn:botframework:local',
        },
        factory,
      ),
    );
    const server = createServer((request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
        const answer = {
          socket: response.socket,
          status: (code: number) => (response.statusCode = code),
          header: (name: string, value: string) => response.setHeader(name, value),
          send: (content: unknown) => response.write(content === undefined ? '' : JSON.stringify(content)),
          end: () => response.end(),
        } as unknown as Response;
        const { headers, method } = request;
        await adapter.process({ body, headers, method: method ?? '' }, answer, (context) => turn(context));
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    world.bot.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
    close = () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    turn = async () => {};
    await world.client('ada').open('personal');
  });
  after(async () => {
    await close();
    await world.stop();
  });

  it('accepts the signature, answers, updates and deletes in a personal chat', async () => {
    turn = async (context) => {
      const sent = await context.sendActivity('working');
      const other = await context.sendActivity('to be deleted');
      await context.updateActivity({ type: 'message', id: String(sent?.id), text: 'done' });
      await context.deleteActivity(String(other?.id));
    };
    const { delivery } = await world.client('ada').send('personal', 'help');
    assert.equal(delivery?.status, 200);
    assert.deepEqual(
      world
        .client('ada')
        .messages('personal')
        .map((each) => [each.text, each.deleted]),
      [
        ['help', false],
        ['done', false],
        ['', true],
      ],
    );
  });

  it('answers the roster of a channel, in the thread of the mention', async () => {
    turn = async (context) => {
      const member = await TeamsInfo.getMember(context, context.activity.from.id);
      const { members } = await TeamsInfo.getPagedMembers(context, 1);
      await context.sendActivity(`${member.email} ${member.aadObjectId} ${members?.length}`);
    };
    const sent = await world.client('ben').send('General', 'who am I', { mention: true });
    assert.equal(sent.delivery?.status, 200);
    const [, answer] = world.client('ada').messages('General');
    assert.equal(answer?.rootId, sent.messageId);
    assert.equal(answer?.text, `ben@contoso.com ${world.person('ben').id} 1`);
  });

  it('turns a refusal into an error with its status', async () => {
    let status: unknown;
    turn = async (context) => {
      world.channel.installations.block(world.person('ada').id);
      await context
        .sendActivity('hello')
        .catch((error: { statusCode?: number }) => (status = error.statusCode));
    };
    await world.client('ada').send('personal', 'hello?');
    world.channel.installations.unblock(world.person('ada').id);
    assert.equal(status, 403);
  });
});
