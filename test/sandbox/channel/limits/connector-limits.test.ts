import assert from 'node:assert/strict';
import { personalChatId } from '../../../../src/sandbox/channel/chats.ts';
import { startWorld, type World } from '../start-world.ts';

/** How often the bot may ask, as the connector counts it. */
describe('the limits of the connector', () => {
  let world: World;
  let now: number;
  let path: string;
  beforeEach(async () => {
    now = Date.parse('2026-11-20T12:00:00Z');
    world = await startWorld({ now: () => new Date(now) });
    world.channel.installations.install(world.person('ada').id);
    path = `/${encodeURIComponent(personalChatId(world.person('ada')))}`;
  });
  afterEach(() => world.stop());

  const hello = { type: 'message', text: 'hello' };
  const send = async () => (await world.connector('POST', `${path}/activities`, hello)).status;
  const times = async (count: number, ask: () => Promise<number>): Promise<number[]> => {
    const answers: number[] = [];
    for (let n = 0; n < count; n += 1) answers.push(await ask());
    return answers;
  };
  const exceeded = () =>
    world.channel.limits.exceeded().map(({ as, windowMs, highest }) => [as, windowMs, highest]);

  it('refuse nothing unless they are enforced, and count all the same', async () => {
    assert.deepEqual(new Set(await times(9, send)), new Set([201]));
    assert.deepEqual(exceeded(), [
      ['send', 1_000, 9],
      ['send', 2_000, 9],
    ]);
  });

  it('let seven messages through in a second and eight in two, and say when to come back, sometimes', async () => {
    const { limits } = world.channel;
    limits.enforced = true;
    assert.deepEqual(await times(8, send), [...Array.from({ length: 7 }, () => 201), 429]);
    now += 999;
    assert.equal(await send(), 429);
    now += 1;
    assert.deepEqual(await times(2, send), [201, 429]);
    assert.equal(limits.refused, 3);
    const answer = () =>
      fetch(`${world.channel.serviceUrl()}v3/conversations${path}/activities`, {
        method: 'POST',
        headers: { authorization: 'Bearer of-the-bot', 'content-type': 'application/json' },
        body: JSON.stringify(hello),
      });
    const named = [await answer(), await answer()];
    assert.deepEqual(new Set(named.map(({ status }) => status)), new Set([429]));
    assert.deepEqual(new Set(named.map(({ headers }) => headers.get('retry-after'))), new Set(['1', null]));
    limits.clear();
    assert.deepEqual(exceeded(), []);
  });

  it('count all threads of a channel together, updates as messages, and members apart', async () => {
    const [channel] = world.tenant.teams[0]?.channels ?? [];
    const thread = async () =>
      (
        await world.connector('POST', '', {
          isGroup: true,
          channelData: { channel: { id: channel?.id } },
          activity: hello,
        })
      ).body as { id: string; activityId: string };
    const [one, other] = [await thread(), await thread()];
    for (const { id, activityId } of [one, other]) {
      await world.connector('POST', `/${encodeURIComponent(id)}/activities`, hello);
      await world.connector('PUT', `/${encodeURIComponent(id)}/activities/${activityId}`, hello);
      await world.connector('GET', `/${encodeURIComponent(id)}/members`);
    }
    const highest = (as: string) =>
      world.channel.limits.highest().find((each) => each.as === as && each.windowMs === 1_000)?.highest;
    assert.deepEqual(
      [highest('send'), highest('create'), highest('members'), highest('tenant')],
      [6, 2, 2, 8],
    );
  });

  it('count the making of one person’s chat, however the person is named', async () => {
    const { id, teamsId } = world.person('ada');
    for (const member of [id, teamsId]) await world.connector('POST', '', { members: [{ id: member }] });
    await world.connector('POST', '', { members: [{ id }] }, { token: 'nonsense' });
    const created = world.channel.limits.highest().find(({ as }) => as === 'create');
    assert.equal(created?.highest, 2);
  });
});
