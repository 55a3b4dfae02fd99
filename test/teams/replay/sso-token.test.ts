import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { sharedCertificates } from '../../sandbox/channel/shared-certificates.ts';
import { startBot, type Bot } from './start-bot.ts';

/** An Entra of this test's own, whose keys are here and whose token endpoint only counts who asks. */
describe('the token of single sign-on', () => {
  let bot: Bot;
  let entra: Server;
  let origin: string;
  let ours: { publicKey: CryptoKey; privateKey: CryptoKey };
  let theirs: CryptoKey;
  let asked: string[];
  before(async () => {
    ours = await generateKeyPair('RS256');
    theirs = (await generateKeyPair('RS256')).privateKey;
    const published = { ...(await exportJWK(ours.publicKey)), kid: 'ours', use: 'sig', alg: 'RS256' };
    const certificates = await sharedCertificates();
    entra = createServer(
      { key: certificates.privateKey, cert: certificates.certificate },
      (request, response) => {
        const authority = `${origin}/${bot.sandbox.tenant.id}`;
        const path = request.url ?? '';
        response.setHeader('Content-Type', 'application/json');
        if (path.endsWith('/openid-configuration')) {
          const metadata = {
            issuer: `${authority}/v2.0`,
            authorization_endpoint: `${authority}/authorize`,
            token_endpoint: `${authority}/token`,
            jwks_uri: `${authority}/keys`,
          };
          response.end(JSON.stringify(metadata));
        } else if (path.endsWith('/keys')) response.end(JSON.stringify({ keys: [published] }));
        else {
          asked.push(path.split('?')[0] ?? '');
          response.statusCode = 400;
          response.end(
            JSON.stringify({ error: 'invalid_grant', error_description: 'AADSTS65001: no consent' }),
          );
        }
      },
    );
    await new Promise<void>((listening) => entra.listen(0, 'localhost', listening));
    origin = `https://localhost:${(entra.address() as AddressInfo).port}`;
    bot = await startBot(() => ({ ENTRA_AUTHORITY: origin }));
  });
  after(async () => {
    await bot.stop();
    entra.close();
    entra.closeAllConnections();
  });
  beforeEach(() => (asked = []));

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (): JWTPayload => ({
    iss: `${origin}/${bot.sandbox.tenant.id}/v2.0`,
    aud: bot.sandbox.tenant.app.ssoResource,
    tid: bot.sandbox.tenant.id,
    oid: bot.person('Ada').id,
    scp: 'access_as_user',
    nbf: now() - 10,
    exp: now() + 600,
  });
  const sign = (payload: JWTPayload, key = ours.privateKey, kid = 'ours') =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);

  async function exchange(token: string) {
    const id = await bot.askForSignIn('Ada');
    const value = { id, connectionName: '', token };
    return bot.deliver(bot.activities.invoke(bot.person('Ada'), 'signin/tokenExchange', value));
  }

  for (const audience of ['resource', 'app id'])
    it(`is exchanged when all of it is right, for the ${audience}`, async () => {
      const { ssoResource, id } = bot.sandbox.tenant.app;
      const { status } = await exchange(
        await sign({ ...claims(), aud: audience === 'app id' ? id : ssoResource }),
      );
      assert.equal(status, 412, 'this Entra grants nothing');
      assert.deepEqual(asked, [`/${bot.sandbox.tenant.id}/token`]);
    });

  const other = '99999999-0000-4000-8000-000000000009';
  const bad: Record<string, () => Promise<string> | string> = {
    'another audience': () => sign({ ...claims(), aud: 'https://graph.microsoft.com' }),
    'a list of audiences': () => sign({ ...claims(), aud: [bot.sandbox.tenant.app.id, 'x'] }),
    'no audience': () => sign({ ...claims(), aud: undefined }),
    'another issuer': () => sign({ ...claims(), iss: `${origin}/${other}/v2.0` }),
    'another key': () => sign(claims(), theirs),
    'a key id that is not published': () => sign(claims(), theirs, 'theirs'),
    'another tenant': () => sign({ ...claims(), tid: other }),
    'another tenant and its issuer': () => sign({ ...claims(), tid: other, iss: `${origin}/${other}/v2.0` }),
    'another person': () => sign({ ...claims(), oid: bot.person('Ben').id }),
    'no person': () => sign({ ...claims(), oid: undefined }),
    'no exp': () => sign({ ...claims(), exp: undefined }),
    expired: () => sign({ ...claims(), exp: now() - 400 }),
    'not yet': () => sign({ ...claims(), nbf: now() + 3_600 }),
    'another scope': () => sign({ ...claims(), scp: 'User.Read' }),
    'no scope': () => sign({ ...claims(), scp: undefined }),
    'no signature': () => new UnsecuredJWT(claims()).encode(),
    garbage: () => 'not a token',
    huge: () => 'x'.repeat(50_000),
  };
  for (const [what, make] of Object.entries(bad)) {
    it(`${what}: 412 without a reason for whoever tries, and Entra is not asked`, async () => {
      const { status, body } = await exchange(await make());
      assert.equal(status, 412);
      const { failureDetail } = body as { failureDetail: string };
      assert.match(failureDetail, /This sign-in could not be accepted|not set up for your organisation/);
      assert.deepEqual(asked, []);
    });
  }

  it('a right token for a card of somebody else is refused as well', async () => {
    const id = await bot.askForSignIn('Ben');
    const value = { id, connectionName: '', token: await sign(claims()) };
    const invoke = bot.activities.invoke(bot.person('Ada'), 'signin/tokenExchange', value);
    assert.equal((await bot.deliver(invoke)).status, 412);
    assert.deepEqual(asked, []);
  });

  it('no token stands in the log', () => {
    assert.ok(bot.log.length > 20);
    assert.equal(bot.log.filter((line) => /eyJ[\w-]{10,}/.test(line)).length, 0);
  });
});
