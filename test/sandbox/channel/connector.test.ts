import assert from 'node:assert/strict';
import { personalChatId } from '../../../src/sandbox/channel/chats.ts';
import { startWorld } from './start-world.ts';
import type { World } from './start-world.ts';

const hello = { type: 'message', text: 'hello' };
const card = {
  type: 'message',
  attachments: [
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
  ],
};

describe('the connector API', () => {
  let world: World;
  let chat: string;
  let path: string;
  beforeEach(async () => {
    world = await startWorld();
    world.channel.installations.install(world.person('ada').id);
    chat = personalChatId(world.person('ada'));
    path = `/${encodeURIComponent(chat)}`;
  });
  afterEach(() => world.stop());

  const said = (id = chat) => world.channel.messages.list(id);

  for (const token of ['nonsense', 'for-graph', 'of-another']) {
    it(`refuses the token ${token} with 401`, async () => {
      const answer = await world.connector('POST', `${path}/activities`, hello, { token });
      assert.equal(answer.status, 401);
      assert.equal(said().length, 0);
    });
  }

  it('sends, replies, updates and deletes in a personal chat', async () => {
    const first = await world.connector('POST', `${path}/activities`, hello);
    assert.equal(first.status, 201);
    assert.match(first.body['id'], /^\d{13}$/);
    const second = await world.connector('POST', `${path}/activities/${first.body['id']}`, card);
    assert.equal(second.status, 201);
    assert.ok(Number(second.body['id']) > Number(first.body['id']));
    const update = await world.connector('PUT', `${path}/activities/${first.body['id']}`, {
      ...hello,
      text: 'hello again',
    });
    assert.deepEqual(update, { status: 200, body: { id: first.body['id'] } });
    assert.deepEqual(
      said().map(({ text, edited, revision }) => ({ text, edited, revision })),
      [
        { text: 'hello again', edited: true, revision: 2 },
        { text: '', edited: false, revision: 1 },
      ],
    );
    const removal = await world.connector('DELETE', `${path}/activities/${second.body['id']}`);
    assert.equal(removal.status, 200);
    assert.equal(said()[1]?.deleted, true);
    assert.deepEqual(said()[1]?.attachments, []);
  });

  it('takes typing without showing it', async () => {
    assert.deepEqual(await world.connector('POST', `${path}/activities`, { type: 'typing' }), {
      status: 201,
      body: {},
    });
    assert.equal(said().length, 0);
  });

  it('splits text and card into two messages and answers no id', async () => {
    const answer = await world.connector('POST', `${path}/activities`, { ...card, text: 'look' });
    assert.deepEqual(answer, { status: 201, body: {} });
    assert.deepEqual(
      said().map((each) => [each.text, each.attachments.length]),
      [
        ['look', 0],
        ['', 1],
      ],
    );
  });

  it('answers the same conversation for a person by either id, with the first message sent along', async () => {
    const { id, teamsId } = world.person('ada');
    const byObject = await world.connector('POST', '', { isGroup: false, members: [{ id }] });
    const byAccount = await world.connector('POST', '', { members: [{ id: teamsId }], activity: hello });
    assert.deepEqual(byObject, { status: 201, body: { id: chat } });
    assert.equal(byAccount.body['id'], chat);
    assert.equal(byAccount.body['activityId'], said()[0]?.id);
  });

  it('begins a thread in a channel and answers in it', async () => {
    const channelId = world.tenant.teams[0]?.channels[1]?.id ?? '';
    const thread = await world.connector('POST', '', {
      isGroup: true,
      channelData: { channel: { id: channelId } },
      activity: hello,
    });
    const rootId = thread.body['activityId'];
    assert.equal(thread.body['id'], `${channelId};messageid=${rootId}`);
    await world.connector('POST', `/${encodeURIComponent(thread.body['id'])}/activities`, hello);
    await world.connector('POST', `/${encodeURIComponent(channelId)}/activities/${rootId}`, hello);
    await world.connector('POST', `/${encodeURIComponent(channelId)}/activities`, hello);
    const roots = said(channelId).map((each) => each.rootId);
    assert.deepEqual(roots.slice(0, 3), [rootId, rootId, rootId]);
    assert.equal(roots[3], said(channelId)[3]?.id);
  });

  it('lists, pages and finds members', async () => {
    const general = encodeURIComponent(world.tenant.teams[0]?.channels[0]?.id ?? '');
    const everyone = await world.connector('GET', `/${general}/members`);
    const names = (everyone.body as unknown as { name: string }[]).map((each) => each.name);
    assert.deepEqual(names, ['Ada Vance', 'Ben Ray']);
    const one = await world.connector('GET', `/${general}/pagedmembers?pageSize=1`);
    assert.equal(one.body['members'].length, 1);
    const rest = await world.connector(
      'GET',
      `/${general}/pagedmembers?pageSize=1&continuationToken=${one.body['continuationToken']}`,
    );
    assert.equal(rest.body['members'][0].name, 'Ben Ray');
    assert.equal(rest.body['continuationToken'], undefined);
    const ada = world.person('ada');
    for (const id of [ada.teamsId, ada.id, ada.userPrincipalName]) {
      const found = await world.connector('GET', `${path}/members/${encodeURIComponent(id)}`);
      assert.equal(found.body['aadObjectId'], ada.id);
      assert.equal(found.body['email'], 'ada@contoso.com');
    }
    const ben = await world.connector('GET', `${path}/members/${encodeURIComponent(world.person('ben').id)}`);
    assert.deepEqual([ben.status, ben.body['error'].code], [404, 'MemberNotFoundInConversation']);
    const ofActivity = await world.connector('GET', `${path}/activities/1763640000100/members`);
    assert.equal(ofActivity.status, 200);
  });

  it('refuses with 403 in the shape of the reason', async () => {
    const ben = world.person('ben');
    const create = await world.connector('POST', '', { members: [{ id: ben.id }] });
    assert.deepEqual([create.status, create.body['error'].code], [403, 'ForbiddenOperationException']);
    const benPath = `/${encodeURIComponent(personalChatId(ben))}/activities`;
    const write = await world.connector('POST', benPath, hello);
    assert.equal(write.status, 403);
    assert.equal(write.body['errorCode'], 209);
    assert.equal(JSON.parse(write.body['message']).subCode, 'MessageWritesBlocked');
    world.channel.installations.block(world.person('ada').id);
    const blocked = await world.connector('POST', `${path}/activities`, hello);
    assert.deepEqual([blocked.status, blocked.body['error'].code], [403, 'ConversationBlockedByUser']);
    world.channel.installations.unblock(world.person('ada').id);
    assert.equal((await world.connector('POST', `${path}/activities`, hello)).status, 201);
    const team = world.tenant.teams[0];
    world.channel.installations.uninstall(team?.id ?? '');
    const general = `/${encodeURIComponent(team?.channels[0]?.id ?? '')}/activities`;
    const roster = await world.connector('POST', general, hello);
    assert.deepEqual([roster.status, roster.body['error'].code], [403, 'BotNotInConversationRoster']);
  });

  it('answers 404 for what is not there', async () => {
    const nowhere = await world.connector('POST', '/a%3A1nowhere/activities', hello);
    assert.deepEqual([nowhere.status, nowhere.body['error'].code], [404, 'ConversationNotFound']);
    const nothing = await world.connector('PUT', `${path}/activities/1763640000100`, hello);
    assert.deepEqual([nothing.status, nothing.body['error'].code], [404, 'ActivityNotFoundInConversation']);
    const nobody = await world.connector('POST', '', { members: [{ id: 'ada@contoso.com' }] });
    assert.equal(nobody.status, 404);
    const general = world.tenant.teams[0]?.channels[0]?.id;
    const lost = encodeURIComponent(`${general};messageid=1763640000100`);
    assert.equal((await world.connector('POST', `/${lost}/activities`, hello)).status, 404);
  });

  it('answers 413 above 100 KB and 400 for what is no message', async () => {
    const large = await world.connector('POST', `${path}/activities`, {
      ...hello,
      text: 'x'.repeat(102_400),
    });
    assert.deepEqual([large.status, large.body['error'].code], [413, 'MessageSizeTooBig']);
    for (const body of [{ text: 'no type' }, { type: 'message' }, { type: 'message', text: 5 }, []]) {
      const answer = await world.connector('POST', `${path}/activities`, body);
      assert.equal(answer.status, 400, JSON.stringify(body));
    }
    assert.equal(said().length, 0);
  });

  it('lets the bot change only its own messages', async () => {
    const own = world.channel.messages.add({
      chatId: chat,
      threaded: false,
      from: { kind: 'person', id: world.person('ada').teamsId, name: 'Ada Vance' },
      text: 'mine',
      textFormat: 'plain',
      attachments: [],
      deliveryStatus: undefined,
    });
    const answer = await world.connector('PUT', `${path}/activities/${own.id}`, hello);
    assert.deepEqual([answer.status, answer.body['error'].code], [403, 'NotEnoughPermissions']);
    assert.equal(said()[0]?.text, 'mine');
  });
});
