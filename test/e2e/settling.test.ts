import assert from 'node:assert/strict';
import { about, buttonsOf, misfortunes, postsAbout, says, settlingChat } from './settling-chat.ts';
import { signInByBrowser } from './sign-in-by-browser.ts';
import { eventually, startWorld, type World } from './start-world.ts';

describe('what becomes of a request when things go wrong', function () {
  this.timeout(30_000);
  let world: World;

  before(async () => {
    world = await startWorld({ settings: { SETTLE_SCHEDULE: '300ms,900ms' } });
    const { client } = settlingChat(world, 'Ada', 'personal');
    await client.open('personal');
  });
  afterEach(() => world.sandbox.faults.clear());
  after(() => world.stop());

  for (const when of ['before', 'after'] as const) {
    it(`the answer is lost ${when} the commit and nobody can look: unknown, and nothing is sent`, async () => {
      const topic = `Lost ${when}`;
      const ada = settlingChat(world, 'Ada', 'personal');
      misfortunes.loseAnswer(world, when);
      const readable = misfortunes.unreadable(world);
      await ada.start(topic);
      const unknown = await ada.receipt(topic, 'I cannot tell whether it was posted');
      assert.ok(says(unknown, 'so I sent nothing'));
      assert.deepEqual(buttonsOf(unknown), ['Look again', 'Send again', 'Discard']);
      // Even when it is ordered, nothing is sent before somebody could look.
      await ada.press(unknown, 'Send again');
      const still = await ada.receipt(topic, 'I cannot tell whether it was posted');
      assert.equal(postsAbout(world, topic), 1);
      assert.equal(about(world, topic).length, when === 'after' ? 1 : 0);

      readable();
      if (when === 'before') {
        const notThere = await ada.receipt(topic, 'I could not find it');
        await ada.press(notThere, 'Send again');
      } else {
        await ada.press(still, 'Look again');
      }
      await ada.receipt(topic, 'Conversation started');
      assert.equal(about(world, topic).length, 1);
      assert.equal(postsAbout(world, topic), when === 'after' ? 1 : 2);
    });
  }

  it('the sign-in is gone before it could be looked for: asked once, and it goes on by itself', async () => {
    const topic = 'Signed out before the look';
    const ada = settlingChat(world, 'Ada', 'personal');
    misfortunes.loseAnswer(world, 'after');
    const readable = misfortunes.unreadable(world);
    await ada.start(topic);
    await ada.receipt(topic, 'I cannot tell whether it was posted');
    const asked = () =>
      world.traffic
        .list({ service: 'channel', method: 'POST' })
        .filter(({ requestBody }) => JSON.stringify(requestBody ?? {}).includes('card.oauth')).length;
    const before = asked();
    await ada.client.send('personal', 'sign out');
    readable();
    // The client of this person answers the card by itself.
    await ada.receipt(topic, 'Conversation started');
    assert.equal(asked() - before, 1);
    assert.equal(about(world, topic).length, 1);
    assert.equal(postsAbout(world, topic), 1);
  });

  it('it is deleted in Outlook before the look: said so, and sent again only by its author', async () => {
    const topic = 'Deleted meanwhile';
    const { sandbox, group } = world;
    const ada = settlingChat(world, 'Ada', 'Launch');
    const ben = settlingChat(world, 'Ben', 'Launch');
    const readable = misfortunes.unreadable(world);
    misfortunes.loseAnswer(world, 'after');
    await ada.start(topic);
    const [posted] = await eventually(
      'the post',
      () => about(world, topic).length > 0 && about(world, topic),
    );
    sandbox.graph.mailboxes.remove(group('Finance').id, posted!.id);
    readable();
    const notThere = await ada.receipt(topic, 'I could not find it');
    assert.ok(says(notThere, 'somebody has deleted it meanwhile'));
    assert.equal(postsAbout(world, topic), 1);

    // Others read the same and have no button for it.
    assert.deepEqual(buttonsOf(await ben.receipt(topic, 'I could not find it')), []);
    await ada.receipt(topic, 'Send again');
    await Promise.all([1, 2].map(() => ada.press(notThere, 'Send again')));
    await ada.receipt(topic, 'Conversation started');
    assert.equal(about(world, topic).length, 1);
    assert.equal(postsAbout(world, topic), 2);
  });

  it('the same is typed twice within seconds: one, and a second only when it is meant', async () => {
    const topic = 'Meant twice';
    const ada = settlingChat(world, 'Ada', 'personal');
    await ada.start(topic);
    await ada.receipt(topic, 'Conversation started');
    await ada.start(topic);
    const asked = await eventually('the question', () => ada.messages('You have just sent me this')[0]);
    assert.equal(about(world, topic).length, 1);
    await Promise.all([1, 2].map(() => ada.press(asked, 'Start another anyway')));
    await eventually('the second', () => about(world, topic).length === 2);
    await eventually(
      'both receipts',
      () => ada.messages(topic).filter((message) => says(message, 'Conversation started')).length === 2,
    );
    assert.equal(about(world, topic).length, 2);
    assert.equal(postsAbout(world, topic), 2);
  });

  it('it is there twice: both are shown, and the second can be deleted', async () => {
    const topic = 'There twice';
    const { sandbox, group } = world;
    const ada = settlingChat(world, 'Ada', 'personal');
    const readable = misfortunes.unreadable(world);
    misfortunes.loseAnswer(world, 'after');
    await ada.start(topic);
    const [posted] = await eventually(
      'the post',
      () => about(world, topic).length > 0 && about(world, topic),
    );
    const { extendedProperties, sender, body } = posted!.threads[0]!.posts[0]!;
    sandbox.graph.mailboxes.createConversation(group('Finance').id, {
      topic,
      post: { extendedProperties, sender, body },
    });
    readable();
    const twice = await ada.receipt(topic, 'It is there 2 times');
    assert.ok(says(twice, 'Conversation started'));
    await Promise.all([1, 2].map(() => ada.press(twice, 'Delete the second')));
    await eventually('one is left', () => about(world, topic).length === 1);
    await eventually(
      'the receipt',
      () => !ada.messages(topic).some((each) => says(each, 'It is there 2 times')),
    );
    assert.equal(postsAbout(world, topic), 1);
  });

  it('pending lists what is open and refused, with its text; what was refused opens filled in', async () => {
    const ada = settlingChat(world, 'Ada', 'personal');
    misfortunes.loseAnswer(world, 'before');
    misfortunes.unreadable(world);
    await ada.start('Still open', 'The text that is open.');
    await ada.receipt('Still open', 'I cannot tell whether it was posted');
    await ada.client.send('personal', 'start "Was refused" in "Nobody at all": The text that was refused.');
    await eventually('the refusal', () => ada.messages('Was refused')[0]);
    await ada.client.send('personal', 'pending');
    const list = await eventually('the list', () => ada.messages('Not finished yet')[0]);
    for (const text of ['Still open', 'The text that is open.', 'Was refused', 'The text that was refused.'])
      assert.ok(says(list, text), text);
    const buttons = buttonsOf(list);
    for (const title of ['Look again', 'Send again', 'Discard', 'Edit and try again'])
      assert.ok(buttons.includes(title), `${title} in ${buttons.join()}`);
    const before = ada.messages('The text that was refused.').length;
    await ada.press(list, 'Edit and try again');
    const forms = await eventually('the form', () => {
      const found = ada.messages('The text that was refused.');
      return found.length > before && found;
    });
    assert.ok(says(forms.at(-1)!, 'conversation.post'));
    assert.ok(says(forms.at(-1)!, 'Was refused'));
    assert.equal(postsAbout(world, 'Still open'), 1);
    await ada.client.send('Launch', 'pending', { mention: true });
    const line = await eventually('the line', () =>
      ada.client.messages('Launch').find((message) => says(message, 'Ask me that in our own chat')),
    );
    assert.equal(says(line, 'The text that'), false, 'nobody else’s business');
  });

  for (const method of ['GET', 'POST'])
    it(`Graph takes 6 s for a ${method}: the turn ends within 4 s, and the same card tells the truth`, async () => {
      const topic = `Slow ${method}`;
      const ada = settlingChat(world, 'Ada', 'personal');
      world.sandbox.faults.add({
        ...{ service: 'graph', method, times: 1 },
        ...{ when: 'before', outcome: { delayMs: 6_000 } },
      });
      const begun = performance.now();
      const { delivery } = await ada.start(topic);
      assert.equal(delivery?.status, 200);
      assert.ok(performance.now() - begun < 4_000);
      const working = await ada.receipt(topic, 'Posting…');
      const created = await ada.receipt(topic, 'Conversation started', 12_000);
      assert.equal(created.id, working.id);
      assert.equal(postsAbout(world, topic), 1);
    });

  it('the sign-in is lost while it waits: it waits on, asks once, and goes on by itself', async () => {
    const topic = 'Signed out meanwhile';
    const { sandbox, person } = world;
    const ada = settlingChat(world, 'Ada', 'personal');
    sandbox.faults.add({
      ...{ service: 'graph', method: 'POST', times: 1 },
      ...{ when: 'before', outcome: { status: 429, headers: { 'Retry-After': '1' } } },
    });
    await ada.start(topic);
    await ada.receipt(topic, 'Waiting for Microsoft 365');
    sandbox.entra.revoke(person('Ada').id);
    sandbox.entra.consents.withdraw(person('Ada').id);
    const valid = sandbox.faults.add({
      ...{ service: 'graph', when: 'before' },
      ...{ outcome: { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: '' } } } },
    });
    const asked = await eventually('the button', () =>
      ada.client.messages('personal').find(({ signIn }) => signIn !== undefined),
    );
    await ada.receipt(topic, 'Waiting for you to sign in');
    valid();
    const end = await signInByBrowser(asked.signIn!.url, { personId: person('Ada').id });
    assert.equal(end.status, 200);
    await ada.receipt(topic, 'Conversation started');
    assert.equal(about(world, topic).length, 1);
    await eventually('the button’s end', () => ada.messages('You are signed in.').length > 0);
    assert.equal(ada.messages('You are signed in.').length, 1, 'asked once');
    assert.ok(ada.client.messages('personal').every(({ signIn }) => signIn === undefined));
  });

  it('a receipt that the chat does not take is delivered later, also by the next process, and only once', async () => {
    const ada = settlingChat(world, 'Ada', 'personal');
    for (const topic of ['Unseen at first', 'Unseen by the next process']) {
      const back = misfortunes.noChannel(world);
      const { activity } = await ada.start(topic);
      await eventually('the post', () => about(world, topic).length === 1);
      assert.equal(
        ada.messages('Conversation started').some((each) => says(each, topic)),
        false,
      );
      if (topic.endsWith('process')) await world.restartBot('SIGKILL');
      back();
      await ada.receipt(topic, 'Conversation started', 20_000);
      assert.equal((await world.sandbox.channel.deliver(activity!)).status, 200);
      await ada.receipt(topic, 'Conversation started');
      assert.equal(postsAbout(world, topic), 1);
    }
  });

  it('a card that cannot be updated when the truth is known is updated later', async () => {
    const topic = 'Updated late';
    const ada = settlingChat(world, 'Ada', 'personal');
    world.sandbox.faults.add({
      ...{ service: 'graph', method: 'POST', times: 1 },
      ...{ when: 'after', outcome: { delayMs: 3_500 } },
    });
    await ada.start(topic);
    const working = await ada.receipt(topic, 'Posting…');
    const back = misfortunes.noChannel(world);
    world.traffic.clear();
    await eventually('a failed update', () => world.traffic.count({ method: 'PUT', status: 500 }) > 0);
    back();
    const created = await ada.receipt(topic, 'Conversation started', 15_000);
    assert.equal(created.id, working.id);
    assert.equal(about(world, topic).length, 1);
  });

  it('somebody unknown in a channel can sign in there, and opening the chat is enough', async () => {
    const topic = 'From a channel';
    const ben = settlingChat(world, 'Ben', 'Launch');
    await ben.start(topic);
    await ben.receipt(topic, 'Waiting for you to sign in');
    const waits = await ben.receipt(topic, 'Sign in and post');
    assert.deepEqual(buttonsOf(waits), ['Sign in and post', 'Discard']);
    assert.equal(about(world, topic).length, 0);
    await ben.client.open('personal');
    const created = await ben.receipt(topic, 'Conversation started');
    assert.equal(created.id, waits.id);
    assert.equal(about(world, topic)[0]?.threads[0]?.posts[0]?.sender.address, world.person('Ben').mail);
    assert.equal(about(world, topic).length, 1);
  });
});
