import assert from 'node:assert/strict';
import { createApp, type App } from '../../../src/app.ts';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { eventually, freePort } from '../../e2e/start-world.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../../storage/postgres-server.ts';
import { silentLog } from '../../storage/silent-log.ts';
import { startBot, type Bot } from './start-bot.ts';
import { startSigner } from './start-signer.ts';

const missing = await whyNoPostgres();

/** The load balancer sends every delivery wherever it likes. */
describe(`two instances on PostgreSQL${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(20_000);
  let server: PostgresServer;
  let signer: Awaited<ReturnType<typeof startSigner>>;
  let bot: Bot;
  let other: App;
  let origins: string[];
  let authorization: string;
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
    const { url } = await server.createBench();
    signer = await startSigner();
    let issuer = '';
    bot = await startBot((origin) => {
      issuer = `${origin}/botframework`;
      return { ToBotFromChannelOpenIdMetadataUrl: signer.metadataUrl, DATABASE_URL: url };
    });
    const port = await freePort();
    other = await createApp(readConfiguration({ ...bot.settings, PORT: String(port) }), silentLog);
    await other.start();
    origins = [bot.publicUrl, `http://localhost:${port}`];
    const serviceUrl = bot.sandbox.channel.serviceUrl();
    const token = await signer.token({ issuer, audience: bot.sandbox.tenant.app.id, serviceUrl });
    authorization = `Bearer ${token}`;
  });
  after(async () => {
    if (missing !== undefined) return;
    await other.stop();
    await bot.stop();
    await signer.stop();
    await server.drop();
  });

  async function send(instance: number, activity: object): Promise<{ status: number; body: string }> {
    const response = await fetch(`${origins[instance % 2]}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  }

  const cards = (name: string) =>
    bot
      .chat(name)
      .flatMap(({ attachments }) => attachments)
      .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth')
      .map(({ content }) => content as { tokenExchangeResource: { id: string } });

  it('many requests at once ask for one sign-in; three clients that bring it each get their answer; each is posted once', async () => {
    const ada = bot.person('Ada');
    const topics = Array.from({ length: 6 }, (_, at) => `Budget ${at}`);
    const commands = topics.map((topic) =>
      bot.activities.message(ada, `start "${topic}" in Finance: The text`),
    );
    const turns = await Promise.all(commands.map((each, at) => send(at, each)));
    assert.deepEqual(new Set(turns.map(({ status }) => status)), new Set([200]));
    assert.equal(cards('Ada').length, 1);

    const { id } = cards('Ada')[0]!.tokenExchangeResource;
    const clients = await Promise.all([0, 1, 2].map(() => bot.sandbox.entra.issueSsoToken(ada.id)));
    bot.traffic.clear();
    const answers = await Promise.all(
      clients.map((token, at) => {
        const value = { id, connectionName: '', token };
        return send(at, bot.activities.invoke(ada, 'signin/tokenExchange', value));
      }),
    );
    assert.deepEqual(
      answers,
      Array.from({ length: 3 }, () => ({ status: 200, body: '' })),
    );
    await eventually('the posts', () => bot.mail().length === topics.length);
    // Whatever is delivered again, to whichever instance, changes nothing.
    await Promise.all(commands.map((each, at) => send(at + 1, each)));
    assert.deepEqual(
      bot
        .mail()
        .map(({ topic }) => topic)
        .toSorted(),
      topics,
    );
    assert.equal(bot.traffic.count({ service: 'graph', method: 'POST', path: /\/groups\// }), topics.length);
    const obo = bot.traffic
      .list({ service: 'entra', method: 'POST', path: /token$/ })
      .filter(({ requestBody }) => JSON.stringify(requestBody).includes('on_behalf_of'));
    assert.equal(obo.length, 1, 'one exchange at Entra');
    await eventually('the receipts', () => {
      const shown = JSON.stringify(bot.chat('Ada'));
      return topics.every((topic) => shown.includes(topic)) && !/Waiting for you|Posting…/.test(shown);
    });
  });
});
