import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Person } from '../../src/conversations/person.ts';
import { systemClock } from '../../src/conversations/system/system-clock.ts';
import { createIdentity } from '../../src/identity/create-identity.ts';
import type { IdentityConfiguration } from '../../src/identity/identity-configuration.ts';
import { sharedCertificates } from '../sandbox/channel/shared-certificates.ts';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

const appId = '0b07ab1e-2222-4ccc-8ddd-000000000002';
const home = '5c0ffee0-1111-4aaa-8bbb-000000000001';
const partner = '5c0ffee0-1111-4aaa-8bbb-000000000002';
const stranger = '5c0ffee0-1111-4aaa-8bbb-000000000003';
/** The same object id everywhere: only the tenant tells these people apart. */
const objectId = 'aaaaaaaa-0000-4000-8000-00000000000a';
const chatId = 'a:chat';

/** One authority with several tenants, each with documents and keys of its own, that grants what it is asked for. */
describe('identity: people of several tenants', () => {
  let entra: Server;
  let origin: string;
  const keys = new Map<string, { publicKey: CryptoKey; privateKey: CryptoKey }>();
  let asked: string[];
  let ports: MemoryPorts;
  let identity: ReturnType<typeof createIdentity>;

  before(async () => {
    for (const tenant of [home, partner, stranger]) keys.set(tenant, await generateKeyPair('RS256'));
    const { privateKey: key, certificate: cert } = await sharedCertificates();
    entra = createServer({ key, cert }, (request, response) => {
      const [, tenant = '', ...rest] = (request.url ?? '').split('?')[0]!.split('/');
      asked.push(`${tenant} ${rest.at(-1) ?? ''}`);
      void answer(tenant, rest.at(-1) ?? '').then((body) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((listening) => entra.listen(0, 'localhost', listening));
    origin = `https://localhost:${(entra.address() as AddressInfo).port}`;
  });
  after(() => {
    entra.close();
    entra.closeAllConnections();
  });
  beforeEach(() => {
    asked = [];
    ports = createMemoryPorts();
    identity = identityFor([home, partner]);
  });

  async function answer(tenant: string, path: string): Promise<object> {
    const authority = `${origin}/${tenant}`;
    if (path === 'openid-configuration')
      return {
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${authority}/authorize`,
        token_endpoint: `${authority}/token`,
        jwks_uri: `${authority}/keys`,
      };
    if (path === 'keys') {
      const jwk = await exportJWK(keys.get(tenant)!.publicKey);
      return { keys: [{ ...jwk, kid: tenant, use: 'sig', alg: 'RS256' }] };
    }
    return {
      token_type: 'Bearer',
      expires_in: 3600,
      scope: `${origin}/User.Read ${origin}/.default`,
      access_token: `graph token of ${tenant}`,
      id_token: await sign(tenant, { aud: appId }),
      client_info: Buffer.from(JSON.stringify({ uid: objectId, utid: tenant })).toString('base64url'),
    };
  }

  function identityFor(tenants: string[]) {
    const configuration: IdentityConfiguration = {
      app: { id: appId, tenantId: home, credential: { kind: 'secret', secret: 'secret' } },
      allowedTenants: new Set(tenants),
      cloud: 'public',
      ssoResource: `api://bot.example/botid-${appId}`,
      server: { publicUrl: 'https://bot.example' },
      endpoints: { entraAuthority: origin, graph: origin },
      graph: { scopes: ['.default'] },
    };
    return createIdentity({ ...ports, configuration, clock: systemClock });
  }

  const of = (tenantId: string): Person => ({ tenantId, objectId });

  function sign(tenant: string, changes: JWTPayload = {}, key = tenant): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: `${origin}/${tenant}/v2.0`, aud: appId, tid: tenant, oid: objectId, sub: objectId },
      ...{ scp: 'access_as_user', ver: '2.0', nbf: now - 10, exp: now + 3600, iat: now - 10 },
      ...changes,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key })
      .sign(keys.get(key)!.privateKey);
  }

  async function exchange(person: Person, token: string, by = identity) {
    const { exchangeId } = await by.signIn.offer(person, chatId);
    return by.signIn.exchange({ person, chatId, exchangeId, token });
  }

  it('are signed in by their own tenant each, and kept apart', async () => {
    for (const tenant of [home, partner]) {
      assert.equal((await exchange(of(tenant), await sign(tenant))).kind, 'signed-in');
      const answered = await identity.tokens.graphToken(of(tenant));
      assert.ok(answered.kind === 'token' && answered.token === `graph token of ${tenant}`);
      assert.deepEqual(answered.granted, ['User.Read']);
    }
    assert.equal(ports.partitions.held.size, 2);
    assert.deepEqual(
      asked.filter((each) => each.endsWith('token')),
      [`${home} token`, `${partner} token`],
    );
    await identity.signIn.signOut(of(partner));
    assert.equal((await identity.tokens.graphToken(of(home))).kind, 'token');
    assert.equal((await identity.tokens.graphToken(of(partner))).kind, 'sign-in');
  });

  const wrong: Record<string, [person: string, token: () => Promise<string>]> = {
    'the token of one for the other': [partner, () => sign(home)],
    'a token that names one and is signed by the other': [partner, () => sign(partner, {}, home)],
    'a token of a tenant that is not allowed': [home, () => sign(stranger)],
    'somebody of a tenant that is not allowed': [stranger, () => sign(stranger)],
  };
  for (const [what, [tenant, token]] of Object.entries(wrong)) {
    it(`takes nothing from ${what}`, async () => {
      assert.equal((await exchange(of(tenant), await token())).kind, 'rejected');
      assert.equal(ports.partitions.held.size, 0);
      assert.ok(!asked.some((each) => each.endsWith('token') || each.startsWith(stranger)));
      assert.doesNotMatch(ports.log.text(), /eyJ/);
    });
  }

  it('are refused once their tenant is off the list, whatever is kept of them', async () => {
    await exchange(of(partner), await sign(partner));
    const { exchangeId } = await identity.signIn.offer(of(partner), chatId);
    const narrower = identityFor([home]);
    const late = await narrower.tokens.graphToken(of(partner));
    assert.ok(late.kind === 'sign-in' && late.error.code === 'TENANT_NOT_ALLOWED');
    const start = await narrower.signIn.startAuthorization(exchangeId);
    assert.ok(start.kind === 'refused' && start.error.code === 'TENANT_NOT_ALLOWED');
    const again = await exchange(of(partner), await sign(partner), narrower);
    assert.ok(again.kind === 'rejected' && again.error.code === 'TENANT_NOT_ALLOWED');
  });
});
