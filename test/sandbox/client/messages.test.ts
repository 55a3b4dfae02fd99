import assert from 'node:assert/strict';
import { startClients } from './start-clients.ts';
import type { ClientWorld } from './start-clients.ts';

describe('a Teams client: messages', () => {
  let world: ClientWorld;
  beforeEach(async () => {
    world = await startClients({ now: () => new Date('2026-11-20T12:00:00.123Z') });
  });
  afterEach(() => world.stop());

  it('lists the chats that the person is in', () => {
    const names = (alias: string) =>
      world
        .client(alias)
        .chats()
        .map((chat) => [chat.kind, chat.name, chat.team]);
    assert.deepEqual(names('ada'), [
      ['personal', 'Kickoff', undefined],
      ['groupChat', 'Month end', undefined],
      ['channel', 'General', 'Project Aurora'],
      ['channel', 'Launch', 'Project Aurora'],
    ]);
    assert.deepEqual(names('dana'), [['personal', 'Kickoff', undefined]]);
  });

  it('adds the app when the personal chat is first opened, however often and at once', async () => {
    const ada = world.client('ada');
    await Promise.all([ada.open('personal'), ada.open('personal'), ada.send('personal', 'help')]);
    await ada.open('personal');
    assert.deepEqual(
      world.bot.received.map(({ activity }) => activity.type),
      ['installationUpdate', 'conversationUpdate', 'message'],
    );
    const [added] = world.heard('installationUpdate');
    assert.equal(added?.action, 'add');
    assert.equal(added?.channelData.settings.selectedChannel.id, added?.conversation.id);
    const [joined] = world.heard('conversationUpdate');
    assert.deepEqual(
      joined?.membersAdded.map((each: { id: string }) => each.id),
      [world.channel.botId, world.person('ada').teamsId],
    );
  });

  it('sends a typed message as Teams does', async () => {
    const sent = await world.client('ada').send('personal', 'new <b>conversation</b>\nsecond line');
    const [activity] = world.heard('message');
    const { id, serviceUrl, conversation, from, recipient, ...rest } = activity ?? {};
    assert.equal(id, sent.messageId);
    assert.equal(serviceUrl, world.channel.serviceUrl());
    assert.deepEqual(from, {
      id: world.person('ada').teamsId,
      name: 'Ada Vance',
      aadObjectId: world.person('ada').id,
    });
    assert.deepEqual(recipient, { id: world.channel.botId, name: 'Kickoff' });
    assert.deepEqual(conversation, {
      conversationType: 'personal',
      tenantId: world.tenant.id,
      id: world.client('ada').chats()[0]?.id,
    });
    assert.deepEqual(rest, {
      type: 'message',
      timestamp: '2026-11-20T12:00:00.123Z',
      localTimestamp: '2026-11-20T13:00:00.123+01:00',
      channelId: 'msteams',
      entities: [
        { locale: 'en-US', country: 'US', platform: 'Web', timezone: 'Europe/Paris', type: 'clientInfo' },
      ],
      channelData: { tenant: { id: world.tenant.id } },
      locale: 'en-US',
      localTimezone: 'Europe/Paris',
      text: 'new <b>conversation</b>\nsecond line',
      textFormat: 'plain',
      attachments: [
        {
          contentType: 'text/html',
          content: '<p>new &lt;b&gt;conversation&lt;/b&gt;</p><p>second line</p>',
        },
      ],
    });
  });

  it('mentions the bot in a channel, where it hears nothing else', async () => {
    const ada = world.client('ada');
    const silent = await ada.send('Launch', 'good morning');
    assert.equal(silent.activity, undefined);
    await ada.send('Launch', 'help', { mention: true });
    await ada.send('Launch', '@kickoff  groups');
    const [help, groups, ...more] = world.heard('message');
    assert.equal(more.length, 0);
    assert.equal(help?.text, '<at>Kickoff</at>&nbsp;help \n');
    assert.equal(groups?.text, '<at>Kickoff</at>&nbsp;groups \n');
    assert.deepEqual(help?.entities[0], {
      mentioned: { id: world.channel.botId, name: 'Kickoff' },
      text: '<at>Kickoff</at>',
      type: 'mention',
    });
    const launch = world.tenant.teams[0]?.channels[1]?.id;
    assert.deepEqual(help?.conversation, {
      isGroup: true,
      conversationType: 'channel',
      tenantId: world.tenant.id,
      id: `${launch};messageid=${help?.id}`,
    });
    assert.equal(help?.channelData.team.id, world.tenant.teams[0]?.id);
    assert.equal(help?.channelData.teamsChannelId, launch);
    assert.match(help?.attachments[0].content, /^<p><span itemscope=""[^>]*>Kickoff<\/span>&nbsp;help<\/p>$/);
    assert.deepEqual(
      ada.messages('Launch').map((each) => each.text),
      ['good morning', '@Kickoff help', '@Kickoff groups'],
    );
  });

  it('answers in the thread of a channel', async () => {
    const ada = world.client('ada');
    const first = await ada.send('General', 'help', { mention: true });
    const reply = await world.say(String(first.activity?.conversation.id), { text: 'here' });
    await ada.send('General', 'more', { mention: true, replyTo: reply });
    const second = world.heard('message')[1];
    assert.equal(second?.conversation.id, first.activity?.conversation.id);
    assert.notEqual(second?.id, first.messageId);
    assert.deepEqual(
      world
        .client('ben')
        .messages('General')
        .map((each) => [each.rootId, each.mine, each.from.name]),
      [
        [first.messageId, false, 'Ada Vance'],
        [first.messageId, false, 'Kickoff'],
        [first.messageId, false, 'Ada Vance'],
      ],
    );
  });

  it('shows what the bot sends, changes and deletes, and tells of each', async () => {
    const ada = world.client('ada');
    await ada.open('personal');
    const chat = ada.chats()[0]?.id ?? '';
    const told: string[] = [];
    const ben: string[] = [];
    const stop = ada.onChange((id) => told.push(id));
    world.client('ben').onChange((id) => ben.push(id));
    const id = await world.say(chat, { text: '**hello**' });
    assert.equal(ada.messages('personal')[0]?.textFormat, 'markdown');
    const before = ada.messages('personal')[0]?.revision;
    const path = `/${encodeURIComponent(chat)}/activities/${id}`;
    await world.connector('PUT', path, { type: 'message', text: 'changed' });
    const changed = ada.messages('personal')[0];
    assert.deepEqual([changed?.id, changed?.text, changed?.edited], [id, 'changed', true]);
    assert.notEqual(changed?.revision, before);
    await world.connector('DELETE', path);
    assert.equal(ada.messages('personal')[0]?.deleted, true);
    assert.deepEqual(told, [chat, chat, chat]);
    assert.deepEqual(ben, []);
    stop();
    await world.say(chat, { text: 'unheard' });
    assert.equal(told.length, 3);
  });

  it('says when the bot did not take a message', async () => {
    world.bot.onActivity = ({ type }) => ({ status: type === 'message' ? 500 : 200 });
    const { delivery } = await world.client('ada').send('personal', 'help');
    assert.equal(delivery?.status, 500);
    assert.equal(world.client('ada').messages('personal')[0]?.failedDelivery, 500);
    world.bot.onActivity = () => undefined;
    await world.client('ada').send('personal', 'help');
    assert.equal(world.client('ada').messages('personal')[1]?.failedDelivery, undefined);
  });

  it('refuses chats and messages that the person does not see', async () => {
    await assert.rejects(world.client('chika').send('General', 'hello'), /Chika Okoro has no chat "General"/);
    const sent = await world.client('ada').send('General', 'hello');
    await assert.rejects(world.client('chika').press(sent.messageId, 'x'), /Chika Okoro sees no message/);
    assert.throws(() => world.client('nobody'), /nobody is called nobody/);
  });
});
