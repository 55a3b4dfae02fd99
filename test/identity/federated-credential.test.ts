import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FederatedCredential } from '../../src/config/configuration.ts';
import { createChannelApplication } from '../../src/identity/create-channel-application.ts';
import { startManagedIdentity } from './managed-identity.ts';
import { assertNoSecretLogged, startWorld, tokenCalls, type World } from './start-world.ts';

const audience = 'api://AzureADTokenExchange';

describe('identity: federated credential', () => {
  const principalId = randomUUID();
  let world: World;
  let folder: string;

  before(async () => (folder = await mkdtemp(join(tmpdir(), 'kickoff-federated-'))));
  after(() => rm(folder, { recursive: true, force: true }));
  afterEach(async () => {
    assertNoSecretLogged(world);
    await world.stop();
  });

  /** A world whose app trusts the identity, and proves itself by a token from there alone. */
  async function begin(source: FederatedCredential['source']): Promise<void> {
    world = await startWorld({ credential: { kind: 'federated', audience, source } });
    const { tenant, cloud, entra } = world.running;
    tenant.app.federatedCredentials.push({
      issuer: `${cloud}/${tenant.id}/v2.0`,
      subject: principalId,
      audience,
    });
    entra.consents.grant(world.ada.objectId);
  }

  const issue = (changes: { principalId?: string; audience?: string } = {}) =>
    world.running.entra.issueManagedIdentityToken({ principalId, audience, ...changes });

  describe('from a file', () => {
    let path: string;
    beforeEach(async () => {
      path = join(folder, randomUUID());
      await begin({ kind: 'file', path });
    });

    it('gets Graph tokens, and the bot’s own for the channel, reading the file anew', async () => {
      await writeFile(path, `${await issue()}\n`);
      assert.equal((await world.exchange(world.ada)).kind, 'signed-in');
      await writeFile(path, await issue());
      const renewed = await world.tokens.graphToken(world.ada, { renew: true });
      assert.equal(renewed.kind, 'token');
      const { app, endpoints } = world.configuration;
      const channel = createChannelApplication({
        app,
        endpoints: { channelLogin: `${endpoints.entraAuthority}/${app.tenantId}` },
      });
      const scopes = ['https://api.botframework.com/.default'];
      const result = await channel.acquireTokenByClientCredential({ scopes });
      const audience = 'https://api.botframework.com';
      await world.running.entra.verifyAccessToken(result?.accessToken ?? '', { audience });
    });

    it('is not read for a token that is kept', async () => {
      await writeFile(path, await issue());
      await world.exchange(world.ada);
      await rm(path);
      assert.equal((await world.tokens.graphToken(world.ada)).kind, 'token');
    });

    it('asks Entra for nothing without it, and tells the operator', async () => {
      for (const contents of [undefined, '']) {
        if (contents !== undefined) await writeFile(path, contents);
        const answer = await world.exchange(world.ada);
        assert.ok(answer.kind === 'wait' && answer.error.code === 'REGISTRATION_REFUSED');
        assert.ok(answer.until.getTime() - Date.now() > 200_000);
      }
      assert.equal(tokenCalls(world), 0);
      assert.ok(world.log.lines.some(({ level }) => level === 'error'));
      assert.match(world.log.text(), /assertion could not be read \(file\)/);
    });

    for (const [what, changes, number] of [
      ['another identity', { principalId: randomUUID() }, 700213],
      ['another audience', { audience: 'api://elsewhere' }, 700212],
    ] as const) {
      it(`is refused for ${what}`, async () => {
        await writeFile(path, await issue(changes));
        const answer = await world.exchange(world.ada);
        assert.ok(answer.kind === 'wait' && answer.error.code === 'REGISTRATION_REFUSED');
        assert.match(world.log.text(), new RegExp(`AADSTS${number}`));
      });
    }

    it('is refused from an issuer that nobody registered, expired, or forged', async () => {
      const good = await issue();
      const [header, , signature] = good.split('.');
      const claims = { iss: world.running.tenant.id, sub: principalId, aud: audience };
      const foreign = Buffer.from(JSON.stringify(claims)).toString('base64url');
      const { issuer } = world.running.tenant.app.federatedCredentials[0]!;
      const forged = Buffer.from(JSON.stringify({ ...claims, iss: issuer })).toString('base64url');
      const { entra } = world.running;
      for (const [token, number] of [
        [`${header}.${foreign}.${signature}`, 700211],
        [await entra.issueManagedIdentityToken({ principalId, audience }, { lifetimeSeconds: -1 }), 700024],
        [`${header}.${forged}.${signature}`, 700027],
      ] as const) {
        await writeFile(path, token);
        const answer = await world.exchange(world.ada);
        assert.ok(answer.kind === 'wait' && answer.error.code === 'REGISTRATION_REFUSED');
        assert.match(world.log.text(), new RegExp(`AADSTS${number}\\b`));
      }
    });
  });

  describe('from a managed identity of App Service', () => {
    const clientId = randomUUID();
    const secret = 'secret-of-the-machine';
    let handOut: () => Promise<string | undefined>;
    let identity: Awaited<ReturnType<typeof startManagedIdentity>>;
    const names = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;
    const environment = names.map((name) => [name, process.env[name]] as const);

    beforeEach(async () => {
      handOut = () => issue();
      identity = await startManagedIdentity(() => handOut());
      // The platform sets these, and MSAL reads them where they are.
      process.env['IDENTITY_ENDPOINT'] = `${identity.origin}/msi/token`;
      process.env['IDENTITY_HEADER'] = secret;
      await begin({ kind: 'managed-identity', clientId });
    });
    afterEach(async () => {
      await identity.stop();
      for (const [name, value] of environment) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    });

    it('says that there is none when the identity is not assigned, then goes on with it', async () => {
      handOut = async () => undefined;
      const refused = await world.exchange(world.ada);
      assert.ok(refused.kind === 'wait' && refused.error.code === 'REGISTRATION_REFUSED');
      assert.ok(!world.log.text().includes(secret));
      identity.requests.splice(0);

      handOut = () => issue();
      assert.equal((await world.exchange(world.ada)).kind, 'signed-in');
      const [request] = identity.requests;
      assert.equal(request?.path, '/msi/token');
      assert.equal(request.headers['x-identity-header'], secret);
      assert.equal(request.query['resource'], audience);
      assert.equal(request.query['client_id'], clientId);
      assert.equal((await world.tokens.graphToken(world.ada, { renew: true })).kind, 'token');
      assert.equal(identity.requests.length, 1, 'MSAL keeps the identity’s token');
    });
  });
});
