import assert from 'node:assert/strict';
import { cardMessage, startClients } from './start-clients.ts';
import type { ClientWorld } from './start-clients.ts';

const form = {
  body: [
    { type: 'Input.Text', id: 'topic', isRequired: true, errorMessage: 'Give a topic.', value: 'Budget' },
    { type: 'Container', items: [{ type: 'Input.Text', id: 'body', isMultiline: true }] },
    { type: 'Input.Toggle', id: 'notify', title: 'Tell me', valueOff: 'no', valueOn: 'yes' },
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          id: 'post',
          title: 'Start conversation',
          verb: 'conversation.post',
          data: { formId: 'form-1', topic: 'overruled' },
          fallback: { type: 'Action.Submit', title: 'Start conversation', data: { formId: 'form-1' } },
        },
        {
          type: 'Action.Execute',
          title: 'Cancel',
          verb: 'form.cancel',
          data: { formId: 'form-1' },
          associatedInputs: 'none',
        },
        { type: 'Action.OpenUrl', title: 'Open', url: 'https://outlook.office.com/' },
        { type: 'Action.ToggleVisibility', title: 'More', targetElements: ['body'] },
      ],
    },
  ],
};
const done = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done' }] };
const answerWith = (body: unknown, status = 200) => ({ status, body });
const cardAnswer = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: done,
};

describe('a Teams client: card actions', () => {
  let world: ClientWorld;
  let id: string;
  let chat: string;
  beforeEach(async () => {
    world = await startClients();
    await world.client('ada').open('personal');
    chat = world.client('ada').chats()[0]?.id ?? '';
    id = await world.say(chat, cardMessage(form));
  });
  afterEach(() => world.stop());

  const shown = (alias = 'ada', chatName = 'personal') => world.client(alias).messages(chatName)[0];

  it('sends Action.Execute as an invoke with data and inputs, and shows the answered card in place', async () => {
    world.bot.onActivity = () => answerWith(cardAnswer);
    const result = await world
      .client('ada')
      .press(id, 'Start conversation', { topic: 'Budget 2027', body: 'Hello\nall' });
    assert.equal(result.kind, 'card');
    const [invoke] = world.heard('adaptiveCard/action');
    assert.equal(invoke?.replyToId, id);
    assert.match(invoke?.id, /^f:/);
    assert.deepEqual(invoke?.channelData.source, { name: 'message' });
    assert.deepEqual(invoke?.value, {
      action: {
        type: 'Action.Execute',
        title: 'Start conversation',
        id: 'post',
        verb: 'conversation.post',
        data: { formId: 'form-1', topic: 'Budget 2027', body: 'Hello\nall', notify: 'no' },
      },
      trigger: 'manual',
    });
    assert.deepEqual(shown()?.cards, [done]);
    assert.equal(shown()?.id, id);
    await world.connector('PUT', `/${encodeURIComponent(chat)}/activities/${id}`, {
      type: 'message',
      ...cardMessage({ body: [{ type: 'TextBlock', text: 'Created' }] }),
    });
    assert.deepEqual(shown()?.cards[0]?.['body'], [{ type: 'TextBlock', text: 'Created' }]);
  });

  it('finds the action by id and by place, and takes what the card filled in', async () => {
    for (const name of ['post', '/0/body/3/actions/0']) await world.client('ada').press(id, name);
    const topics = world.heard('adaptiveCard/action').map((each) => each.value.action.data.topic);
    assert.deepEqual(topics, ['Budget', 'Budget']);
    await assert.rejects(
      world.client('ada').press(id, 'Delete'),
      /no action "Delete".*"Start conversation"/i,
    );
  });

  it('leaves inputs out where the action has none', async () => {
    await world.client('ada').press(id, 'Cancel', { topic: 'typed' });
    assert.deepEqual(world.heard('adaptiveCard/action')[0]?.value.action.data, { formId: 'form-1' });
  });

  it('checks required inputs before it sends anything', async () => {
    const result = await world.client('ada').press(id, 'post', { topic: '' });
    assert.deepEqual(result, { kind: 'invalid', inputId: 'topic', message: 'Give a topic.' });
    assert.equal(world.heard('adaptiveCard/action').length, 0);
  });

  it('sends the Submit fallback of an older client as a message with a value', async () => {
    const result = await world.client('ada').press(id, 'post', { body: 'Hi' }, { useFallback: true });
    assert.equal(result.kind, 'sent');
    const [submit] = world.heard('message');
    assert.equal(submit?.replyToId, id);
    assert.equal('text' in (submit ?? {}), false);
    assert.deepEqual(submit?.value, { formId: 'form-1', topic: 'Budget', body: 'Hi', notify: 'no' });
    assert.deepEqual(world.client('ada').messages('personal').length, 1);
  });

  it('opens links without the bot and keeps what is only shown to itself', async () => {
    const before = world.bot.received.length;
    const open = await world.client('ada').press(id, 'Open');
    assert.deepEqual(open, { kind: 'open', url: 'https://outlook.office.com/' });
    assert.deepEqual(await world.client('ada').press(id, 'More'), { kind: 'local' });
    assert.equal(world.bot.received.length, before);
  });

  it('shows a message answer as a line, and an error with its text', async () => {
    world.bot.onActivity = () =>
      answerWith({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Saved' });
    await world.client('ada').press(id, 'post');
    assert.deepEqual(shown()?.footer, { kind: 'info', text: 'Saved' });
    assert.equal(shown()?.cards[0]?.['body'] !== undefined, true);
    world.bot.onActivity = () =>
      answerWith({
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: '400', message: 'Unknown action' },
      });
    const result = await world.client('ada').press(id, 'post');
    assert.equal(result.kind === 'error' && result.text, 'Unknown action');
    assert.deepEqual(shown()?.footer, { kind: 'error', text: 'Unknown action' });
    world.bot.onActivity = () => answerWith(cardAnswer);
    await world.client('ada').press(id, 'post');
    assert.equal(shown()?.footer, undefined);
  });

  for (const [what, answer] of Object.entries({
    'HTTP 500': answerWith(undefined, 500),
    'HTTP 401 with a good body': answerWith(cardAnswer, 401),
    'an empty 200': answerWith(undefined),
    'a body of another shape': answerWith({ ok: true }),
    'a card that is none': answerWith({ ...cardAnswer, value: 'Done' }),
  })) {
    it(`shows an error and keeps the card after ${what}`, async () => {
      world.bot.onActivity = () => answer;
      const result = await world.client('ada').press(id, 'post');
      assert.equal(result.kind, 'error');
      assert.equal(shown()?.footer?.kind, 'error');
      assert.equal(Array.isArray(shown()?.cards[0]?.['body']), true);
    });
  }

  it('shows the answer in a channel only to the one who pressed', async () => {
    const general = world.tenant.teams[0]?.channels[0]?.id ?? '';
    const shared = await world.say(general, cardMessage(form));
    world.bot.onActivity = () => answerWith(cardAnswer);
    await world.client('ben').press(shared, 'post');
    assert.deepEqual(shown('ben', 'General')?.cards, [done]);
    assert.notDeepEqual(shown('ada', 'General')?.cards, [done]);
    const [invoke] = world.heard('adaptiveCard/action');
    assert.equal(invoke?.conversation.id, `${general};messageid=${shared}`);
    assert.equal(invoke?.from.aadObjectId, world.person('ben').id);
  });
});
