import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { TokenAnswer } from '../../src/conversations/ports/tokens.ts';
import { adverseProfile } from '../../src/sandbox/tenant/profile.ts';
import { createContoso } from '../../src/sandbox/tenant/contoso.ts';
import { createSqliteBench } from '../storage/sqlite-bench.ts';
import { assertNoSecretLogged, startWorld, tokenCalls, type World } from './start-world.ts';

const hour = 3_600_000;

describe('identity: Graph tokens', () => {
  let world: World;
  let clock: sinon.SinonFakeTimers;

  beforeEach(async () => {
    world = await startWorld();
    world.running.entra.consents.grant(world.ada.objectId);
    // MSAL reads the machine's clock; only that is moved, timers and sockets run on.
    clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  });
  afterEach(async () => {
    clock.restore();
    assertNoSecretLogged(world);
    await world.stop();
  });

  function codeOf(answer: TokenAnswer): string {
    return answer.kind === 'token' ? answer.kind : `${answer.kind} ${answer.error.code}`;
  }

  async function signedIn(): Promise<void> {
    assert.equal((await world.exchange(world.ada)).kind, 'signed-in');
    world.requests.length = 0;
  }

  it('asks somebody unknown to sign in, without asking Entra for a token', async () => {
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'sign-in SIGN_IN_REQUIRED');
    assert.equal(tokenCalls(world), 0);
  });

  it('answers from the cache, and by refresh token eight hours later, once for all who ask', async () => {
    await signedIn();
    const cached = await world.tokens.graphToken(world.ada);
    assert.equal(tokenCalls(world), 0);
    clock.tick(8 * hour);
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.tokens.graphToken(world.ada)));
    assert.equal(tokenCalls(world), 1);
    for (const answer of answers) {
      assert.ok(answer.kind === 'token' && cached.kind === 'token');
      assert.notEqual(answer.token, cached.token);
      assert.ok(answer.expiresAt.getTime() > Date.now());
      const audience = world.running.cloud;
      await world.running.entra.verifyAccessToken(answer.token, { audience });
    }
  });

  it('works with the newest sign-in after Entra’s address was changed in the settings', async () => {
    await signedIn();
    const elsewhere = await startWorld({ storage: world });
    try {
      elsewhere.running.entra.consents.grant(elsewhere.ada.objectId);
      assert.equal((await elsewhere.exchange(elsewhere.ada)).kind, 'signed-in');
      assert.equal(codeOf(await elsewhere.tokens.graphToken(elsewhere.ada)), 'token');
    } finally {
      await elsewhere.stop();
    }
  });

  it('works in another process on the same partition', async () => {
    await signedIn();
    const { createIdentity } = await import('../../src/identity/create-identity.ts');
    const other = createIdentity({ ...world, clock: { now: () => new Date() } });
    clock.tick(2 * hour);
    assert.equal((await other.tokens.graphToken(world.ada)).kind, 'token');
  });

  it('asks to sign in again when the refresh token was revoked, and signing in repairs it', async () => {
    await signedIn();
    world.running.entra.revoke(world.ada.objectId);
    clock.tick(2 * hour);
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'sign-in SIGN_IN_EXPIRED');
    assert.equal(world.partitions.held.size, 0, 'what Entra ended is not kept');
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'sign-in SIGN_IN_REQUIRED');
    await signedIn();
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'token');
  });

  it('works without a refresh token as long as the access token lives', async () => {
    Object.assign(world.running.profile, adverseProfile);
    await signedIn();
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'token');
    clock.tick(2 * hour);
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'sign-in SIGN_IN_NOT_LASTING');
    assert.equal(tokenCalls(world), 0);
    await signedIn();
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'token');
  });

  it('asks for consent when it was withdrawn', async () => {
    await signedIn();
    world.running.entra.consents.withdraw(world.ada.objectId);
    clock.tick(2 * hour);
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'sign-in CONSENT_REQUIRED');
  });

  it('goes past the cached token for claims and renewal', async () => {
    await signedIn();
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1' } } });
    assert.equal(codeOf(await world.tokens.graphToken(world.ada, { claims })), 'token');
    assert.equal(codeOf(await world.tokens.graphToken(world.ada, { renew: true })), 'token');
    assert.equal(tokenCalls(world), 2);
  });

  it('does not keep a token that Graph refused and Entra would not renew', async () => {
    Object.assign(world.running.profile, adverseProfile);
    await signedIn();
    assert.equal(
      codeOf(await world.tokens.graphToken(world.ada, { renew: true })),
      'sign-in SIGN_IN_EXPIRED',
    );
    assert.equal(world.partitions.held.size, 0);
    await signedIn();
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'token');
  });

  it('waits when Entra throttles or cannot be reached, and keeps the partition', async () => {
    await signedIn();
    clock.tick(2 * hour);
    world.intervene = (path) => (path.endsWith('/token') ? { status: 429 } : undefined);
    const throttled = await world.tokens.graphToken(world.ada, { renew: true });
    assert.equal(codeOf(throttled), 'wait SIGN_IN_THROTTLED');
    assert.ok(throttled.kind === 'wait');
    assert.equal(throttled.until.getTime(), Date.now() + 60_000);
    world.intervene = (path) => (path.endsWith('/token') ? 'reset' : undefined);
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'wait SIGN_IN_UNAVAILABLE');
    world.intervene = undefined;
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'token');
  });

  it('forgets a person who signs out, also while a refresh is under way', async () => {
    await signedIn();
    clock.tick(2 * hour);
    const refresh = world.tokens.graphToken(world.ada);
    await world.signIn.signOut(world.ada);
    await refresh;
    assert.equal(world.partitions.held.size, 0);
    assert.equal(codeOf(await world.tokens.graphToken(world.ada)), 'sign-in SIGN_IN_REQUIRED');
  });

  it('passes on what storage throws', async () => {
    await signedIn();
    const failure = new Error('disk');
    world.partitions.read = () => Promise.reject(failure);
    const { createIdentity } = await import('../../src/identity/create-identity.ts');
    const broken = createIdentity({ ...world, clock: { now: () => new Date() } });
    await assert.rejects(broken.tokens.graphToken(world.ada), failure);
  });
});

describe('identity: fifty people at once', () => {
  it('keeps one partition each, with nobody else in it, that opens for nobody else', async () => {
    const tenant = createContoso({ ssoHost: 'localhost:3978', redirectUris: [] });
    const [model] = tenant.people;
    assert.ok(model);
    tenant.people = Array.from({ length: 50 }, (_, index) => ({
      ...model,
      id: `eeeeeeee-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
      userPrincipalName: `person${index}@contoso.com`,
    }));
    const bench = await createSqliteBench();
    const storage = await bench.open();
    const world = await startWorld({ entra: { tenant }, storage });
    const people = tenant.people.map(({ id }) => ({ tenantId: tenant.id, objectId: id }));
    for (const { objectId } of people) world.running.entra.consents.grant(objectId);
    const instances = [world, world.another()];
    const answers = await Promise.all(people.map((person) => world.exchange(person)));
    assert.ok(answers.every((answer) => answer.kind === 'signed-in'));
    const tokens = await Promise.all(
      people.map((person, index) => instances[index % 2]!.tokens.graphToken(person)),
    );
    for (const [index, person] of people.entries()) {
      const answer = tokens[index];
      assert.ok(answer?.kind === 'token');
      const audience = world.running.cloud;
      const claims = await world.running.entra.verifyAccessToken(answer.token, { audience });
      assert.equal(claims['oid'], person.objectId);
      const contents = decodePayloads((await storage.partitions.read(person)) ?? '');
      const within = people.filter(({ objectId }) => contents.includes(objectId));
      assert.deepEqual(within, [person]);
    }
    assert.deepEqual(await bench.query('select count(*) as n from token_partitions'), [{ n: 50 }]);
    const [one, other] = people;
    await bench.query(
      `update token_partitions set sealed = (select sealed from token_partitions where person_id = '${one!.objectId}')
       where person_id = '${other!.objectId}' returning person_id`,
    );
    await assert.rejects(storage.partitions.read(other!), { code: 'STORAGE_UNREADABLE' });
    assert.equal(tokenCalls(world), 50);
    await world.stop();
    await bench.dispose();
  });
});

/** The partition's text with the payload of every token in it spelled out. */
function decodePayloads(contents: string): string {
  return contents.replace(/eyJ[\w-]+\.([\w-]+)\.[\w-]+/g, (_, payload: string) =>
    Buffer.from(payload, 'base64url').toString(),
  );
}
