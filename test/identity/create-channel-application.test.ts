import assert from 'node:assert/strict';
import {
  createChannelApplication,
  type ChannelApplication,
} from '../../src/identity/create-channel-application.ts';
import { startWorld, tokenCalls, type World } from './start-world.ts';

describe('identity: the bot’s own token for the channel', () => {
  const scopes = ['https://api.botframework.com/.default'];
  let world: World;
  let application: ChannelApplication;
  let now: Date;

  beforeEach(async () => {
    world = await startWorld();
    now = new Date();
    const { cloud, tenant } = world.running;
    const { app } = world.configuration;
    const endpoints = { channelLogin: `${cloud}/${tenant.id}` };
    application = createChannelApplication({ app, endpoints }, { clock: { now: () => now } });
  });
  afterEach(() => world.stop());

  it('asks once for all turns that start together', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => application.acquireTokenByClientCredential({ scopes })),
    );
    assert.equal(tokenCalls(world), 1);
    assert.deepEqual(world.requests, ['v2.0/.well-known/openid-configuration', 'oauth2/v2.0/token']);
    const audience = 'https://api.botframework.com';
    for (const result of results) {
      await world.running.entra.verifyAccessToken(result?.accessToken ?? '', { audience });
      assert.ok((result?.expiresOn?.getTime() ?? 0) > Date.now());
    }
  });

  it('tries again at once after a 5xx, and after a 429 when Entra says', async () => {
    const ask = (): Promise<unknown> => application.acquireTokenByClientCredential({ scopes });
    world.intervene = (path) => (path.endsWith('/token') ? { status: 503 } : undefined);
    await assert.rejects(ask());
    world.intervene = undefined;
    await ask();
    world.intervene = (path) =>
      path.endsWith('/token') ? { status: 429, headers: { 'retry-after': '5' } } : undefined;
    await assert.rejects(ask(), { code: 'SIGN_IN_THROTTLED' });
    world.intervene = undefined;
    const calls = tokenCalls(world);
    await assert.rejects(ask(), { code: 'SIGN_IN_THROTTLED' });
    assert.equal(tokenCalls(world), calls);
    now = new Date(now.getTime() + 5000);
    await ask();
  });
});
