import assert from 'node:assert/strict';
import sinon from 'sinon';
import { checkCard, everything } from '../cards/check-card.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { commandStage } from './command-stage.ts';

/** The commands that list, refer and reply, through the real adapter, in a personal chat. */
describe('commands', function () {
  this.timeout(20_000);
  const stage = commandStage();
  const { begin, texts, posts, valid, action, press, tell, lastText, inputs, postBy } = stage;

  describe('recent, groups and numbers', () => {
    it('lists a group’s conversations, newest first, with what can be done about each', async () => {
      for (const topic of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'])
        begin('Finance', topic, `The words of ${topic}`);
      const list = valid(await stage.ada.say('recent Finance'));
      assert.match(list.text, /#1 .*Seven.*The words of Seven.*#5 .*Three/s);
      assert.doesNotMatch(list.text, /#6/);
      const buttons = everything(list.card).filter(
        ({ type }) => type === 'Action.Execute' || type === 'Action.OpenUrl',
      );
      assert.equal(buttons.filter(({ mode }) => mode !== 'secondary').length, 6);
      assert.ok(buttons.some(({ url }) => String(url).includes('/mail/group/contoso.com/finance/')));

      const more = await press(stage.ada, list, 'list.more');
      valid(more);
      assert.match(more.text, /#6 .*Two.*#7 .*One/s);
      assert.equal(action(more, 'list.more'), undefined);

      await stage.ada.say('reply #6: An answer to two');
      assert.deepEqual(texts('Finance', 'Two').length, 2);
      assert.match(stage.ada.newest().text, /Two/);
    });

    it('lists what is new in all groups, and says which group', async () => {
      begin('Finance', 'Older', 'a', 5);
      begin('Finance Leadership', 'Newer', 'b');
      const list = valid(await stage.ada.say('recent'));
      assert.match(list.text, /Newer.*Finance Leadership.*Older.*Finance/s);
      await stage.ada.say('thread "Numbers" in #1: First words');
      const [newer] = stage.bot.conversations('Finance Leadership');
      assert.deepEqual(
        newer?.threads.map(({ topic }) => topic),
        ['Newer', 'Numbers'],
      );
    });

    it('lists the person’s groups; their numbers stand for groups', async () => {
      const list = valid(await stage.ada.say('groups'));
      const number =
        /#(\d) [^#]*?"Finance"/s.exec(list.text)?.[1] ?? /#(\d) "[^#]*Finance"/s.exec(list.text)?.[1];
      assert.ok(number !== undefined, list.text);
      await stage.ada.say(`start "By number" in #${number}: text`);
      assert.deepEqual(texts('Finance', 'By number').length, 1);
      const refused = await stage.ada.say(`reply #${number}: text of a reply`);
      assert.match(refused.text, /is a group/);
      assert.match(refused.text, /text of a reply/);

      const form = (await press(stage.ada, list, 'group.start', Number(number) - 1)) && stage.ada.newest();
      assert.match(form.text, /Finance \(finance@contoso\.com\)/);
      await press(stage.ada, list, 'group.recent', Number(number) - 1);
      assert.match(stage.ada.newest().text, /By number/);
      await press(stage.ada, list, 'group.use', Number(number) - 1);
      assert.match(lastText('Ada'), /posts to Finance/);
    });

    it('says so when a number stands for nothing, and keeps the text', async () => {
      const none = await stage.ada.say('reply #2: Some words');
      assert.match(none.text, /no list of the last hour/);
      assert.match(none.text, /Some words/);
      begin('Finance', 'One', 'x');
      await stage.ada.say('recent Finance');
      const wrong = await stage.ada.say('start "T" in #7: Other words');
      assert.match(wrong.text, /There is no #7 in your last list, which ends with #1/);
      assert.match(wrong.text, /Other words/);
      assert.match(wrong.text, /Type “recent” or “groups” for a new one/);
      await tell('recent #9');
      assert.match(lastText('Ada'), /no #9/);
      assert.deepEqual(stage.bot.mail().length, 1);
    });

    it('forgets a list after an hour', async () => {
      for (const topic of ['1', '2', '3', '4', '5', '6']) begin('Finance', topic, 'x');
      const list = await stage.ada.say('recent Finance');
      const clock = sinon.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 });
      try {
        const late = await stage.ada.say('reply #1: Too late');
        assert.match(late.text, /no list of the last hour/);
        assert.match(late.text, /Too late/);
        assert.match((await press(stage.ada, list, 'list.more')).text, /older than an hour/);
      } finally {
        clock.restore();
      }
    });

    it('refuses a number whose conversation or group has vanished, and keeps the text', async () => {
      const { conversation } = begin('Finance', 'Gone', 'x');
      begin('Project Aurora', 'There', 'x');
      await stage.ada.say('recent Finance');
      stage.bot.sandbox.graph.mailboxes.remove(stage.bot.group('Finance').id, conversation.id);
      const refused = await stage.ada.say('reply #1: The text');
      assert.match(refused.text, /The conversation that you chose is not among the newest/);
      assert.match(refused.text, /The text/);

      await stage.ada.say('recent "Project Aurora"');
      const { groups } = stage.bot.sandbox.tenant;
      const at = groups.findIndex(({ displayName }) => displayName === 'Project Aurora');
      const [aurora] = groups.splice(at, 1);
      const unknown = await stage.ada.say('reply #1: Another text');
      groups.splice(at, 0, aurora!);
      assert.match(unknown.text, /no group called|could not be found/);
      assert.match(unknown.text, /Another text/);
      assert.equal(posts(), 0);
    });

    it('offers the groups that may have been meant', async () => {
      const list = valid(await stage.ada.say('recent Financ'));
      assert.match(list.text, /No group is called exactly “Financ”/);
      assert.match(list.text, /Finance Leadership/);
      await tell('recent Nowhere');
      assert.match(lastText('Ada'), /no group called “Nowhere”/);
      await stage.ada.say('recent Finance');
      assert.match(lastText('Ada'), /no conversation in Finance yet/);
    });

    it('says how many groups could not be read', async () => {
      begin('Finance', 'Read', 'x');
      const path = new RegExp(`${stage.bot.group('Finance Leadership').id}/conversations`);
      stage.bot.sandbox.faults.add({
        service: 'graph',
        when: 'before',
        times: 1,
        outcome: { status: 403 },
        path,
      });
      assert.match((await stage.ada.say('recent')).text, /Groups that I could not read: 1.*Read/s);
    });
  });

  describe('reply', () => {
    it('posts to the newest thread of the conversation with that topic, once', async () => {
      const { conversation, thread } = begin('Finance', 'Budget', 'The plan', 5);
      stage.bot.sandbox.graph.mailboxes.createThread(stage.bot.group('Finance').id, conversation, {
        topic: 'Budget',
        post: postBy('Ben', 'Later'),
      });
      const activity = stage.bot.activities.message(
        stage.bot.person('Ada'),
        'reply to budget in Finance: I agree',
      );
      await Promise.all([stage.bot.deliver(activity), stage.bot.deliver(activity)]);
      await stage.bot.restart();
      await stage.bot.deliver(activity);
      const edited = { ...activity, type: 'messageUpdate', text: 'reply to budget in Finance: I disagree' };
      await stage.bot.deliver(edited);
      assert.deepEqual(
        conversation.threads.map((each) => each.posts.length),
        [1, 2],
      );
      assert.equal(thread.posts.length, 1);
      assert.equal(posts(), 1);
      assert.match(stage.ada.newest().text, /Budget/);
    });

    it('is not posted again when its list has changed before the message comes again', async () => {
      begin('Finance', 'First', 'x');
      await stage.ada.say('recent Finance');
      const activity = stage.bot.activities.message(stage.bot.person('Ada'), 'reply #1: once');
      await stage.bot.deliver(activity);
      begin('Finance', 'Second', 'y');
      await stage.ada.say('recent Finance');
      const shown = stage.bot.chat('Ada').length;
      await stage.bot.deliver(activity);
      assert.equal(stage.bot.chat('Ada').length, shown);
      assert.deepEqual([texts('Finance', 'First').length, texts('Finance', 'Second').length], [2, 1]);
    });

    it('shows what it answers first when there is no text', async () => {
      begin('Finance', 'Budget', 'These are the last words');
      await stage.ada.say('recent Finance');
      for (const text of ['reply #1', 'reply "Budget" in Finance', 'reply #1 Half a reply']) {
        const form = valid(await stage.ada.say(text));
        assert.match(form.text, /To “Budget” in Finance/);
        assert.match(form.text, /These are the last words/);
      }
      assert.match(stage.ada.newest().text, /Half a reply/);
      const list = await stage.ada.say('recent Finance');
      await press(stage.ada, list, 'conversation.reply');
      const form = stage.ada.newest();
      const receipt = await stage.ada.post(form, { body: 'From the form', people: '' });
      assert.match(receipt.text, /Budget/);
      assert.equal(texts('Finance', 'Budget').length, 2);
      await press(stage.ada, list, 'conversation.thread');
      assert.match(stage.ada.newest().text, /Start a thread.*Budget/s);
    });

    it('asks which conversation is meant, with the text kept', async () => {
      begin('Finance', 'Weekly', 'The first week');
      begin('Finance', 'Weekly', 'The second week');
      const form = valid(await stage.ada.say('reply "Weekly" in Finance: My words'));
      assert.match(form.text, /Several conversations in Finance are called “Weekly”/);
      assert.match(form.text, /The first week/);
      assert.match(form.text, /My words/);
      const choices = everything(form.card).find(({ id }) => id === 'conversationId')?.['choices'] as {
        title: string;
        value: string;
      }[];
      const first = choices.find(({ title }) => title.includes('The first week'));
      const receipt = await stage.ada.post(form, { ...inputs(form), conversationId: first?.value });
      assert.match(receipt.text, /Weekly/);
      assert.deepEqual(texts('Finance', 'Weekly').length, 3);
    });

    it('asks for what is missing', async () => {
      const form = await stage.ada.say('reply: Words');
      assert.match(form.text, /The conversation is missing here: reply➜: Words/);
      assert.match(form.text, /Input\.ChoiceSet.*groupId/s);
      const missing = await stage.ada.post(form, {
        groupId: stage.bot.group('Finance').id,
        body: 'Words',
        people: '',
      });
      assert.match(missing.text, /No conversation was named/);
    });
  });

  it('says where a mistake is', async () => {
    const form = await stage.ada.say('start "Budget in Finance: Hello');
    assert.match(form.text, /never closed/);
    assert.match(form.text, /start \\"Budget\\" in \\"Finance\\": Hello/);
    const card: AdaptiveCard = form.card;
    checkCard(card);
  });
});
