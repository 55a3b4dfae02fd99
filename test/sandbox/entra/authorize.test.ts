import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { browseAuthorize, submit } from './browse-authorize.ts';
import { redirectUri, startEntra, type RunningEntra, type TokenReply } from './start-entra.ts';

describe('sandbox Entra: authorize page', () => {
  let running: RunningEntra;
  let time = new Date();
  const verifier = 'v'.repeat(43);

  beforeEach(async () => {
    time = new Date();
    running = await startEntra({ now: () => time });
  });
  afterEach(() => running.stop());

  function address(changes: Record<string, string | undefined> = {}): string {
    const fields = {
      client_id: running.tenant.app.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: `${running.cloud}/.default openid profile offline_access`,
      state: 'st&te',
      nonce: 'n0nce',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const given = Object.entries(fields).filter((each): each is [string, string] => each[1] !== undefined);
    return `${running.page}/${running.tenant.id}/oauth2/v2.0/authorize?${new URLSearchParams(given).toString()}`;
  }

  function redeem(code: string | null, changes: Record<string, string> = {}): Promise<TokenReply> {
    return running.token({
      grant_type: 'authorization_code',
      client_id: running.tenant.app.id,
      client_secret: running.tenant.app.secret,
      code: code ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...changes,
    });
  }

  it('lets a person pick, consent and come back with a code for tokens', async () => {
    const end = await browseAuthorize(address(), { personId: running.ada });
    assert.equal(`${end.origin}${end.pathname}`, redirectUri);
    assert.equal(end.searchParams.get('state'), 'st&te');
    assert.equal(running.entra.consents.granted(running.ada).length, 6);
    const reply = await redeem(end.searchParams.get('code'));
    assert.equal(reply.status, 200);
    assert.ok(reply.body['refresh_token']);
    const id = decodeJwt(String(reply.body['id_token']));
    assert.equal(id['nonce'], 'n0nce');
    assert.equal(id['oid'], running.ada);
    const again = await redeem(end.searchParams.get('code'));
    assert.deepEqual([again.body['error'], again.body['error_codes']], ['invalid_grant', [54005]]);
  });

  it('refuses codes with another verifier, redirect, or after ten minutes', async () => {
    running.entra.consents.grant(running.ada);
    const end = await browseAuthorize(address({ login_hint: 'ada@contoso.com' }), { personId: running.ada });
    const code = end.searchParams.get('code');
    assert.deepEqual((await redeem(code, { code_verifier: 'w'.repeat(43) })).body['error_codes'], [501481]);
    assert.deepEqual(
      (await redeem(code, { redirect_uri: 'http://localhost/x' })).body['error_codes'],
      [500112],
    );
    assert.deepEqual((await redeem('unknown')).body['error_codes'], [70000]);
    time = new Date(time.getTime() + 600_000);
    assert.deepEqual((await redeem(code)).body['error_codes'], [70008]);
  });

  it('says when the person declines, and grants nothing', async () => {
    const end = await browseAuthorize(address(), { personId: running.ada, decision: 'decline' });
    assert.equal(end.searchParams.get('error'), 'access_denied');
    assert.match(end.searchParams.get('error_description') ?? '', /^AADSTS65004/);
    assert.equal(end.searchParams.get('state'), 'st&te');
    assert.deepEqual(running.entra.consents.granted(running.ada), []);
  });

  it('lets nobody but an administrator agree where that is required', async () => {
    running.entra.consents.requireAdmin(['Group.ReadWrite.All']);
    const page = await fetch(address({ login_hint: running.ada }));
    const html = await page.text();
    assert.match(html, /Need admin approval/);
    const forced = await submit(address(), html, { decision: 'accept' });
    const end = new URL(forced.headers.get('location') ?? '');
    assert.match(end.searchParams.get('error_description') ?? '', /^AADSTS90094/);
    assert.deepEqual(running.entra.consents.granted(running.ada), []);
    running.entra.consents.grantForAll();
    const after = await browseAuthorize(address({ login_hint: running.ada }), { personId: running.ada });
    assert.ok(after.searchParams.has('code'));
  });

  it('honours prompt and login_hint', async () => {
    const none = async (hint?: string): Promise<string | null> => {
      const location = address({ prompt: 'none', login_hint: hint });
      return (await browseAuthorize(location, { personId: running.ada })).searchParams.get('error');
    };
    assert.equal(await none(), 'login_required');
    assert.equal(await none('ADA@contoso.com'), 'consent_required');
    running.entra.consents.grant(running.ada);
    assert.equal(await none('ADA@contoso.com'), null);
    const pick = await fetch(address({ prompt: 'select_account', login_hint: 'ada@contoso.com' }));
    assert.match(await pick.text(), /<h1>Pick an account/);
    const consent = await fetch(address({ prompt: 'consent', login_hint: 'ada@contoso.com' }));
    assert.match(await consent.text(), /<h1>Permissions requested/);
  });

  it('shows, and never redirects, what comes from an unknown client or address', async () => {
    for (const changes of [{ client_id: 'x' }, { redirect_uri: 'https://evil.example/' }]) {
      const response = await fetch(address(changes), { redirect: 'manual' });
      assert.equal(response.status, 400);
      assert.equal(response.headers.get('location'), null);
      assert.match(await response.text(), /AADSTS(700016|50011)/);
    }
  });

  it('requires PKCE with S256 and the code response', async () => {
    const refused = async (changes: Record<string, string | undefined>): Promise<string> => {
      const end = await browseAuthorize(address(changes), { personId: running.ada });
      return `${end.searchParams.get('error')} ${end.searchParams.get('error_description')?.slice(0, 13)}`;
    };
    assert.equal(await refused({ code_challenge: undefined }), 'invalid_request AADSTS9002325');
    assert.equal(await refused({ code_challenge_method: 'plain' }), 'invalid_request AADSTS9002325');
    assert.equal(await refused({ response_type: 'token' }), 'unsupported_response_type AADSTS700051:');
  });

  it('answers by fragment when asked, keeps pages out of frames, and closes a page once decided', async () => {
    const location = address({ response_mode: 'fragment', login_hint: running.ada });
    const page = await fetch(location);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /default-src 'none'.*form-action 'self' http:\/\/localhost:3978;.*frame-ancestors 'none'/,
    );
    const html = await page.text();
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
    const decided = await submit(location, html, { decision: 'accept' });
    const end = new URL(decided.headers.get('location') ?? '');
    assert.equal(end.search, '');
    assert.ok(new URLSearchParams(end.hash.slice(1)).has('code'));
    const again = await submit(location, html, { decision: 'accept' });
    assert.equal(again.status, 400);
    assert.match(await again.text(), /AADSTS165900/);
  });

  it('escapes names', async () => {
    const [first] = running.tenant.people;
    if (first) first.displayName = '<img src=x onerror="1">';
    const html = await (await fetch(address())).text();
    assert.ok(!html.includes('<img'));
    assert.ok(html.includes('&#60;img'));
  });
});
