import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { TokenAnswer } from '../../src/conversations/ports/tokens.ts';
import type { Obstacle } from '../../src/sandbox/entra/access-rules.ts';
import { browseAuthorize } from '../sandbox/entra/browse-authorize.ts';
import { assertNoSecretLogged, chatId, startWorld, tokenCalls, type World } from './start-world.ts';

const hour = 3_600_000;

describe('identity: what can end a sign-in, and how it is repaired', () => {
  let world: World;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    world = await startWorld();
    world.running.entra.consents.grant(world.ada.objectId);
    clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    assert.equal((await world.exchange(world.ada)).kind, 'signed-in');
  });
  afterEach(async () => {
    clock.restore();
    assertNoSecretLogged(world);
    await world.stop();
  });

  const set = (obstacle: Obstacle | undefined): void =>
    world.running.entra.rules.set(world.ada.objectId, obstacle);

  async function token(options?: { claims: string }): Promise<string> {
    const answer: TokenAnswer = await world.tokens.graphToken(world.ada, options);
    return answer.kind === 'token' ? answer.kind : `${answer.kind} ${answer.error.code}`;
  }

  async function exchange(): Promise<string> {
    const answer = await world.exchange(world.ada);
    return answer.kind === 'signed-in' ? answer.kind : `${answer.kind} ${answer.error.code}`;
  }

  /** Presses the card's button and goes through Entra. */
  async function signInByButton(): Promise<{ ended: string; asked: URLSearchParams }> {
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    const start = await world.signIn.startAuthorization(exchangeId);
    assert.ok(start.kind === 'redirect');
    const back = await browseAuthorize(start.location, { personId: world.ada.objectId });
    const end = await world.signIn.endAuthorization(back.searchParams, start.cookie.value);
    return {
      ended: end.kind === 'signed-in' ? end.kind : end.error.code,
      asked: new URL(start.location).searchParams,
    };
  }

  const claimsOf = (asked: URLSearchParams): Record<string, unknown> =>
    (JSON.parse(asked.get('claims') ?? '{}') as { access_token?: Record<string, unknown> }).access_token ??
    {};

  it('tells Entra that it can handle claims challenges, and asks for nothing else by itself', async () => {
    const { asked } = await signInByButton();
    assert.deepEqual(claimsOf(asked), { xms_cc: { values: ['cp1'] } });
  });

  for (const [obstacle, number] of [
    ['second-factor', 50076],
    ['enrolment', 50079],
  ] as const) {
    it(`a ${obstacle}: the button asks Entra for what it wanted to see`, async () => {
      clock.tick(2 * hour);
      set(obstacle);
      assert.equal(await token(), 'sign-in SIGN_IN_STEP_MISSING');
      assert.match(world.log.text(), new RegExp(`AADSTS${number}`));
      assert.equal(await exchange(), 'consent SIGN_IN_STEP_MISSING');
      const { ended, asked } = await signInByButton();
      assert.equal(ended, 'signed-in');
      assert.ok('capolids' in claimsOf(asked), 'the policy that Entra named');
      assert.equal(await token(), 'token');
      clock.tick(2 * hour);
      assert.equal(await token(), 'token', 'the refresh token is as good');
      assert.deepEqual(claimsOf((await signInByButton()).asked), { xms_cc: { values: ['cp1'] } });
    });
  }

  it('a policy that no sign-in meets: the administrator has to look', async () => {
    clock.tick(2 * hour);
    set('blocked');
    assert.equal(await token(), 'sign-in SIGN_IN_BLOCKED');
    assert.equal(await exchange(), 'consent SIGN_IN_BLOCKED');
    set(undefined);
    assert.equal(await token(), 'token', 'lifted: nobody has to sign in again');
  });

  it('a disabled account, until it is enabled again', async () => {
    clock.tick(2 * hour);
    set('disabled');
    assert.equal(await token(), 'sign-in ACCOUNT_DISABLED');
    assert.equal(await exchange(), 'consent ACCOUNT_DISABLED');
    set(undefined);
    assert.equal(await exchange(), 'signed-in');
    assert.equal(await token(), 'token');
  });

  it('what Entra says at the end of the browser’s way', async () => {
    for (const [number, code] of [
      [53003, 'SIGN_IN_BLOCKED'],
      [50105, 'SIGN_IN_BLOCKED'],
      [50057, 'ACCOUNT_DISABLED'],
    ] as const) {
      const { exchangeId } = await world.signIn.offer(world.ada, chatId);
      const start = await world.signIn.startAuthorization(exchangeId);
      assert.ok(start.kind === 'redirect');
      const state = new URL(start.location).searchParams.get('state') ?? '';
      const query = new URLSearchParams({
        state,
        error: 'access_denied',
        error_description: `AADSTS${number}: x`,
      });
      const end = await world.signIn.endAuthorization(query, start.cookie.value);
      assert.ok(end.kind === 'refused' && end.error.code === code);
    }
  });

  it('a changed password', async () => {
    clock.tick(2 * hour);
    world.running.entra.revoke(world.ada.objectId);
    assert.equal(await token(), 'sign-in SIGN_IN_EXPIRED');
    assert.match(world.log.text(), /AADSTS50173/);
    assert.equal(await exchange(), 'signed-in');
    assert.equal(await token(), 'token');
  });

  it('consent that was withdrawn, and given again in the browser', async () => {
    clock.tick(2 * hour);
    world.running.entra.consents.withdraw(world.ada.objectId);
    assert.equal(await token(), 'sign-in CONSENT_REQUIRED');
    assert.equal(await exchange(), 'consent CONSENT_REQUIRED');
    assert.equal((await signInByButton()).ended, 'signed-in');
    assert.equal(await token(), 'token');
  });

  it('an assertion that expired on its way', async () => {
    clock.tick(2 * hour);
    world.running.entra.revoke(world.ada.objectId);
    const { exchangeId } = await world.signIn.offer(world.ada, chatId);
    // Entra allows no skew, Kickoff five minutes.
    const options = { lifetimeSeconds: 1 };
    const late = await world.running.entra.issueSsoToken(world.ada.objectId, options);
    clock.tick(10_000);
    const answer = await world.signIn.exchange({ person: world.ada, chatId, exchangeId, token: late });
    assert.ok(answer.kind === 'rejected' && answer.error.code === 'SIGN_IN_REJECTED');
    assert.match(world.log.text(), /AADSTS500133/);
    assert.equal(await exchange(), 'signed-in');
  });

  it('no refresh token: asked once behind the button, and then it lasts', async () => {
    world.running.profile.refreshTokenFromOnBehalfOf = false;
    await world.signIn.signOut(world.ada);
    assert.equal(await exchange(), 'signed-in');
    assert.equal(await token(), 'token');
    clock.tick(2 * hour);
    assert.equal(await token(), 'sign-in SIGN_IN_NOT_LASTING');
    const { ended, asked } = await signInByButton();
    assert.equal(ended, 'signed-in');
    assert.match(asked.get('scope') ?? '', /\boffline_access\b/);
    for (let day = 0; day < 3; day++) {
      clock.tick(24 * hour);
      assert.equal(await token(), 'token');
    }
  });

  it('MSAL that refuses by itself after a 429 (an empty code) is throttling, too', async () => {
    clock.tick(2 * hour);
    const { createEntraClient } = await import('../../src/identity/entra-client.ts');
    const { readEntraRefusal } = await import('../../src/identity/read-entra-refusal.ts');
    const { createTenantDocuments } = await import('../../src/identity/tenant-documents.ts');
    const { configuration, running, ada } = world;
    const times = { clock: { now: () => new Date() }, deadlineMs: 2_000 };
    const authority = `${running.cloud}/${running.tenant.id}`;
    const documents = createTenantDocuments({ authority, ...times });
    const client = createEntraClient({
      ...{ authority, appId: configuration.app.id, metadata: await documents.metadata.get() },
      deadlineMs: times.deadlineMs,
      credential: { kind: 'secret', secret: running.tenant.app.secret },
      cachePlugin: undefined,
    });
    world.intervene = (path) => (path.endsWith('/token') ? { status: 429, body: { error: 'x' } } : undefined);
    const oboAssertion = await running.entra.issueSsoToken(ada.objectId);
    const ask = () =>
      client.app.acquireTokenOnBehalfOf({ oboAssertion, scopes: [`${running.cloud}/.default`] }).then(
        () => assert.fail('a token'),
        (error: unknown) => error as Error & { errorCode: string },
      );
    await ask();
    const before = tokenCalls(world);
    const second = await ask();
    assert.equal(tokenCalls(world), before, 'nothing was sent');
    assert.equal(second.errorCode, '');
    const refusal = readEntraRefusal(second, undefined, { person: ada, configuration, now: new Date() });
    assert.ok(refusal.kind === 'wait' && refusal.error.code === 'SIGN_IN_THROTTLED');
    assert.equal(client.lastAnswer()?.status, 429);
  });

  describe('a claims challenge of Graph', () => {
    const challenge = JSON.stringify({ access_token: { nbf: { essential: true, value: '1700000000' } } });

    it('is met without the person where Entra agrees', async () => {
      assert.equal(await token({ claims: challenge }), 'token');
      assert.equal(tokenCalls(world), 2);
    });

    it('goes to the button where Entra wants the person, and is over when they signed in', async () => {
      world.running.entra.revoke(world.ada.objectId);
      assert.equal(await token({ claims: challenge }), 'sign-in SIGN_IN_EXPIRED');
      assert.equal(world.partitions.held.size, 0, 'the refused token is not kept');
      const { asked } = await signInByButton();
      assert.deepEqual(claimsOf(asked), {
        nbf: { essential: true, value: '1700000000' },
        xms_cc: { values: ['cp1'] },
      });
      assert.equal(await token(), 'token');
      assert.equal(world.challenges.held.size, 0);
    });

    it('goes into the next exchange as well', async () => {
      world.running.entra.revoke(world.ada.objectId);
      await token({ claims: challenge });
      assert.equal(await exchange(), 'signed-in');
      assert.equal(world.challenges.held.size, 0);
    });

    it('is forgotten with the person', async () => {
      world.running.entra.revoke(world.ada.objectId);
      await token({ claims: challenge });
      await world.signIn.signOut(world.ada);
      assert.equal(world.challenges.held.size, 0);
    });
  });
});
