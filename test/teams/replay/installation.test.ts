import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkCard } from '../cards/check-card.ts';
import { createPerson } from './create-person.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Where the bot is put in and taken out: one greeting each, and nothing else. */
describe('installation', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  const ben = () => bot.person('Ben');
  const members = () => [{ id: bot.sandbox.channel.botId }, { id: ben().teamsId }];
  const installation = (action: string, where: Parameters<Bot['activities']['of']>[3] = 'personal') =>
    bot.deliver(bot.activities.of('installationUpdate', ben(), { action }, where));
  const sent = () => bot.traffic.count({ service: 'channel', method: 'POST' });

  it('greets a person once, whichever event comes first, and after an upgrade not again', async () => {
    await bot.deliver(bot.activities.of('conversationUpdate', ben(), { membersAdded: members() }));
    for (const action of ['add', 'add', 'remove-upgrade', 'add-upgrade']) await installation(action);
    assert.equal(bot.chat('Ben').length, 1);
    const card = bot.chat('Ben')[0]?.attachments[0]?.content as Parameters<typeof checkCard>[0];
    checkCard(card);
    const { body } = card as { body: { type: string; actions?: unknown[] }[] };
    const [title, ...lines] = body.filter(({ type }) => type !== 'ActionSet');
    assert.match(JSON.stringify(title), /Welcome to Kickoff/);
    assert.equal(lines.length, 3);
    assert.deepEqual(body.flatMap(({ actions = [] }) => actions).length, 1);
  });

  it('says nothing when it is removed, and greets again when it comes back', async () => {
    await installation('add');
    bot.traffic.clear();
    assert.deepEqual(await installation('remove'), { status: 200, body: undefined });
    const membersRemoved = members();
    await bot.deliver(bot.activities.of('conversationUpdate', ben(), { membersRemoved }));
    assert.equal(bot.traffic.count({ service: 'channel' }), 0);
    await installation('add');
    assert.equal(bot.chat('Ben').length, 2);
  });

  it('remembers who has removed it, until they have it again', async () => {
    const database = new DatabaseSync(join(bot.folder, 'kickoff.sqlite'), { timeout: 1_000 });
    const states = () =>
      database
        .prepare('select person_id, state from person_installs')
        .all()
        .map((row) => ({ ...row }));
    await installation('remove', 'groupChat');
    assert.deepEqual(states(), []);
    await installation('remove');
    assert.deepEqual(states(), [{ person_id: ben().id, state: 'removed' }]);
    await installation('add');
    assert.deepEqual(states(), []);
    database.close();
  });

  it('says one line in a team’s General, by whichever event comes, and nothing about anything else there', async () => {
    const team = bot.sandbox.tenant.teams[0]!;
    const { channel, rootId } = bot.beginThread('Ben');
    const where = { channel, rootId };
    bot.traffic.clear();
    const channelData = (eventType: string) => ({
      ...{ eventType, team: { id: team.id }, tenant: { id: bot.sandbox.tenant.id } },
    });
    const event = (eventType: string, more: object) =>
      bot.deliver(
        bot.activities.of(
          'conversationUpdate',
          ben(),
          { channelData: channelData(eventType), ...more },
          where,
        ),
      );
    await installation('add', where);
    await event('teamMemberAdded', { membersAdded: members() });
    await event('teamMemberAdded', { membersAdded: [{ id: ben().teamsId }] });
    for (const name of [
      'teamRenamed',
      'teamArchived',
      'channelCreated',
      'channelDeleted',
      'teamMemberRemoved',
    ])
      await event(name, {});
    assert.equal(sent(), 1);
    const said = bot.sandbox.channel.messages.list(team.id).filter(({ from }) => from.kind === 'bot');
    assert.equal(said.length, 1);
    assert.match(said[0]!.text, /^I start conversations in your Microsoft 365 groups/);
    await event('teamMemberRemoved', { membersRemoved: members() });
    assert.equal(sent(), 1);
  });

  it('says one line in a group chat', async () => {
    const membersAdded = members();
    await bot.deliver(bot.activities.of('conversationUpdate', ben(), { membersAdded }, 'groupChat'));
    await installation('add', 'groupChat');
    assert.equal(sent(), 1);
  });

  describe('forget me', () => {
    const inputs = () => ({ groupId: bot.group('Finance').id, topic: 'Topic', body: 'The text', people: '' });

    it('asks back, deletes sign-in, forms and texts, and says what it keeps', async () => {
      await bot.signIn('Ada');
      const ada = createPerson(bot, 'Ada');
      const form = await ada.say('start');
      await ada.post(form, inputs());
      await ada.say('start');
      const ask = await ada.say('forget me');
      checkCard(ask.card);
      assert.match(ask.text, /Forget everything about you\?/);
      assert.doesNotMatch(ask.text, /not posted yet/);
      const done = await ada.execute('person.forget', {}, ask.messageId);
      checkCard(done.card);
      assert.match(done.text, /Your sign-in and your forms are deleted, and so is the text of 1 request\./);
      assert.match(done.text, /I keep only ids without text/);

      // A press that is delivered again starts nothing, though its form is gone.
      await ada.post(form, inputs());
      assert.equal(bot.mail().length, 1);
      const { text } = await ada.say('start "Other" in Finance: After it');
      assert.doesNotMatch(text, /Conversation started/, 'the sign-in was kept');
    });

    it('names what is not posted yet, and takes it along', async () => {
      const ada = createPerson(bot, 'Ada');
      await bot.deliver(
        bot.activities.message(bot.person('Ada'), 'start "Waiting" in Finance: for a sign-in'),
      );
      const ask = await ada.say('forget me');
      assert.match(ask.text, /One text of yours is not posted yet or planned for later, and goes with it/);
      await ada.execute('person.forget', {}, ask.messageId);
      assert.match((await ada.say('pending')).text, /Nothing of yours is waiting/);
      await bot.signIn('Ada');
      assert.deepEqual(bot.mail(), []);
    });

    it('is asked for in the personal chat only', async () => {
      const { channel, rootId } = bot.beginThread('Ada');
      await bot.deliver(bot.activities.mention(bot.person('Ada'), { channel, rootId }, 'forget me'));
      const said = bot.sandbox.channel.messages.list(channel).at(-1);
      assert.match(said?.text ?? '', /^Ask me that in our own chat/);
    });
  });
});
