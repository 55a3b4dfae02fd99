import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { startEntra, type RunningEntra } from './start-entra.ts';

describe('sandbox Entra: metadata and keys', () => {
  let running: RunningEntra;
  beforeEach(async () => {
    running = await startEntra();
  });
  afterEach(() => running.stop());

  it('publishes a discovery document whose keys verify its tokens', async () => {
    const response = await fetch(
      `${running.cloud}/${running.tenant.id}/v2.0/.well-known/openid-configuration`,
    );
    const metadata = (await response.json()) as Record<string, string>;
    assert.equal(metadata['issuer'], `${running.cloud}/${running.tenant.id}/v2.0`);
    assert.ok(metadata['authorization_endpoint']?.startsWith(running.page));
    const token = await running.entra.issueSsoToken(running.ada);
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata['jwks_uri'] ?? '')), {
      issuer: metadata['issuer'] ?? '',
      audience: running.tenant.app.ssoResource,
    });
    assert.equal(payload['oid'], running.ada);
    assert.equal(payload['scp'], 'access_as_user');
    assert.equal(payload['preferred_username'], 'ada@contoso.com');
  });

  it('answers under the tenant’s domain too, and 400 for other tenants', async () => {
    const keys = await fetch(`${running.cloud}/contoso.com/discovery/v2.0/keys`);
    assert.equal(keys.status, 200);
    const [key] = ((await keys.json()) as { keys: Record<string, string>[] }).keys;
    assert.deepEqual([key?.['kty'], key?.['use'], key?.['d']], ['RSA', 'sig', undefined]);
    const other = await fetch(`${running.cloud}/${randomUUID()}/discovery/v2.0/keys`);
    assert.equal(other.status, 400);
  });

  it('rolls keys over and still verifies what the earlier key signed', async () => {
    const before = await running.entra.issueSsoToken(running.ada);
    await running.entra.rotateKey();
    const after = await running.entra.issueSsoToken(running.ada);
    assert.notEqual(decodeProtectedHeader(before).kid, decodeProtectedHeader(after).kid);
    const audience = running.tenant.app.ssoResource;
    await running.entra.verifyAccessToken(before, { audience });
    await running.entra.verifyAccessToken(after, { audience });
    await assert.rejects(running.entra.verifyAccessToken(after, { audience: running.cloud }), {
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    });
  });
});
