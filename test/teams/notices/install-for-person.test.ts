import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { AppCredentials } from 'botframework-connector';
import { allowServiceUrls } from '../../../src/config/allow-service-urls.ts';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { createInstallForPerson } from '../../../src/conversations/installing/create-install-for-person.ts';
import type { ReceiptPlace } from '../../../src/conversations/request.ts';
import { randomIds } from '../../../src/conversations/system/random-ids.ts';
import { systemClock } from '../../../src/conversations/system/system-clock.ts';
import { systemTimer } from '../../../src/conversations/system/system-timer.ts';
import { createAppCatalogue } from '../../../src/graph/create-app-catalogue.ts';
import { createChannelApplication } from '../../../src/identity/create-channel-application.ts';
import { createIdentity } from '../../../src/identity/create-identity.ts';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { createTraffic } from '../../../src/sandbox/server/traffic.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { botFrameworkAuthentication } from '../../../src/teams/channel/bot-framework-authentication.ts';
import { createChatMessages } from '../../../src/teams/channel/chat-messages.ts';
import { createConnectorClients } from '../../../src/teams/channel/connector-clients.ts';
import { createProactiveMessages } from '../../../src/teams/notices/create-proactive-messages.ts';
import { freePort } from '../../e2e/start-world.ts';
import { silentLog } from '../../storage/silent-log.ts';
import { createSqliteBench } from '../../storage/sqlite-bench.ts';
import type { StorageBench } from '../../storage/storage-bench.ts';
import { until } from '../../storage/until.ts';

const traffic = createTraffic();

/** Somebody is to be told something who never had Kickoff: Graph, Entra and the channel over HTTP, the real parts of the bot. */
describe('a notice for somebody without Kickoff, on the wire', () => {
  let sandbox: Sandbox;
  let bench: StorageBench;
  let endpoint: Server;
  /** What the bot's endpoint was told. */
  let told: string[];
  let tell: () => ReturnType<ReturnType<typeof createProactiveMessages>['toPerson']>;
  let removed: () => Promise<void>;
  let chatId: string;
  let benId: string;

  beforeEach(async () => {
    told = [];
    const port = await freePort();
    endpoint = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        // Whatever else comes by is not from the channel.
        if (request.url === '/api/messages' && body !== '')
          told.push((JSON.parse(body) as { type: string }).type);
        response.end();
      });
    }).listen(port, 'localhost');
    await once(endpoint, 'listening');
    traffic.clear();
    sandbox = await startSandbox({
      publicUrl: `http://localhost:${port}`,
      pagePort: 0,
      trust: true,
      traffic,
    });
    (AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear();
    bench = await createSqliteBench();
    const storage = await bench.open();
    const configuration = readConfiguration(sandbox.settings);
    const { endpoints, app, graph } = configuration;
    const isServiceUrlAllowed = allowServiceUrls(endpoints.serviceUrlHosts);
    const clients = createConnectorClients(
      botFrameworkAuthentication(configuration, createChannelApplication(configuration)),
      { appId: app.id, audience: endpoints.channelScope, isServiceUrlAllowed },
    );
    const { appTokens } = createIdentity({
      ...{ configuration, clock: systemClock, timer: systemTimer, ids: randomIds, log: silentLog },
      ...storage,
    });
    const installForPerson = createInstallForPerson({
      appTokens,
      catalogue: createAppCatalogue({
        endpoint: endpoints.graph,
        version: graph.version,
        manifestId: app.id,
      }),
      installs: storage.personInstalls,
      ...{ clock: systemClock, log: silentLog, count: () => {} },
    });
    const proactive = createProactiveMessages({
      ...{ clients, isServiceUrlAllowed, installForPerson, log: silentLog, timer: systemTimer },
      messages: createChatMessages(clients, systemTimer, { tries: 1 }),
      chats: storage.chats,
      reach: storage.reach,
      pace: storage.messagePace,
    });
    const ben = sandbox.tenant.people.find(({ displayName }) => displayName.startsWith('Ben'))!;
    const person = { tenantId: sandbox.tenant.id, objectId: ben.id };
    benId = ben.id;
    chatId = personalChatId(ben);
    const from: ReceiptPlace = {
      channelId: 'msteams',
      serviceUrl: sandbox.channel.serviceUrl(),
      tenantId: sandbox.tenant.id,
      chatId: 'elsewhere',
      chatType: 'personal',
      botId: sandbox.channel.botId,
    };
    tell = () => proactive.toPerson(person, from, { text: 'A notice' });
    removed = () => storage.personInstalls.removed(person);
  });
  afterEach(async () => {
    await sandbox.stop();
    await bench.dispose();
    endpoint.close();
  });

  const notices = () =>
    sandbox.channel.messages.list(chatId).filter(({ text }) => text === 'A notice').length;
  const posts = () => traffic.count({ service: 'graph', method: 'POST', path: /installedApps$/ });
  const fault = (status: number, when: 'before' | 'after') =>
    sandbox.faults.add({
      service: 'graph',
      method: 'POST',
      path: /installedApps$/,
      when,
      outcome: { status },
    });

  it('goes to them once it is installed, once, and the bot is told of the installation', async () => {
    sandbox.entra.consents.grantToApp();
    assert.equal((await tell()).kind, 'delivered');
    assert.equal((await tell()).kind, 'delivered');
    assert.deepEqual([notices(), posts()], [2, 1]);
    assert.deepEqual(await until(async () => (told.length === 2 ? told : undefined)), [
      'installationUpdate',
      'conversationUpdate',
    ]);
  });

  it('goes to them when they have it by the time it is asked for (409)', async () => {
    sandbox.entra.consents.grantToApp();
    const end = sandbox.faults.add({
      ...({ service: 'channel', method: 'POST', path: /conversations$/, when: 'before', times: 1 } as const),
      outcome: { status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'Not yet.' } } },
    });
    sandbox.channel.installations.install(benId);
    assert.equal((await tell()).kind, 'delivered');
    end();
    assert.equal(traffic.count({ service: 'graph', method: 'POST', status: 409 }), 1);
    assert.equal(notices(), 1);
  });

  it('waits when nobody knows whether it was installed, and goes once', async () => {
    sandbox.entra.consents.grantToApp();
    const end = fault(504, 'after');
    assert.deepEqual(await tell(), { kind: 'retry', afterMs: 60_000 });
    end();
    assert.equal((await tell()).kind, 'delivered', 'the chat can be made by now');
    assert.deepEqual([notices(), posts()], [1, 1]);
  });

  it('is not sent where no administrator allowed it, and nobody is asked for again at once', async () => {
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.equal(traffic.count({ service: 'graph' }), 1);
    assert.equal(notices(), 0);
  });

  it('is not sent to somebody for whom Graph refuses it, and they are not asked for again', async () => {
    sandbox.entra.consents.grantToApp();
    fault(403, 'before');
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.deepEqual([notices(), posts()], [0, 1]);
  });

  it('is not sent where the app is not in the catalogue', async () => {
    sandbox.entra.consents.grantToApp();
    sandbox.tenant.app.catalogueId = undefined;
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.equal(posts(), 0);
  });

  it('is not sent to somebody who has removed it, whether the bot heard of that or not', async () => {
    sandbox.entra.consents.grantToApp();
    await removed();
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.deepEqual([notices(), posts()], [0, 0]);
  });

  it('is not sent to somebody in whose chat it was, and is no longer', async () => {
    sandbox.entra.consents.grantToApp();
    sandbox.channel.installations.install(benId);
    assert.equal((await tell()).kind, 'delivered');
    sandbox.channel.installations.uninstall(benId);
    assert.deepEqual(await tell(), { kind: 'unreachable', reason: 'not-installed' });
    assert.deepEqual([notices(), posts()], [1, 0]);
  });
});
