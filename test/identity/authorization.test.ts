import assert from 'node:assert/strict';
import type { AuthorizationEnd } from '../../src/conversations/ports/sign-in.ts';
import { browseAuthorize } from '../sandbox/entra/browse-authorize.ts';
import { assertNoSecretLogged, chatId, startWorld, tokenCalls, type World } from './start-world.ts';

describe('identity: sign-in through the browser', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(async () => {
    assertNoSecretLogged(world);
    await world.stop();
  });

  interface Started {
    location: string;
    cookie: { value: string; maxAgeSeconds: number };
  }

  async function start(language?: string): Promise<Started> {
    const { link } = await world.signIn.offer(world.ada, chatId, language);
    const { searchParams } = new URL(link);
    assert.equal(searchParams.get('lang'), language ?? null);
    const started = await world.signIn.startAuthorization(searchParams.get('id') ?? '', language);
    assert.ok(started.kind === 'redirect');
    return started;
  }

  function codeOf(end: AuthorizationEnd): string {
    return end.kind === 'signed-in' ? end.kind : end.error.code;
  }

  it('asks Entra with PKCE, nonce and single-use state', async () => {
    const { location, cookie } = await start();
    const url = new URL(location);
    assert.equal(url.origin, world.running.page);
    const query = url.searchParams;
    assert.equal(query.get('redirect_uri'), 'http://localhost:3978/auth/end');
    assert.equal(query.get('response_type'), 'code');
    assert.equal(query.get('code_challenge_method'), 'S256');
    assert.match(query.get('code_challenge') ?? '', /^[\w-]{43}$/);
    assert.ok((query.get('nonce') ?? '').length >= 22);
    const scopes = (query.get('scope') ?? '').split(' ').sort();
    assert.deepEqual(scopes, [`${world.running.cloud}/.default`, 'offline_access', 'openid', 'profile']);
    assert.equal(cookie.maxAgeSeconds, 600);
    const ticket = world.tickets.held.get(`authorization ${query.get('state')}`);
    assert.ok(ticket?.secret && !ticket.secret.includes(cookie.value), 'only the cookie’s hash is kept');
  });

  it('signs the person in and closes with a code that only that person can use, once', async () => {
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    const end = await world.signIn.endAuthorization(back.searchParams, cookie.value);
    assert.ok(end.kind === 'signed-in');
    assert.deepEqual(end.person, world.ada);
    assert.equal((await world.tokens.graphToken(world.ada)).kind, 'token');
    assert.equal(tokenCalls(world), 1);
    assert.equal(await world.signIn.verify(world.ben, end.code), false);
    assert.equal(await world.signIn.verify(world.ada, 'another'), false);
    assert.equal(await world.signIn.verify(world.ada, end.code), true);
    assert.equal(await world.signIn.verify(world.ada, end.code), false);
  });

  it('ends in the language in which it began, whatever came of it', async () => {
    for (const decision of ['accept', 'cancel'] as const) {
      const { location, cookie } = await start('de');
      const state = new URL(location).searchParams.get('state') ?? '';
      const query =
        decision === 'accept'
          ? (await browseAuthorize(location, { personId: world.ada.objectId })).searchParams
          : new URLSearchParams({ state, error: 'access_denied' });
      const end = await world.signIn.endAuthorization(query, cookie.value);
      assert.deepEqual([end.kind, end.language], [decision === 'accept' ? 'signed-in' : 'refused', 'de']);
    }
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    assert.equal((await world.signIn.endAuthorization(back.searchParams, cookie.value)).language, undefined);
  });

  it('has a refresh token afterwards, even where on-behalf-of gives none', async () => {
    world.running.profile.refreshTokenFromOnBehalfOf = false;
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    await world.signIn.endAuthorization(back.searchParams, cookie.value);
    const renewed = await world.tokens.graphToken(world.ada, { renew: true });
    assert.equal(renewed.kind, 'token');
  });

  it('refuses a state in another browser, and that state is worth nothing afterwards', async () => {
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    const other = await start();
    const stolen = await world.signIn.endAuthorization(back.searchParams, other.cookie.value);
    assert.equal(codeOf(stolen), 'SIGN_IN_OTHER_BROWSER');
    const late = await world.signIn.endAuthorization(back.searchParams, cookie.value);
    assert.equal(codeOf(late), 'SIGN_IN_LINK_EXPIRED');
    const { location: third } = await start();
    const bare = await browseAuthorize(third, { personId: world.ada.objectId });
    const without = await world.signIn.endAuthorization(bare.searchParams, undefined);
    assert.equal(codeOf(without), 'SIGN_IN_OTHER_BROWSER');
    assert.equal(tokenCalls(world), 0);
    assert.equal(world.partitions.held.size, 0);
  });

  it('takes a state once', async () => {
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    const ends = await Promise.all(
      [1, 2].map(() => world.signIn.endAuthorization(back.searchParams, cookie.value)),
    );
    assert.deepEqual(ends.map(codeOf).sort(), ['SIGN_IN_LINK_EXPIRED', 'signed-in']);
  });

  it('keeps nothing of somebody else who signed in', async () => {
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ben.objectId });
    const end = await world.signIn.endAuthorization(back.searchParams, cookie.value);
    assert.equal(codeOf(end), 'SIGN_IN_OTHER_PERSON');
    assert.equal(world.partitions.held.size, 0);
    assert.equal((await world.tokens.graphToken(world.ben)).kind, 'sign-in');
  });

  it('refuses a code of another authorization, and a redeemed one', async () => {
    const [mine, other] = [await start(), await start()];
    const foreign = await browseAuthorize(other.location, { personId: world.ada.objectId });
    const query = new URLSearchParams({
      state: new URL(mine.location).searchParams.get('state') ?? '',
      code: foreign.searchParams.get('code') ?? '',
    });
    assert.equal(codeOf(await world.signIn.endAuthorization(query, mine.cookie.value)), 'SIGN_IN_REJECTED');
    assert.equal(world.partitions.held.size, 0);
  });

  it('tells declined, approval needed and neither apart', async () => {
    const declined = await start();
    const no = await browseAuthorize(declined.location, {
      personId: world.ada.objectId,
      decision: 'decline',
    });
    const cancelled = await world.signIn.endAuthorization(no.searchParams, declined.cookie.value);
    assert.equal(codeOf(cancelled), 'SIGN_IN_CANCELLED');

    world.running.entra.consents.requireAdmin(['Group-Conversation.ReadWrite.All']);
    const blocked = await start();
    const approval = await browseAuthorize(blocked.location, { personId: world.ada.objectId });
    const admin = await world.signIn.endAuthorization(approval.searchParams, blocked.cookie.value);
    assert.ok(admin.kind === 'refused' && admin.error.code === 'ADMIN_CONSENT_REQUIRED');
    assert.match(admin.error.next, /\/adminconsent\?client_id=/);

    const empty = await start();
    const state = new URL(empty.location).searchParams.get('state') ?? '';
    const neither = await world.signIn.endAuthorization(new URLSearchParams({ state }), empty.cookie.value);
    assert.equal(codeOf(neither), 'SIGN_IN_REJECTED');
  });

  it('starts only from an outstanding card, and ends only within ten minutes', async () => {
    const unknown = await world.signIn.startAuthorization('unknown');
    assert.ok(unknown.kind === 'refused' && unknown.error.code === 'SIGN_IN_LINK_EXPIRED');
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    const ticket = world.tickets.held.get(`authorization ${back.searchParams.get('state')}`);
    assert.ok(ticket && ticket.expiresAt.getTime() - Date.now() <= 600_000);
    await world.tickets.put({ ...ticket, expiresAt: new Date(Date.now() - 1) });
    const late = await world.signIn.endAuthorization(back.searchParams, cookie.value);
    assert.equal(codeOf(late), 'SIGN_IN_LINK_EXPIRED');
  });

  it('says when Entra cannot be reached, at both ends', async () => {
    world.intervene = () => 'reset';
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    const started = await world.signIn.startAuthorization(exchangeId);
    assert.ok(started.kind === 'refused' && started.error.code === 'SIGN_IN_UNAVAILABLE');
    world.intervene = undefined;
    const { location, cookie } = await start();
    const back = await browseAuthorize(location, { personId: world.ada.objectId });
    world.intervene = (path) => (path.endsWith('/token') ? { status: 503 } : undefined);
    const end = await world.signIn.endAuthorization(back.searchParams, cookie.value);
    assert.equal(codeOf(end), 'SIGN_IN_UNAVAILABLE');
  });
});
