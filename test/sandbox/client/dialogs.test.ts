import assert from 'node:assert/strict';
import type { Delivery } from '../../../src/sandbox/channel/deliver.ts';
import { cardMessage, startClients, type ClientWorld } from './start-clients.ts';

const link = 'http://localhost:3978/auth/start?id=9a9a';
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'topic', isRequired: true, errorMessage: 'Type a topic.' },
    { type: 'Input.ChoiceSet', id: 'group', 'choices.data': { type: 'Data.Query', dataset: 'groups' } },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Send', data: { formId: '1' } },
    { type: 'Action.Execute', title: 'Not here', verb: 'x' },
  ],
};
const answerOf = (body: unknown): Delivery => ({ status: 200, body });
const dialog = answerOf({
  task: {
    type: 'continue',
    value: { title: 'A form', height: 'medium', width: 'medium', card: { content: card } },
  },
});
const signIn = (type: 'silentAuth' | 'auth') =>
  answerOf({
    composeExtension: {
      type,
      suggestedActions: { actions: [{ type: 'openUrl', title: 'Sign in', value: link }] },
    },
  });
const results = answerOf({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: [{ content: card, preview: { content: { title: 'One', text: 'of two' } } }],
  },
});

describe('a Teams client: dialogs and message extensions', () => {
  let world: ClientWorld;
  beforeEach(async () => (world = await startClients()));
  afterEach(() => world.stop());

  const ada = () => world.client('ada');
  const general = () => world.tenant.teams[0]!.channels[0]!.id;
  const openButton = {
    type: 'Action.Submit',
    title: 'Open',
    data: { msteams: { type: 'task/fetch' }, form: '1' },
  };

  async function open(): Promise<void> {
    const id = await world.say(general(), cardMessage({ actions: [openButton] }));
    world.bot.onActivity = () => dialog;
    const pressed = await ada().press(id, 'Open');
    assert.ok(pressed.kind === 'task' && pressed.result.kind === 'dialog');
  }

  it('opens a dialog from a card without sending a message, and sends it back', async () => {
    await open();
    assert.equal(world.heard('message').length, 0);
    assert.deepEqual(world.heard('task/fetch')[0]?.value.data, {
      msteams: { type: 'task/fetch' },
      form: '1',
    });
    assert.equal(ada().dialogs.current()?.title, 'A form');
    assert.deepEqual(await ada().dialogs.submit('Send', {}), {
      kind: 'invalid',
      inputId: 'topic',
      message: 'Type a topic.',
    });
    await assert.rejects(ada().dialogs.submit('Not here', { topic: 'x' }), /cannot press Action.Execute/);
    world.bot.onActivity = () => answerOf({ task: { type: 'message', value: 'Thank you' } });
    assert.deepEqual(await ada().dialogs.submit('Send', { topic: 'x' }), {
      kind: 'closed',
      text: 'Thank you',
    });
    assert.deepEqual(world.heard('task/submit')[0]?.value.data, { formId: '1', topic: 'x' });
    assert.equal(ada().dialogs.current(), undefined);
  });

  it('stays open when the bot cannot be reached, and closes on an empty answer', async () => {
    await open();
    world.bot.onActivity = () => ({ status: 500, body: undefined });
    assert.equal((await ada().dialogs.submit('Send', { topic: 'x' })).kind, 'error');
    assert.equal(ada().dialogs.current()?.footer?.kind, 'error');
    world.bot.onActivity = () => ({ status: 200, body: undefined });
    assert.deepEqual(await ada().dialogs.submit('Send', { topic: 'x' }), { kind: 'closed', text: undefined });
    await assert.rejects(ada().dialogs.submit('Send', {}), /No dialog is open/);
  });

  it('searches choices in a dialog where it was opened', async () => {
    await open();
    world.bot.onActivity = () => answerOf({ value: { results: [{ title: 'Finance', value: '1' }] } });
    const found = await ada().dialogs.choices({ inputId: 'group', text: 'fin', inputs: {} });
    assert.deepEqual(found, [{ title: 'Finance', value: '1' }]);
    assert.match(world.heard('application/search')[0]?.conversation.id, new RegExp(`^${general()}`));
  });

  it('runs an action on a message, and while composing', async () => {
    world.bot.onActivity = () => dialog;
    const { messageId } = await ada().send('General', 'a <b> message', { mention: false });
    await ada().dialogs.run({ commandId: 'onMessage', place: ada().placeOf({ messageId }) });
    const { value } = world.heard('composeExtension/fetchTask')[0]!;
    assert.deepEqual([value.commandId, value.commandContext], ['onMessage', 'message']);
    assert.equal(value.messagePayload.body.content, '<p>a &lt;b&gt; message</p>');
    assert.equal(value.messagePayload.from.user.id, world.person('ada').id);
    await ada().dialogs.submit('Send', { topic: 'x' });
    const submitted = world.heard('composeExtension/submitAction')[0]!.value;
    assert.deepEqual([submitted.commandId, submitted.data], ['onMessage', { formId: '1', topic: 'x' }]);
    assert.equal(submitted.messagePayload.id, messageId);
    await ada().dialogs.run({ commandId: 'compose', place: ada().placeOf({ chat: 'Month end' }) });
    assert.equal(world.heard('composeExtension/fetchTask')[1]?.value.commandContext, 'compose');
  });

  describe('search', () => {
    const query = () => world.heard('composeExtension/query');
    const search = (place: { chat?: string } = { chat: 'General' }) =>
      ada().dialogs.search({ commandId: 'find', place: ada().placeOf(place) }, 'word');
    const withToken = (then: Delivery) => {
      world.bot.onActivity = ({ value }) => {
        const { authentication, state } = value as Record<string, unknown>;
        if (state === 'right') return results;
        return authentication === undefined ? signIn('silentAuth') : then;
      };
    };

    it('shows what the list shows, and says that it has just been opened', async () => {
      world.bot.onActivity = () => results;
      assert.deepEqual(await search(), {
        kind: 'results',
        results: [{ title: 'One', text: 'of two', card }],
      });
      await ada().dialogs.search({ commandId: 'find', place: ada().placeOf({ chat: 'General' }) }, '');
      assert.deepEqual(
        query().map(({ value }) => value.parameters),
        [[{ name: 'q', value: 'word' }], [{ name: 'initialRun', value: 'true' }]],
      );
    });

    it('signs in silently and asks the same again', async () => {
      withToken(results);
      assert.equal((await search()).kind, 'results');
      assert.equal(query().length, 2);
      assert.equal(query()[1]?.value.authentication.token, `sso of ${world.person('ada').id}`);
    });

    for (const [name, answer] of [
      ['412', { status: 412, body: undefined }],
      ['auth', signIn('auth')],
    ] as const) {
      it(`shows the button after ${name}, and goes on with the state of the pop-up`, async () => {
        withToken(answer);
        assert.deepEqual(await search(), { kind: 'sign-in', url: link });
        assert.equal((await ada().dialogs.finishSignIn('right')).kind, 'results');
        assert.equal(query().at(-1)?.value.state, 'right');
        await assert.rejects(ada().dialogs.finishSignIn('right'), /Nothing waits/);
      });
    }

    it('shows the button when no token is to be had', async () => {
      world.ssoToken = async () => Promise.reject(new Error('interaction required'));
      withToken(results);
      assert.deepEqual(await search(), { kind: 'sign-in', url: link });
      assert.equal(query().length, 1);
    });

    it('comes from Outlook without a chat', async () => {
      world.bot.onActivity = () => results;
      await search({});
      const { channelId, conversation } = query()[0]!;
      assert.equal(channelId, 'outlook');
      assert.equal(
        world.channel.chats.find(({ id }) => id === conversation.id),
        undefined,
      );
    });
  });

  it('hears a group chat only when it is mentioned, and writes there to all of its people', async () => {
    await ada().send('Month end', 'among us');
    await ada().send('Month end', '@Kickoff help');
    assert.equal(world.heard('message').length, 1);
    assert.equal(world.heard('message')[0]?.conversation.conversationType, 'groupChat');
    await world.say(world.tenant.groupChats[0]!.id, { text: 'to all' });
    assert.equal(world.client('chika').messages('Month end').at(-1)?.text, 'to all');
    assert.throws(() => world.client('dana').messages('Month end'), /has no chat/);
  });
});
