import assert from 'node:assert/strict';
import { eventually } from '../../e2e/start-world.ts';
import { checkCard, checkCardSchema } from '../cards/check-card.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Each kind of activity that Teams sends, through the real adapter, and the shape of the answer that its client expects. */
describe('activities as Teams sends them', function () {
  this.timeout(20_000);
  let bot: Bot;
  before(async () => (bot = await startBot()));
  after(() => bot.stop());

  const ada = () => bot.person('Ada');
  const channelPosts = () => bot.traffic.list({ service: 'channel', method: 'POST' });

  /** The card that the bot sent last, which has to be one that Teams takes. */
  function newestCard(name: string): AdaptiveCard {
    const all = bot.chat(name).flatMap(({ attachments }) => attachments);
    const newest = all.findLast(
      ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive',
    );
    const content = newest?.content as AdaptiveCard;
    checkCard(content);
    checkCardSchema(content);
    return content;
  }

  it('a message in the personal chat', async () => {
    const answer = await bot.deliver(bot.activities.message(ada(), 'new conversation'));
    assert.deepEqual(answer, { status: 200, body: undefined });
    assert.match(JSON.stringify(newestCard('Ada')), /conversation\.post/);
  });

  it('a message in a channel, with the bot mentioned in front', async () => {
    const where = bot.beginThread('Ada');
    const answer = await bot.deliver(bot.activities.mention(ada(), where, 'new finance-all@contoso.example'));
    assert.deepEqual(answer, { status: 200, body: undefined });
    const card = bot.sandbox.channel.messages.list(where.channel).find(({ from }) => from.kind === 'bot');
    assert.equal(card?.rootId, where.rootId);
    const text = JSON.stringify(card);
    assert.match(text, /Fill in/);
    assert.doesNotMatch(text, /finance-all/);
    const data = { msteams: { type: 'task/fetch' }, formId: /"formId":"([^"]+)"/.exec(text)?.[1] };
    const { body } = await bot.deliver(bot.activities.invoke(ada(), 'task/fetch', { data }, where));
    assert.match(JSON.stringify(body), /finance-all@contoso\.example/);
  });

  it('an Action.Submit with a verb of another version, but with text', async () => {
    const value = {
      verb: 'conversation.draft',
      groupId: bot.group('Finance').id,
      topic: 'Quarter close',
      body: 'First line\nSecond line',
    };
    const answer = await bot.deliver(bot.activities.submit(ada(), '1763640000101', value));
    assert.deepEqual(answer, { status: 200, body: undefined });
    const card = JSON.stringify(newestCard('Ada'));
    assert.match(card, /Quarter close/);
    assert.match(card, /First line\\nSecond line/);
  });

  it('installationUpdate add welcomes, add-upgrade and remove say nothing', async () => {
    const said = () => bot.chat('Ben').length;
    const update = (action: string) =>
      bot.deliver(bot.activities.of('installationUpdate', bot.person('Ben'), { action }));
    assert.equal((await update('add')).status, 200);
    assert.match(JSON.stringify(newestCard('Ben')), /Welcome/);
    assert.equal(said(), 1);
    for (const action of ['add-upgrade', 'remove-upgrade', 'remove']) {
      bot.traffic.clear();
      assert.deepEqual(await update(action), { status: 200, body: undefined });
      assert.equal(bot.traffic.count({ service: 'channel' }), 0, action);
    }
    assert.equal(said(), 1);
  });

  it('answers every other type and invoke deliberately, and says nothing', async () => {
    const eventTypes = [
      ...['teamMemberAdded', 'teamMemberRemoved', 'teamRenamed', 'teamArchived', 'teamUnarchived'],
      ...['teamDeleted', 'teamHardDeleted', 'teamRestored', 'channelCreated', 'channelRenamed'],
      ...['channelDeleted', 'channelRestored', 'channelShared', 'channelUnshared', 'channelMemberAdded', 'x'],
    ];
    const team = { id: '19:t@thread.tacv2', name: 'T', aadGroupId: bot.group('Finance').id };
    const channel = { id: '19:c@thread.tacv2', name: 'C' };
    const tenant = { id: bot.sandbox.tenant.id };
    const membersAdded = [{ id: ada().teamsId }];
    const reaction = { replyToId: '1763640000101', reactionsAdded: [{ type: 'like' }] };
    const quiet: [type: string, more: Record<string, unknown>][] = [
      ['conversationUpdate', { membersAdded }],
      ['conversationUpdate', { membersRemoved: membersAdded }],
      ['conversationUpdate', {}],
      ...eventTypes.map((eventType): [string, Record<string, unknown>] => [
        'conversationUpdate',
        { membersAdded, channelData: { eventType, team, channel, tenant } },
      ]),
      ['messageReaction', reaction],
      ['messageReaction', { reactionsRemoved: [{ type: 'like' }] }],
      [
        'messageUpdate',
        { text: 'start "A" in Finance: b', channelData: { eventType: 'editMessage', tenant } },
      ],
      ['messageUpdate', { channelData: { eventType: 'undeleteMessage', tenant } }],
      ['messageDelete', { channelData: { eventType: 'softDeleteMessage', tenant } }],
      ['typing', {}],
      ['event', { name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } }],
      ['event', { name: 'application/vnd.microsoft.meetingStart', value: {} }],
      ['event', { name: 'tokens/response', value: { token: 'x' } }],
      ['event', {}],
      ['endOfConversation', { code: 'unknown' }],
      ['command', { name: 'x' }],
      ['commandResult', { name: 'x' }],
      ['installationUpdate', {}],
      ['handoff', {}],
      ['trace', {}],
      ['invokeResponse', { value: { status: 200 } }],
      ['delay', { value: 50 }],
      ['aTypeOfTomorrow', { value: { deep: [1] } }],
    ];
    bot.traffic.clear();
    for (const [type, more] of quiet) {
      const { status } = await bot.deliver(bot.activities.of(type, ada(), more));
      assert.equal(status, 200, `${type} ${JSON.stringify(more)}`);
    }
    const invokes = ['message/submitAction', 'config/fetch', 'healthCheck', 'no/such', ''];
    for (const name of invokes) {
      const { status, body } = await bot.deliver(bot.activities.invoke(ada(), name, { any: 'thing' }));
      assert.equal(status, 400, name);
      assert.deepEqual(body, { error: { code: 'BadRequest', message: 'This invoke is not known.' } });
    }
    const { name: _, ...nameless } = bot.activities.invoke(ada(), '', {});
    assert.equal((await bot.deliver(nameless)).status, 400);
    assert.equal(channelPosts().length, 0);
    assert.deepEqual(bot.mail(), []);
  });

  it('knows a person without an object id by the roster, and nobody else', async () => {
    const known = bot.activities.message(ada(), 'help');
    const { aadObjectId: _, ...account } = known['from'] as Record<string, unknown>;
    const said = bot.chat('Ada').length;
    assert.equal((await bot.deliver({ ...known, from: account })).status, 200);
    assert.equal(bot.chat('Ada').length, said + 1);
    assert.match(JSON.stringify(newestCard('Ada')), /What I can do/);

    const stranger = { ...known, id: 'f:stranger', from: { id: '29:1nobody', name: 'Nobody' } };
    assert.equal((await bot.deliver(stranger)).status, 200);
    assert.match(bot.chat('Ada').at(-1)!.text, /cannot tell who you are/);
    const press = bot.activities.execute(ada(), '1', 'form.open', {});
    const { status, body } = await bot.deliver({ ...press, from: stranger.from });
    assert.equal(status, 200);
    const { statusCode, value } = body as { statusCode: number; value: { message: string } };
    assert.equal(statusCode, 400);
    assert.match(value.message, /cannot tell who you are/);
  });

  it('takes nothing from other organisations', async () => {
    const tenantId = '99999999-0000-4000-8000-000000000009';
    const foreign = (activity: Record<string, unknown>) => ({
      ...activity,
      channelData: { tenant: { id: tenantId } },
      conversation: { ...(activity['conversation'] as object), tenantId },
    });
    const message = foreign(bot.activities.message(ada(), 'start "A" in Finance: b'));
    assert.equal((await bot.deliver(message)).status, 200);
    assert.match(bot.chat('Ada').at(-1)!.text, /not set up for your organisation/);
    const search = await bot.deliver(
      foreign(bot.activities.invoke(ada(), 'application/search', { queryText: 'f', dataset: 'groups' })),
    );
    assert.deepEqual([search.status, (search.body as { value: object }).value], [200, { results: [] }]);
    const task = await bot.deliver(foreign(bot.activities.invoke(ada(), 'task/fetch', {})));
    assert.match(JSON.stringify(task.body), /not set up for your organisation/);
    assert.equal(
      (await bot.deliver(foreign(bot.activities.invoke(ada(), 'signin/failure', {})))).status,
      403,
    );
  });

  it('Outlook and Microsoft 365 as channels', async () => {
    for (const channelId of ['outlook', 'm365extensions']) {
      const invoke = bot.activities.invoke(ada(), 'composeExtension/query', { commandId: 'search' });
      assert.equal((await bot.deliver({ ...invoke, channelId })).status, 200);
    }
  });

  it('answers a person whom it cannot reach, and is not made to try again', async () => {
    const dana = bot.person('Dana');
    bot.sandbox.channel.installations.block(dana.id);
    bot.traffic.clear();
    assert.equal((await bot.deliver(bot.activities.message(dana, 'help'))).status, 200);
    const { body } = await bot.deliver(bot.activities.execute(dana, '1', 'form.open', {}));
    assert.equal((body as { statusCode: number }).statusCode, 400);
    await eventually('the log', () => bot.log.some((line) => line.includes('"kind":"blocked"')));
    assert.equal(channelPosts().length, 2);
    bot.sandbox.channel.installations.unblock(dana.id);
    bot.sandbox.faults.add({
      service: 'channel',
      when: 'before',
      times: 1,
      outcome: { status: 502 },
      method: 'POST',
    });
    assert.equal((await bot.deliver(bot.activities.message(dana, 'help'))).status, 503);
  });
});
