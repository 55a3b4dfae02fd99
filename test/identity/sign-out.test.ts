import assert from 'node:assert/strict';
import { systemClock } from '../../src/conversations/system/system-clock.ts';
import { createIdentity } from '../../src/identity/create-identity.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { browseAuthorize } from '../sandbox/entra/browse-authorize.ts';
import {
  createPostgresServer,
  whyNoPostgres,
  type PostgresBench,
  type PostgresServer,
} from '../storage/postgres-server.ts';
import { chatId, startWorld, type World } from './start-world.ts';

const missing = await whyNoPostgres();

describe(`identity: signing out of two instances${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let server: PostgresServer | undefined;
  let bench: PostgresBench;
  let world: World;
  let here: ReturnType<typeof createIdentity>;
  let there: ReturnType<typeof createIdentity>;
  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
  });
  after(() => server?.drop());
  beforeEach(async () => {
    world = await startWorld();
    world.running.entra.consents.grantForAll();
    bench = await server!.createBench();
    const instance = ({ partitions, tickets }: Storage) =>
      createIdentity({ ...world, partitions, tickets, clock: systemClock });
    here = instance(await bench.open());
    there = instance(await bench.open());
  });
  afterEach(async () => {
    await bench.dispose();
    await world.stop();
  });

  async function exchangeAt(identity: typeof here, person = world.ada) {
    const { exchangeId } = await identity.signIn.offer(person, chatId);
    const token = await world.running.entra.issueSsoToken(person.objectId);
    return { person, chatId, exchangeId, token };
  }

  it('leaves the other instance without a token, and other people alone', async () => {
    await here.signIn.exchange(await exchangeAt(here));
    await there.signIn.exchange(await exchangeAt(there, world.ben));
    assert.equal((await there.tokens.graphToken(world.ada)).kind, 'token');
    await here.signIn.signOut(world.ada);
    for (const { tokens } of [here, there]) {
      assert.equal((await tokens.graphToken(world.ada)).kind, 'sign-in');
      assert.equal((await tokens.graphToken(world.ben)).kind, 'token');
    }
    const left = await bench.query('select person_id from token_partitions');
    assert.deepEqual(left, [{ person_id: world.ben.objectId }]);
  });

  it('ends cards, browsers on their way and codes of the other instance', async () => {
    const card = await exchangeAt(there);
    const start = await there.signIn.startAuthorization(card.exchangeId);
    assert.ok(start.kind === 'redirect');
    const back = await browseAuthorize(start.location, { personId: world.ada.objectId });
    const other = await there.signIn.startAuthorization(card.exchangeId);
    assert.ok(other.kind === 'redirect');
    const otherBack = await browseAuthorize(other.location, { personId: world.ada.objectId });
    const end = await there.signIn.endAuthorization(otherBack.searchParams, other.cookie.value);
    assert.ok(end.kind === 'signed-in');

    await here.signIn.signOut(world.ada);
    assert.equal((await there.signIn.exchange(card)).kind, 'rejected');
    assert.equal((await there.signIn.startAuthorization(card.exchangeId)).kind, 'refused');
    const late = await there.signIn.endAuthorization(back.searchParams, start.cookie.value);
    assert.ok(late.kind === 'refused' && late.error.code === 'SIGN_IN_LINK_EXPIRED');
    assert.equal(await there.signIn.verify(world.ada, end.code), false);
    assert.deepEqual(await bench.query('select count(*) as n from token_partitions'), [{ n: 0 }]);
    assert.deepEqual(await bench.query('select count(*) as n from tickets'), [{ n: 0 }]);
  });
});
