import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import sinon from 'sinon';
import { startBot, type Bot } from './start-bot.ts';

/** Keys made here stand for the channel's, so that each claim can be wrong by itself under a right signature. */
describe('the token of an activity', () => {
  let bot: Bot;
  let keys: Server;
  let ours: { publicKey: CryptoKey; privateKey: CryptoKey };
  let theirs: CryptoKey;
  let cloud: string;
  before(async () => {
    ours = await generateKeyPair('RS256');
    theirs = (await generateKeyPair('RS256')).privateKey;
    const endorsed = {
      ...(await exportJWK(ours.publicKey)),
      kid: 'ours',
      use: 'sig',
      endorsements: ['msteams'],
    };
    keys = createServer((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      const { port } = keys.address() as AddressInfo;
      const metadata = { issuer: 'x', jwks_uri: `http://localhost:${port}/keys` };
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [endorsed] } : metadata));
    });
    await new Promise<void>((listening) => keys.listen(0, 'localhost', listening));
    const { port } = keys.address() as AddressInfo;
    bot = await startBot((origin) => {
      cloud = origin;
      return { ToBotFromChannelOpenIdMetadataUrl: `http://localhost:${port}/metadata` };
    });
    // Bot Framework writes each bad token's reason to the console; here they are all meant to be bad.
    sinon.stub(console, 'error');
  });
  after(async () => {
    sinon.restore();
    await bot.stop();
    keys.close();
  });

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (): JWTPayload => ({
    iss: `${cloud}/botframework`,
    aud: bot.sandbox.tenant.app.id,
    serviceurl: bot.sandbox.channel.serviceUrl(),
    nbf: now() - 10,
    exp: now() + 600,
  });
  const sign = (payload: JWTPayload, key = ours.privateKey, header: object = {}) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'ours', ...header }).sign(key);

  async function send(authorization: string | undefined): Promise<{ status: number; body: string }> {
    const response = await fetch(`${bot.publicUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(bot.activities.message(bot.person('Ada'), 'help')),
    });
    return { status: response.status, body: await response.text() };
  }

  it('is taken when all of it is right, up to five minutes after its end', async () => {
    assert.equal((await send(`Bearer ${await sign(claims())}`)).status, 200);
    assert.equal((await send(`Bearer ${await sign({ ...claims(), exp: now() - 200 })}`)).status, 200);
    assert.equal(bot.chat('Ada').length, 2);
  });

  const bad: Record<string, () => Promise<string | undefined> | string | undefined> = {
    'none at all': () => undefined,
    'no token': () => 'Bearer ',
    'another scheme': () => 'Basic YWRhOmFkYQ==',
    garbage: () => 'Bearer not.a.token',
    'another audience': () => sign({ ...claims(), aud: '11111111-0000-4000-8000-000000000001' }),
    'a list of audiences': () => sign({ ...claims(), aud: [bot.sandbox.tenant.app.id, 'x'] }),
    'no audience': () => sign({ ...claims(), aud: undefined }),
    'another issuer': () => sign({ ...claims(), iss: 'https://api.botframework.com' }),
    'an emulator’s issuer': () =>
      sign({ ...claims(), iss: `https://sts.windows.net/${bot.sandbox.tenant.id}/`, appid: 'x', ver: '1.0' }),
    'Entra’s issuer': () => sign({ ...claims(), iss: `${cloud}/${bot.sandbox.tenant.id}/v2.0`, ver: '2.0' }),
    'no issuer': () => sign({ ...claims(), iss: undefined }),
    'another key': () => sign(claims(), theirs),
    'a key id that is not published': () => sign(claims(), theirs, { kid: 'theirs' }),
    'no key id': () => sign(claims(), ours.privateKey, { kid: undefined }),
    'another service URL': () => sign({ ...claims(), serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    'no service URL': () => sign({ ...claims(), serviceurl: undefined }),
    'no exp': () => sign({ ...claims(), exp: undefined }),
    'an exp that is text': () => sign({ ...claims(), exp: '9999999999' as never }),
    'an end more than five minutes ago': () => sign({ ...claims(), exp: now() - 400 }),
    'a beginning in an hour': () => sign({ ...claims(), nbf: now() + 3_600 }),
    'no signature': () => new UnsecuredJWT(claims()).encode(),
    'a token of Entra for the app': () =>
      bot.sandbox.entra.issueSsoToken(bot.person('Ada').id, { audience: 'app-id' }),
  };
  for (const [what, make] of Object.entries(bad)) {
    it(`${what}: 401 with a fixed body, and nothing happens`, async () => {
      const fixed = await send(undefined);
      bot.traffic.clear();
      const said = bot.chat('Ada').length;
      const made = await make();
      const authorization = made === undefined || /^(Bearer|Basic) /.test(made) ? made : `Bearer ${made}`;
      const answer = await send(authorization);
      assert.deepEqual(answer, fixed);
      assert.equal(answer.status, 401);
      assert.equal(bot.chat('Ada').length, said);
      assert.equal(bot.traffic.count(), 0, 'nobody is asked about it');
    });
  }

  it('one that is missing is answered before anything is read', async () => {
    const response = await fetch(`${bot.publicUrl}/api/messages`, { method: 'POST', body: '{' });
    assert.equal(response.status, 401);
  });

  it('a shape that is no activity is 400, never 500', async () => {
    const whole = bot.activities.message(bot.person('Ada'), 'help');
    const token = await sign(claims());
    const post = async (body: unknown) => {
      const response = await fetch(`${bot.publicUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return response.status;
    };
    const without = (name: string) => ({ ...whole, [name]: undefined });
    for (const name of ['type', 'channelId', 'serviceUrl', 'from', 'conversation'])
      assert.equal(await post(without(name)), 400, `without ${name}`);
    const bodies: unknown[] = ['', '{', 'null', '[]', '7', '"text"', {}, [whole]];
    bodies.push({ ...whole, from: {} }, { ...whole, from: 'Ada' }, { ...whole, conversation: {} });
    bodies.push({ ...whole, channelData: 'x' }, { ...whole, entities: {} }, { ...whole, text: 7 });
    bodies.push({ ...whole, channelId: 'emulator' }, { ...whole, serviceUrl: 'https://evil.example/' });
    for (const body of bodies) assert.equal(await post(body), 400, JSON.stringify(body).slice(0, 80));
    // Without text there is nothing to do but to offer the form; a person's id may be missing, and is looked up.
    for (const name of ['text', 'attachments', 'entities', 'channelData', 'locale', 'recipient', 'id'])
      assert.equal(await post(without(name)), 200, `without ${name}`);
    for (const value of ['text', 7, [], null]) assert.equal(await post({ ...without('text'), value }), 200);
    assert.deepEqual(bot.mail(), []);
  });
});
