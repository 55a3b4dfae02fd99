import assert from 'node:assert/strict';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { startWorld, type World } from './start-world.ts';

/** Rules: Teams platform, "Targeted messages". */
describe('targeted messages', () => {
  let world: World;
  let path: string;
  beforeEach(async () => {
    world = await startWorld();
    const channel = world.channel.chats.find(({ kind }) => kind === 'channel')!;
    path = `/${encodeURIComponent(channel.id)}/activities`;
  });
  afterEach(() => world.stop());

  const message = (recipientId?: string) => ({
    type: 'message',
    text: 'hello',
    ...(recipientId !== undefined && { recipient: { id: recipientId } }),
  });
  const query = '?isTargetedActivity=true';

  it('need a recipient when they are sent, and none when they are changed', async () => {
    const ada = world.person('ada').teamsId;
    const send = (id?: string) => world.connector('POST', `${path}${query}`, message(id));
    assert.equal((await send()).status, 400);
    assert.equal((await send('29:nobody')).status, 400);
    const { status, body } = await send(ada);
    assert.equal(status, 201);
    const change = (suffix: string, id?: string) =>
      world.connector('PUT', `${path}/${body['id']}${suffix}`, message(id));
    assert.equal((await change('')).status, 404);
    assert.equal((await change(query, ada)).status, 400);
    assert.equal((await change(query)).status, 200);
    assert.equal((await world.connector('DELETE', `${path}/${body['id']}`)).status, 404);
    assert.equal((await world.connector('DELETE', `${path}/${body['id']}${query}`)).status, 200);
  });

  it('are for chats of several people, in tenants that have them', async () => {
    const ada = world.person('ada');
    world.channel.installations.install(ada.id);
    const own = `/${encodeURIComponent(personalChatId(ada))}/activities${query}`;
    assert.equal((await world.connector('POST', own, message(ada.teamsId))).status, 400);
    world.channel.targetedMessages.allowed = false;
    assert.equal((await world.connector('POST', `${path}${query}`, message(ada.teamsId))).status, 403);
  });
});
