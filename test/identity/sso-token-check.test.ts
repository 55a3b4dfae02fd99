import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Server } from 'restify';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import type { Person } from '../../src/conversations/person.ts';
import type { IdentityConfiguration } from '../../src/identity/identity-configuration.ts';
import { createSsoTokenCheck, type SsoTokenCheck } from '../../src/identity/sso-token-check.ts';
import { createTenantDocuments } from '../../src/identity/tenant-documents.ts';
import { createCloudServer } from '../../src/sandbox/server/create-cloud-server.ts';
import { listen } from '../../src/sandbox/server/listen.ts';
import { sharedCertificates } from '../sandbox/channel/shared-certificates.ts';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

/** Keys and tokens made here, so that each claim can be wrong by itself under a right signature. */
describe('identity: single sign-on token check', () => {
  const tenantId = '5c0ffee0-1111-4aaa-8bbb-000000000001';
  const person: Person = { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-00000000000a' };
  const appId = '0b07ab1e-2222-4ccc-8ddd-000000000002';
  let server: Server;
  let origin: string;
  let pair: { publicKey: CryptoKey; privateKey: CryptoKey };
  let published: object[];
  let reads: string[];
  let failing: boolean;
  let now: Date;
  let ports: MemoryPorts;
  let check: SsoTokenCheck;

  before(async () => {
    pair = await generateKeyPair('RS256', { extractable: true });
  });

  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00Z');
    published = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', use: 'sig', alg: 'RS256' }];
    reads = [];
    failing = false;
    server = createCloudServer(await sharedCertificates());
    server.pre((request, response, next) => {
      reads.push(request.path());
      if (!failing) return next();
      response.send(503, {});
      return next(false);
    });
    server.get('/:tenant/v2.0/.well-known/openid-configuration', (_request, response, next) => {
      const authority = `${origin}/${tenantId}`;
      response.send(200, {
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${authority}/authorize`,
        token_endpoint: `${authority}/token`,
        jwks_uri: `${authority}/keys`,
      });
      return next();
    });
    server.get('/:tenant/keys', (_request, response, next) => {
      response.send(200, { keys: published });
      return next();
    });
    origin = await listen(server, 0);
    ports = createMemoryPorts();
    check = checkWith({});
  });

  afterEach(async () => {
    assert.doesNotMatch(ports.log.text(), /eyJ/);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.server.closeAllConnections();
    });
  });

  function checkWith(changes: Partial<IdentityConfiguration>): SsoTokenCheck {
    const clock = { now: () => now };
    const configuration: IdentityConfiguration = {
      app: { id: appId, tenantId, credential: { kind: 'secret', secret: 'unused' } },
      allowedTenants: new Set([tenantId]),
      cloud: 'public',
      ssoResource: `api://bot.example/botid-${appId}`,
      server: { publicUrl: 'https://bot.example' },
      endpoints: { entraAuthority: origin, graph: 'https://graph.microsoft.com' },
      graph: { scopes: ['.default'] },
      ...changes,
    };
    const documents = createTenantDocuments({ authority: `${origin}/${tenantId}`, clock, deadlineMs: 2000 });
    return createSsoTokenCheck({ configuration, documentsOf: () => documents, clock, log: ports.log });
  }

  function claims(changes: JWTPayload = {}): JWTPayload {
    const seconds = now.getTime() / 1000;
    return {
      iss: `${origin}/${tenantId}/v2.0`,
      aud: appId,
      tid: tenantId,
      oid: person.objectId,
      scp: 'access_as_user',
      nbf: seconds,
      exp: seconds + 3600,
      ...changes,
    };
  }

  function sign(changes: JWTPayload = {}, kid = 'one', key = pair.privateKey): Promise<string> {
    return new SignJWT(claims(changes)).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
  }

  async function outcome(token: string, who = person): Promise<string> {
    try {
      await check(token, who);
      return 'accepted';
    } catch (error) {
      assert.ok(error instanceof CodedError);
      assert.doesNotMatch(`${error.message} ${error.says} ${error.next}`, /eyJ/);
      return `${error.code}: ${error.message}`;
    }
  }

  it('accepts the person’s token for the app id and for the SSO resource', async () => {
    assert.equal(await outcome(await sign()), 'accepted');
    assert.equal(await outcome(await sign({ aud: `api://bot.example/botid-${appId}` })), 'accepted');
    assert.equal(await outcome(await sign({ scp: 'other access_as_user' })), 'accepted');
  });

  it('refuses each claim that is wrong, and logs which', async () => {
    const other = 'bbbbbbbb-0000-4000-8000-00000000000b';
    const seconds = now.getTime() / 1000;
    const cases: [string, JWTPayload][] = [
      ['claim aud (check_failed)', { aud: 'https://graph.microsoft.com' }],
      ['claim aud (missing)', { aud: undefined }],
      ['several audiences', { aud: [appId, 'https://graph.microsoft.com'] }],
      ['claim iss (check_failed)', { iss: `${origin}/${other}/v2.0` }],
      ['claim iss (check_failed)', { iss: `https://sts.windows.net/${tenantId}/` }],
      ['claim iss (check_failed)', { iss: 'https://login.microsoftonline.com/common/v2.0' }],
      ['claim exp (missing)', { exp: undefined }],
      ['expired', { exp: seconds - 301 }],
      ['claim nbf (check_failed)', { nbf: seconds + 301 }],
      ['another person', { oid: other }],
      ['another person', { oid: undefined }],
      ['another tenant', { tid: undefined }],
      ['scope access_as_user is missing', { scp: undefined }],
      ['scope access_as_user is missing', { scp: 'User.Read' }],
      ['scope access_as_user is missing', { scp: 'access_as_user_not' }],
    ];
    for (const [reason, changes] of cases) {
      assert.equal(await outcome(await sign(changes)), `SIGN_IN_REJECTED: ${reason}`);
      const line = ports.log.lines.at(-1);
      assert.equal(line?.message, `single sign-on token refused: ${reason}`);
      assert.equal(line?.fields.person, person.objectId);
    }
  });

  it('allows five minutes of skew', async () => {
    const seconds = now.getTime() / 1000;
    assert.equal(await outcome(await sign({ exp: seconds - 290 })), 'accepted');
    assert.equal(await outcome(await sign({ nbf: seconds + 290 })), 'accepted');
  });

  it('refuses other keys and algorithms, and what is no token', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    assert.equal(await outcome(await sign({}, 'one', privateKey)), 'SIGN_IN_REJECTED: signature');
    const unsigned = new UnsecuredJWT(claims()).encode();
    assert.match(await outcome(unsigned), /^SIGN_IN_REJECTED: (algorithm|ERR_JWS_INVALID)/);
    const symmetric = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(new TextEncoder().encode(JSON.stringify(published[0])));
    assert.equal(await outcome(symmetric), 'SIGN_IN_REJECTED: algorithm');
    assert.equal(await outcome('not.a.token'), 'SIGN_IN_REJECTED: not a token');
    assert.equal(await outcome(''), 'SIGN_IN_REJECTED: not a token');
  });

  it('refuses tenants that are not allowed before it asks for their keys', async () => {
    const elsewhere = 'cccccccc-1111-4aaa-8bbb-000000000009';
    const stranger = { tenantId: elsewhere, objectId: person.objectId };
    const reason = 'TENANT_NOT_ALLOWED: the tenant is not in ALLOWED_TENANTS';
    assert.equal(await outcome(await sign(), stranger), reason);
    assert.equal(await outcome(await sign({ tid: elsewhere })), reason);
    assert.deepEqual(reads, []);
  });

  it('accepts version 1 issuers for Microsoft’s public authority only', async () => {
    const v1 = { iss: `https://sts.windows.net/${tenantId}/`, aud: `api://bot.example/botid-${appId}` };
    const endpoints = { graph: 'https://graph.microsoft.com' };
    const authority = { entraAuthority: 'https://login.microsoftonline.com' };
    check = checkWith({ endpoints: { ...endpoints, ...authority } });
    assert.equal(await outcome(await sign(v1)), 'accepted');
    check = checkWith({ endpoints: { ...endpoints, ...authority }, cloud: 'usgov' });
    assert.match(await outcome(await sign(v1)), /^SIGN_IN_REJECTED: claim iss/);
  });

  it('looks for an unknown key once a minute, in one flight', async () => {
    assert.equal(await outcome(await sign()), 'accepted');
    const next = await generateKeyPair('RS256', { extractable: true });
    const token = await sign({}, 'two', next.privateKey);
    const keyReads = (): number => reads.filter((path) => path.endsWith('/keys')).length;
    assert.equal(keyReads(), 1);
    assert.equal(await outcome(token), 'SIGN_IN_REJECTED: unknown key');
    assert.equal(keyReads(), 1, 'the keys were read a moment ago');

    published.push({ ...(await exportJWK(next.publicKey)), kid: 'two', use: 'sig', alg: 'RS256' });
    now = new Date(now.getTime() + 60_000);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => outcome(token)));
    assert.deepEqual(outcomes, ['accepted', 'accepted', 'accepted', 'accepted']);
    assert.equal(keyReads(), 2);

    const forged = await sign({}, 'three', next.privateKey);
    for (let i = 0; i < 5; i++) assert.equal(await outcome(forged), 'SIGN_IN_REJECTED: unknown key');
    assert.equal(keyReads(), 2);
  });

  it('keeps the keys it has while Entra cannot be read, and says so when it has none', async () => {
    failing = true;
    assert.match(await outcome(await sign()), /^SIGN_IN_UNAVAILABLE/);
    failing = false;
    assert.equal(await outcome(await sign()), 'accepted');
    failing = true;
    now = new Date(now.getTime() + 25 * 3_600_000);
    assert.equal(await outcome(await sign()), 'accepted');
    const before = reads.length;
    assert.equal(await outcome(await sign()), 'accepted');
    assert.equal(reads.length, before, 'tried again only after a minute');
    failing = false;
    published.length = 0;
    published.push({ ...(await exportJWK(pair.publicKey)), kid: 'new', use: 'sig', alg: 'RS256' });
    now = new Date(now.getTime() + 60_000);
    assert.equal(await outcome(await sign()), 'SIGN_IN_REJECTED: unknown key');
  });
});
