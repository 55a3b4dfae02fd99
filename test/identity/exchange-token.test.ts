import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { ExchangeAnswer } from '../../src/conversations/ports/sign-in.ts';
import { assertNoSecretLogged, chatId, startWorld, tokenCalls, type World } from './start-world.ts';

describe('identity: token exchange', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(async () => {
    assertNoSecretLogged(world);
    await world.stop();
  });

  function codeOf(answer: ExchangeAnswer): string {
    return answer.kind === 'signed-in' ? answer.kind : `${answer.kind} ${answer.error.code}`;
  }

  it('offers what a sign-in card needs', async () => {
    const offer = await world.signIn.offer(world.ada, chatId);
    assert.equal(offer.resource, world.running.tenant.app.ssoResource);
    assert.equal(offer.link, `http://localhost:3978/auth/start?id=${offer.exchangeId}`);
  });

  it('signs a person in who consented, and a Graph token follows without the person', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    assert.equal(codeOf(await world.exchange(world.ada)), 'signed-in');
    const answer = await world.tokens.graphToken(world.ada);
    assert.ok(answer.kind === 'token');
    const audience = world.running.cloud;
    const claims = await world.running.entra.verifyAccessToken(answer.token, { audience });
    assert.equal(claims['oid'], world.ada.objectId);
    // MSAL counts from when it asked.
    assert.ok(Math.abs(answer.expiresAt.getTime() / 1000 - (claims.exp ?? 0)) <= 5);
    assert.equal(tokenCalls(world), 1);
  });

  it('takes tokens for the app id, too', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    const token = await world.running.entra.issueSsoToken(world.ada.objectId, { audience: 'app-id' });
    const answer = await world.signIn.exchange({ person: world.ada, chatId, exchangeId, token });
    assert.equal(codeOf(answer), 'signed-in');
  });

  it('asks for consent, and goes on once it is there', async () => {
    assert.equal(codeOf(await world.exchange(world.ada)), 'consent CONSENT_REQUIRED');
    assert.equal(world.partitions.held.size, 0);
    world.running.entra.consents.grant(world.ada.objectId);
    assert.equal(codeOf(await world.exchange(world.ada)), 'signed-in');
  });

  it('answers every client of the person, with one exchange at Entra', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    const tokens = await Promise.all(
      [1, 2, 3].map(() => world.running.entra.issueSsoToken(world.ada.objectId)),
    );
    const answers = await Promise.all(
      tokens.map((token) => world.signIn.exchange({ person: world.ada, chatId, exchangeId, token })),
    );
    assert.deepEqual(answers.map(codeOf), ['signed-in', 'signed-in', 'signed-in']);
    assert.equal(tokenCalls(world), 1);
  });

  it('takes the token alone where the client can name no card, and checks it all the same', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    const exchange = async (token: string) =>
      world.signIn.exchange({ person: world.ada, chatId, exchangeId: undefined, token });
    assert.equal(codeOf(await exchange('garbage')), 'rejected SIGN_IN_REJECTED');
    assert.equal(
      codeOf(await exchange(await world.running.entra.issueSsoToken(world.ben.objectId))),
      'rejected SIGN_IN_REJECTED',
    );
    assert.equal(
      codeOf(await exchange(await world.running.entra.issueSsoToken(world.ada.objectId))),
      'signed-in',
    );
  });

  it('acts only on a card that is outstanding for that person in that chat', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    const forAda = await world.running.entra.issueSsoToken(world.ada.objectId);
    const forBen = await world.running.entra.issueSsoToken(world.ben.objectId);
    const refused = [
      { person: world.ada, chatId, exchangeId: 'other', token: forAda },
      { person: world.ada, chatId: 'a:other', exchangeId, token: forAda },
      { person: world.ben, chatId, exchangeId, token: forBen },
      { person: world.ada, chatId, exchangeId, token: forBen },
      { person: world.ada, chatId, exchangeId, token: 'garbage' },
    ];
    for (const each of refused) {
      assert.equal(codeOf(await world.signIn.exchange(each)), 'rejected SIGN_IN_REJECTED');
    }
    assert.equal(tokenCalls(world), 0);
  });

  it('forgets a card after 15 minutes', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    const ticket = world.tickets.held.get(`sign-in-card ${exchangeId}`);
    const minutes = ((ticket?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000;
    assert.ok(minutes > 14.9 && minutes <= 15);
    if (ticket) await world.tickets.put({ ...ticket, expiresAt: new Date(Date.now() - 1) });
    const token = await world.running.entra.issueSsoToken(world.ada.objectId);
    const answer = await world.signIn.exchange({ person: world.ada, chatId, exchangeId, token });
    assert.equal(codeOf(answer), 'rejected SIGN_IN_REJECTED');
  });

  it('waits as long as Entra says when throttled, and is not held up for others', async () => {
    world.running.entra.consents.grant(world.ada.objectId);
    world.running.entra.consents.grant(world.ben.objectId);
    let first = true;
    world.intervene = (path) => {
      if (!path.endsWith('/token') || !first) return undefined;
      first = false;
      return { status: 429, headers: { 'retry-after': '7' }, body: { error: 'temporarily_unavailable' } };
    };
    const [ada, before] = [await world.exchange(world.ada), Date.now()];
    assert.equal(codeOf(ada), 'wait SIGN_IN_THROTTLED');
    assert.ok(ada.kind === 'wait');
    const ms = ada.until.getTime() - before;
    assert.ok(ms > 6000 && ms <= 7000, `${ms}`);
    assert.equal(codeOf(await world.exchange(world.ben)), 'signed-in');
    assert.equal(codeOf(await world.exchange(world.ada)), 'signed-in');
  });

  for (const [name, intervention] of [
    ['503', { status: 503, body: { error: 'server_error' } }],
    ['a proxy’s page under 502', { status: 502, body: '<html>' }],
    ['a page under 200', { status: 200, body: '<html>' }],
    ['nothing under 200', { status: 200, body: {} }],
    ['nothing under 500', { status: 500 }],
    ['a reset', 'reset' as const],
  ] as const) {
    it(`waits after ${name} of the token endpoint, and after the same of the metadata`, async () => {
      world.intervene = (path) => (path.endsWith('openid-configuration') ? intervention : undefined);
      assert.equal(codeOf(await world.exchange(world.ada)), 'wait SIGN_IN_UNAVAILABLE');
      world.intervene = (path) => (path.endsWith('/token') ? intervention : undefined);
      assert.equal(codeOf(await world.exchange(world.ada)), 'wait SIGN_IN_UNAVAILABLE');
      assert.equal(tokenCalls(world), 1);
    });
  }

  it('understands consent missing without a suberror, and an administrator’s', async () => {
    const answerWith = (number: number): void => {
      world.intervene = (path) =>
        path.endsWith('/token')
          ? {
              status: 400,
              body: {
                error: 'invalid_grant',
                error_description: `AADSTS${number}: text`,
                error_codes: [number],
              },
            }
          : undefined;
    };
    answerWith(65001);
    assert.equal(codeOf(await world.exchange(world.ada)), 'consent CONSENT_REQUIRED');
    answerWith(90094);
    const answer = await world.exchange(world.ada);
    assert.equal(codeOf(answer), 'consent ADMIN_CONSENT_REQUIRED');
    const link = `${world.running.cloud}/${world.ada.tenantId}/adminconsent?client_id=${world.running.tenant.app.id}`;
    assert.ok(answer.kind === 'consent' && answer.error.next.includes(link));
    answerWith(50076);
    assert.equal(codeOf(await world.exchange(world.ada)), 'consent SIGN_IN_STEP_MISSING');
    answerWith(500133);
    assert.equal(codeOf(await world.exchange(world.ada)), 'rejected SIGN_IN_REJECTED');
  });

  it('goes on when Entra rolls its keys over, and while the documents cannot be read', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      world.running.entra.consents.grant(world.ada.objectId);
      assert.equal(codeOf(await world.exchange(world.ada)), 'signed-in');
      const reads = (): number => world.requests.filter((each) => each.endsWith('/keys')).length;
      assert.equal(reads(), 1);
      world.intervene = (path) => (/keys$|openid-configuration$/.test(path) ? { status: 503 } : undefined);
      clock.tick(25 * 3_600_000);
      assert.equal(codeOf(await world.exchange(world.ada)), 'signed-in', 'the old keys are kept');
      world.intervene = undefined;
      await world.running.entra.rotateKey();
      clock.tick(60_000);
      const answers = await Promise.all([1, 2, 3].map(() => world.exchange(world.ada)));
      assert.deepEqual(answers.map(codeOf), ['signed-in', 'signed-in', 'signed-in']);
      const read = reads();
      assert.equal(codeOf(await world.exchange(world.ada)), 'signed-in');
      assert.equal(reads(), read);
    } finally {
      clock.restore();
    }
  });

  it('tells the operator when the secret is wrong, and the person only that it must wait', async () => {
    world.running.tenant.app.secret = 'rolled over';
    assert.equal(codeOf(await world.exchange(world.ada)), 'wait REGISTRATION_REFUSED');
    const line = world.log.lines.find((each) => each.level === 'error');
    assert.match(line?.message ?? '', /app registration/);
    assert.match(String(line?.fields.error), /AADSTS7000215/);
  });

  it('gives up a token endpoint that does not answer in time', async () => {
    const hasty = await startWorld({ deadlineMs: 300 });
    hasty.running.cloudServer.pre((request, _response, next) =>
      // Never answered: the connection is closed with the server.
      request.path().endsWith('/token') ? undefined : next(),
    );
    assert.equal(codeOf(await hasty.exchange(hasty.ada)), 'wait SIGN_IN_UNAVAILABLE');
    await hasty.stop();
  });
});
