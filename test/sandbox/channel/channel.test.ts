import assert from 'node:assert/strict';
import type { ChannelActivity } from '../../../src/sandbox/channel/channel-activity.ts';
import { startWorld } from './start-world.ts';
import type { World } from './start-world.ts';

describe('createChannel', () => {
  let world: World;
  before(async () => {
    world = await startWorld({ deadline: 400 });
  });
  after(() => world.stop());
  beforeEach(() => {
    world.bot.received.length = 0;
    world.bot.onActivity = () => undefined;
  });

  const activity = (): ChannelActivity => ({
    type: 'message',
    id: '1763640000100',
    channelId: 'msteams',
    serviceUrl: world.channel.serviceUrl(),
    from: { id: world.person('ada').teamsId },
    recipient: { id: world.channel.botId },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: world.tenant.id },
    text: 'help',
  });

  it('publishes RSA keys that endorse the three channels', async () => {
    const metadata = await fetch(`${world.origin}/botframework/.well-known/openidconfiguration`);
    const { issuer, jwks_uri: address } = (await metadata.json()) as Record<string, string>;
    assert.equal(issuer, `${world.origin}/botframework`);
    const { keys } = (await (await fetch(String(address))).json()) as { keys: Record<string, unknown>[] };
    assert.equal(keys.length, 1);
    assert.deepEqual(keys[0]?.['endorsements'], ['msteams', 'outlook', 'm365extensions']);
    assert.equal(keys[0]?.['kty'], 'RSA');
    assert.equal('d' in (keys[0] ?? {}), false);
  });

  it('signs activities for the app, naming their service URL, for one hour', async () => {
    const delivery = await world.channel.deliver(activity());
    assert.deepEqual(delivery, { status: 200, body: undefined });
    const [received] = world.bot.received;
    assert.equal(received?.claims['serviceurl'], world.channel.serviceUrl());
    assert.equal((received?.claims.exp ?? 0) - (received?.claims.iat ?? 0), 3600);
    assert.equal(received?.headers['x-ms-tenant-id'], world.tenant.id);
    assert.deepEqual(received?.activity, activity());
  });

  it('delivers once by itself, whatever the bot answers, and again when told to', async () => {
    world.bot.onActivity = () => ({ status: 503, body: { why: 'busy' } });
    const same = activity();
    assert.deepEqual(await world.channel.deliver(same), { status: 503, body: { why: 'busy' } });
    assert.equal(world.bot.received.length, 1);
    await world.channel.deliver(same);
    assert.deepEqual(world.bot.received[0]?.activity, world.bot.received[1]?.activity);
  });

  it('answers 504 when the bot is too slow', async () => {
    let release = () => {};
    world.bot.onActivity = () => new Promise((resolve) => (release = () => resolve(undefined)));
    assert.deepEqual(await world.channel.deliver(activity()), { status: 504, body: undefined });
    release();
  });

  it('answers 502 when the bot is not there', async () => {
    const lonely = await startWorld();
    await lonely.bot.close();
    assert.deepEqual(await lonely.channel.deliver(activity()), { status: 502, body: undefined });
    await lonely.stop();
  });
});
