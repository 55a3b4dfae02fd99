import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { adverseProfile } from '../../../src/sandbox/tenant/profile.ts';
import { startEntra, type RunningEntra, type TokenReply } from './start-entra.ts';

describe('sandbox Entra: token endpoint', () => {
  let running: RunningEntra;
  let time = new Date();
  const onBehalfOf = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
  };

  beforeEach(async () => {
    time = new Date();
    running = await startEntra({ now: () => time });
  });
  afterEach(() => running.stop());

  function client(): Record<string, string> {
    return { client_id: running.tenant.app.id, client_secret: running.tenant.app.secret };
  }

  async function exchange(more: Record<string, string> = {}): Promise<TokenReply> {
    const assertion = await running.entra.issueSsoToken(running.ada);
    const scope = `${running.cloud}/.default openid profile offline_access`;
    return running.token({ ...onBehalfOf, ...client(), assertion, scope, ...more });
  }

  function refused(
    reply: TokenReply,
    status: number,
    error: string,
    number: number,
    suberror?: string,
  ): void {
    assert.equal(reply.status, status);
    assert.equal(reply.body['error'], error);
    assert.deepEqual(reply.body['error_codes'], [number]);
    assert.equal(reply.body['suberror'], suberror);
    assert.match(String(reply.body['error_description']), new RegExp(`^AADSTS${number}: `));
    assert.match(String(reply.body['timestamp']), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
    assert.match(String(reply.body['trace_id']), /^[\da-f-]{36}$/);
    assert.match(String(reply.body['correlation_id']), /^[\da-f-]{36}$/);
    assert.equal(reply.headers.get('cache-control'), 'no-store');
  }

  it('issues app tokens for the scope’s resource, without scp', async () => {
    const scope = 'https://api.botframework.com/.default';
    const reply = await running.token({ grant_type: 'client_credentials', ...client(), scope });
    assert.equal(reply.status, 200);
    assert.equal(reply.body['token_type'], 'Bearer');
    const claims = await running.entra.verifyAccessToken(String(reply.body['access_token']), {
      audience: 'https://api.botframework.com',
    });
    assert.equal(claims['appid'], running.tenant.app.id);
    assert.equal(claims['scp'], undefined);
    assert.equal(claims.iss, `${running.cloud}/${running.tenant.id}/v2.0`);
  });

  it('issues the other app’s tokens for Kickoff with the roles that it was granted, and nothing else', async () => {
    const { app, apiClient } = running.tenant;
    const other = { client_id: apiClient.id, client_secret: apiClient.secret };
    const ask = (scope: string) => running.token({ grant_type: 'client_credentials', ...other, scope });
    const reply = await ask(`${app.ssoResource}/.default`);
    assert.equal(reply.status, 200);
    const verified = await running.entra.verifyAccessToken(String(reply.body['access_token']), {
      audience: app.id,
    });
    assert.partialDeepStrictEqual(verified, {
      azp: apiClient.id,
      oid: apiClient.principalId,
      roles: ['Notices.Send'],
    });
    assert.deepEqual([verified['scp'], verified['idtyp']], [undefined, undefined]);
    apiClient.appRoles = [];
    const bare = decodeJwt(String((await ask(`api://${app.id}/.default`)).body['access_token']));
    assert.equal('roles' in bare, false);
    refused(await ask(`${running.cloud}/.default`), 400, 'invalid_resource', 500011);
    refused(await ask('User.Read'), 400, 'invalid_scope', 1002012);
    const wrong = {
      ...other,
      client_secret: app.secret,
      grant_type: 'client_credentials',
      scope: 'x/.default',
    };
    refused(await running.token(wrong), 401, 'invalid_client', 7000215);
    refused(await running.token({ ...onBehalfOf, ...other }), 400, 'unauthorized_client', 700016);
  });

  it('takes the secret as HTTP Basic, form-encoded', async () => {
    running.tenant.app.secret = 'a:b+c %/ü';
    const encode = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2);
    const pair = `${encode(running.tenant.app.id)}:${encode(running.tenant.app.secret)}`;
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    const fields = { grant_type: 'client_credentials', scope: 'https://api.botframework.com/.default' };
    assert.equal((await running.token(fields, { authorization })).status, 200);
    const wrong = `Basic ${Buffer.from(`${running.tenant.app.id}:no`).toString('base64')}`;
    refused(await running.token(fields, { authorization: wrong }), 401, 'invalid_client', 7000215);
  });

  it('refuses bad clients, grants, scopes and tenants as Entra does', async () => {
    const fields = { grant_type: 'client_credentials', scope: 'https://api.botframework.com/.default' };
    const ok = { ...fields, ...client() };
    refused(await running.token({ ...ok, client_secret: 'no' }), 401, 'invalid_client', 7000215);
    refused(
      await running.token({ ...fields, client_id: running.tenant.app.id }),
      401,
      'invalid_client',
      7000218,
    );
    refused(await running.token({ ...ok, client_id: randomUUID() }), 400, 'unauthorized_client', 700016);
    refused(await running.token({ ...ok, grant_type: 'password' }), 400, 'unsupported_grant_type', 70003);
    refused(
      await running.token({ ...ok, scope: 'https://nowhere/.default' }),
      400,
      'invalid_resource',
      500011,
    );
    refused(await running.token({ ...ok, scope: 'User.Read' }), 400, 'invalid_scope', 1002012);
    refused(await running.token({ ...ok, scope: '' }), 400, 'invalid_request', 900144);
    const elsewhere = await fetch(`${running.cloud}/${randomUUID()}/oauth2/v2.0/token`, { method: 'POST' });
    assert.equal(elsewhere.status, 400);
    assert.deepEqual(((await elsewhere.json()) as TokenReply['body'])['error_codes'], [90002]);
  });

  it('exchanges a person’s token on behalf of the person, once consent is there', async () => {
    refused(await exchange(), 400, 'invalid_grant', 65001, 'consent_required');
    running.entra.consents.grant(running.ada);
    const reply = await exchange();
    assert.equal(reply.status, 200);
    const token = String(reply.body['access_token']);
    const claims = await running.entra.verifyAccessToken(token, { audience: running.cloud });
    assert.equal(claims['oid'], running.ada);
    assert.equal(claims['tid'], running.tenant.id);
    assert.equal(
      claims['scp'],
      'User.Read User.ReadBasic.All GroupMember.Read.All Group-Conversation.ReadWrite.All Group.ReadWrite.All Group.Read.All',
    );
    assert.ok(String(reply.body['scope']).split(' ').includes(`${running.cloud}/.default`));
    assert.ok(reply.body['refresh_token']);
    assert.equal(decodeJwt(String(reply.body['id_token'])).aud, running.tenant.app.id);
    const info = JSON.parse(Buffer.from(String(reply.body['client_info']), 'base64url').toString());
    assert.deepEqual(info, { uid: running.ada, utid: running.tenant.id });
    refused(await exchangeFor(running.ben), 400, 'invalid_grant', 65001, 'consent_required');
  });

  async function exchangeFor(personId: string, scope = `${running.cloud}/.default`): Promise<TokenReply> {
    return exchange({ assertion: await running.entra.issueSsoToken(personId), scope });
  }

  it('knows bare and full names, an administrator’s consent, and what was withdrawn', async () => {
    const { consents } = running.entra;
    consents.grant(running.ada, ['User.Read']);
    consents.grantForAll(['Group.ReadWrite.All']);
    const bare = await exchangeFor(running.ada, 'Group.ReadWrite.All');
    assert.equal(bare.body['scope'], 'User.Read Group.ReadWrite.All');
    const full = await exchangeFor(running.ben, `${running.cloud}/Group.ReadWrite.All`);
    assert.equal(full.body['scope'], `${running.cloud}/Group.ReadWrite.All`);
    refused(await exchangeFor(running.ben, 'User.Read'), 400, 'invalid_grant', 65001, 'consent_required');
    refused(await exchangeFor(running.ada, 'Mail.Send'), 400, 'invalid_client', 650053);
    refused(await exchangeFor(running.ada, `User.Read https://x/y`), 400, 'invalid_scope', 28000);
    consents.withdraw(running.ada);
    refused(await exchangeFor(running.ada, 'User.Read'), 400, 'invalid_grant', 65001, 'consent_required');
    consents.withdrawForAll();
    refused(await exchangeFor(running.ben), 400, 'invalid_grant', 65001, 'consent_required');
  });

  it('takes assertions for the app id and the SSO resource only', async () => {
    running.entra.consents.grant(running.ada);
    const byId = await running.entra.issueSsoToken(running.ada, { audience: 'app-id' });
    assert.equal((await exchange({ assertion: byId })).status, 200);
    const graph = String((await exchange()).body['access_token']);
    refused(await exchange({ assertion: graph }), 400, 'invalid_grant', 500131);
    const scope = `${running.tenant.app.id}/.default`;
    const app = await running.token({ grant_type: 'client_credentials', ...client(), scope });
    const assertion = String(app.body['access_token']);
    refused(await exchange({ assertion }), 400, 'invalid_request', 7000114);
  });

  it('refuses expired, foreign, unsigned and malformed assertions', async () => {
    running.entra.consents.grant(running.ada);
    const good = await running.entra.issueSsoToken(running.ada);
    const { privateKey } = await generateKeyPair('RS256');
    const header = { alg: 'RS256', kid: decodeProtectedHeader(good).kid ?? '' };
    const forged = await new SignJWT(decodeJwt(good)).setProtectedHeader(header).sign(privateKey);
    refused(await exchange({ assertion: forged }), 400, 'invalid_grant', 50013);
    const unsigned = new UnsecuredJWT(decodeJwt(good)).encode();
    assert.equal((await exchange({ assertion: unsigned })).status, 400);
    refused(await exchange({ assertion: 'not a token' }), 400, 'invalid_request', 50027);
    refused(await exchange({ requested_token_use: 'x' }), 400, 'invalid_request', 900144);
    time = new Date(time.getTime() + 3_600_000);
    refused(await exchange({ assertion: good }), 400, 'invalid_grant', 500133);
  });

  it('refreshes until consent is withdrawn, the grant is revoked, or 90 days passed', async () => {
    running.entra.consents.grant(running.ada);
    const first = await exchange();
    const refresh = (): Promise<TokenReply> =>
      running.token({
        grant_type: 'refresh_token',
        ...client(),
        refresh_token: String(first.body['refresh_token']),
        scope: `${running.cloud}/.default`,
      });
    time = new Date(time.getTime() + 8 * 3_600_000);
    const second = await refresh();
    assert.equal(second.status, 200);
    assert.ok(second.body['refresh_token']);
    const claims = await running.entra.verifyAccessToken(String(second.body['access_token']), {
      audience: running.cloud,
    });
    assert.equal(claims['oid'], running.ada);
    running.entra.consents.withdraw(running.ada);
    refused(await refresh(), 400, 'invalid_grant', 65001, 'consent_required');
    running.entra.consents.grant(running.ada);
    time = new Date(time.getTime() + 90 * 86_400_000);
    refused(await refresh(), 400, 'invalid_grant', 700082, 'bad_token');
    running.entra.revoke(running.ada);
    refused(await refresh(), 400, 'invalid_grant', 50173, 'bad_token');
    const unknown = { grant_type: 'refresh_token', ...client(), refresh_token: 'x' };
    refused(await running.token(unknown), 400, 'invalid_grant', 9002313);
  });

  it('hands no refresh token to on-behalf-of where the tenant profile says so', async () => {
    running.entra.consents.grant(running.ada);
    Object.assign(running.profile, adverseProfile);
    const reply = await exchange();
    assert.equal(reply.status, 200);
    assert.equal(reply.body['refresh_token'], undefined);
  });
});
