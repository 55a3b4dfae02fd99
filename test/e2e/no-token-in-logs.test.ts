import assert from 'node:assert/strict';
import { decodeJwt, SignJWT } from 'jose';
import sinon from 'sinon';
import { browseAuthorize } from '../sandbox/entra/browse-authorize.ts';
import { eventually, startWorld, type World } from './start-world.ts';

const oauthCard = 'application/vnd.microsoft.card.oauth';

/** One session with everything in it that has a secret, in the real process; then both of its outputs are searched. */
describe('the log of a whole session', function () {
  this.timeout(60_000);
  let world: World;
  let signed: sinon.SinonSpy<unknown[], Promise<string>>;
  /** What the test itself saw go over the wire. */
  const secrets: string[] = [];
  before(async () => {
    // Every token of this Microsoft 365 is signed in this process: Entra's, the channel's and Graph's.
    signed = sinon.spy(SignJWT.prototype, 'sign') as never;
    world = await startWorld({ settings: { LOG_LEVEL: 'trace', SETTLE_SCHEDULE: '200ms,600ms' } });
  });
  after(async () => {
    signed.restore();
    await world.stop();
  });

  const kept = (secret: string | null | undefined): string => {
    assert.ok(secret !== undefined && secret !== null && secret.length >= 8, 'a secret was expected');
    secrets.push(secret);
    return secret;
  };
  const seen = (name: string) => JSON.stringify(world.client(name).messages('personal'));
  const topicPosted = (topic: string) =>
    eventually(topic, () => world.conversations('Finance').some((each) => each.topic === topic));

  /** Where the button of a person's sign-in card leads. */
  async function signInLink(name: string): Promise<string> {
    const chatId = world.client(name).chats()[0]?.id ?? '';
    const card = await eventually('the card', () =>
      world.sandbox.channel.messages
        .list(chatId)
        .flatMap(({ attachments }) => attachments)
        .find(({ contentType }) => contentType === oauthCard),
    );
    return (card.content as { buttons: { value: string }[] }).buttons[0]!.value;
  }

  async function deliver(name: string, invoke: string, value: object): Promise<number> {
    const { activity } = await world.client(name).send('personal', 'help');
    const { status } = await world.sandbox.channel.deliver({
      ...activity,
      ...{ type: 'invoke', id: `f:${invoke}-${secrets.length}`, name: invoke, value, text: undefined },
    } as never);
    return status;
  }

  /** What Entra and Graph say when they refuse, with everything in it that they should not say. */
  async function meetLeakyErrors(jwt: string, code: string): Promise<void> {
    const { client, sandbox } = world;
    const { faults, tenant, channel } = sandbox;
    const leak = `assertion=${jwt} code ${code} client_secret=${tenant.app.secret} Bearer ${jwt}`;
    const graphError = { error: { code: 'ErrorInternal', message: leak } };
    for (const status of [400, 403, 500]) {
      faults.add({
        service: 'graph',
        method: 'POST',
        path: /\/conversations$/,
        times: 1,
        when: 'before',
        outcome: { status, body: graphError },
      });
      const before = channel.messages.list(client('Ada').chats()[0]!.id).length;
      await client('Ada').send('personal', `start "Leaky ${status}" in Finance: four`);
      await eventually(
        'a receipt',
        () => channel.messages.list(client('Ada').chats()[0]!.id).length > before,
      );
    }
    const entraError = { error: 'invalid_grant', error_description: `AADSTS50173: ${leak}` };
    for (const body of [entraError, `<html>${leak}`, { ...entraError, error: leak }]) {
      await client('Ben').open('personal');
      const fault = { path: /\/oauth2\/v2\.0\/token$/, times: 2, when: 'before' as const };
      const remove = faults.add({ ...fault, outcome: { status: 400, body } });
      await deliver('Ben', 'signin/tokenExchange', { id: 'none', connectionName: '', token: jwt });
      await client('Ben').send('personal', 'sign in');
      await client('Ben').settled();
      remove();
    }
  }

  it('shows no token, code, assertion, cookie or secret on either output, at any level', async () => {
    const { sandbox, client, person, publicUrl } = world;
    const { faults, entra, tenant } = sandbox;

    // Signing in silently, by on-behalf-of, and posting.
    await client('Ada').open('personal');
    await client('Ada').send('personal', 'start "By exchange" in Finance: one');
    await topicPosted('By exchange');

    // Graph wants claims: the token is renewed by the refresh token.
    const claims = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1"}}}').toString('base64');
    const challenge = `Bearer error="insufficient_claims", claims="${claims}"`;
    const outcome = { status: 401, headers: { 'WWW-Authenticate': challenge } };
    faults.add({ service: 'graph', times: 1, when: 'before', outcome });
    await client('Ada').send('personal', 'start "By refresh" in Finance: two');
    await topicPosted('By refresh');

    // Signing in by browser, with consent; the code is used twice.
    await client('Dana').open('personal');
    await client('Dana').send('personal', 'start "By browser" in Finance: three');
    await client('Dana').settled();
    const link = await signInLink('Dana');
    const start = await fetch(link, { redirect: 'manual' });
    const cookie = start.headers.getSetCookie()[0]!.split(';')[0]!;
    const authorize = new URL(start.headers.get('location') ?? '');
    const back = await browseAuthorize(authorize.href, { personId: person('Dana').id });
    kept(cookie.split('=')[1]);
    for (const name of ['state', 'nonce', 'code_challenge']) kept(authorize.searchParams.get(name));
    const code = kept(back.searchParams.get('code'));
    assert.match(code, /^0\.[\w-]{64}$/, 'what codes and refresh tokens look like');
    const end = await (await fetch(back, { headers: { cookie } })).text();
    const oneTime = kept(/data-code="([^"]+)"/.exec(end)?.[1]);
    await topicPosted('By browser');
    assert.equal((await fetch(back, { headers: { cookie } })).status, 410);
    assert.equal(await deliver('Ada', 'signin/verifyState', { state: oneTime }), 404);
    assert.equal(await deliver('Dana', 'signin/verifyState', { state: oneTime }), 200);

    const jwt = await entra.issueSsoToken(person('Ada').id);
    await meetLeakyErrors(jwt, code);

    // Callers that are refused: bad tokens for the bot, and for single sign-on.
    const all = await Promise.all(signed.returnValues);
    const ofChannel = all.findLast((token) => decodeJwt(token).iss?.endsWith('/botframework') === true);
    assert.ok(ofChannel !== undefined);
    const forged = kept(`${ofChannel.slice(0, ofChannel.lastIndexOf('.'))}.${'A'.repeat(342)}`);
    const { activity } = await client('Ada').send('personal', 'help');
    const body = JSON.stringify(activity);
    for (const token of [jwt, forged, kept('not.a-token.at-all')]) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const refused = await fetch(`${publicUrl}/api/messages?access_token=${token}`, {
        method: 'POST',
        headers,
        body,
      });
      assert.equal(refused.status, 401);
      await fetch(`${publicUrl}/auth/end?code=${token}&state=${token}`);
    }
    await client('Ada').send('personal', 'whoami');
    await client('Ada').send('personal', 'sign out');
    await eventually('signed out', () => seen('Ada').includes('You are signed out'));
    await world.restartBot();

    const tokens = await Promise.all(signed.returnValues);
    assert.ok(tokens.length > 15, `${tokens.length} tokens`);
    // Also a part of one would be a leak: claims, and above all the signature.
    for (const token of tokens) secrets.push(...token.split('.').slice(1));
    secrets.push(tenant.app.secret);
    secrets.push(world.settings['ENCRYPTION_KEYS']?.split(':')[1] ?? '');

    const written = [...world.log, ...world.errors].join('\n');
    assert.ok(world.log.length > 60, `${world.log.length} lines`);
    // Bot Framework said why it refused the forged one, and nothing went past the log.
    assert.ok(written.includes('a caller could not be authenticated'));
    assert.ok(written.includes('a library wrote to the console'));
    assert.deepEqual(world.errors, []);
    assert.ok(written.includes('single sign-on was not enough'));
    assert.ok(written.includes('[token]'), 'what was said about tokens got as far as the log');
    for (const secret of new Set(secrets)) {
      const line = written.split('\n').find((each) => each.includes(secret));
      assert.equal(line, undefined, 'a secret stands in the log');
    }
    for (const shape of [/eyJ[\w-]{10,}/, /\b[01]\.[\w-]{24,}/])
      assert.equal(shape.exec(written)?.[0], undefined, 'a token, a code or a refresh token');
  });
});
