import assert from 'node:assert/strict';
import { cardMessage, startClients } from './start-clients.ts';
import type { ClientWorld } from './start-clients.ts';

const link = 'http://localhost:3978/auth/start?id=9a9a';
const oauthContent = (resource?: string) => ({
  text: 'Sign in',
  connectionName: '',
  tokenExchangeResource: { id: '9a9a', ...(resource === undefined ? {} : { uri: resource }) },
  buttons: [{ type: 'signin', title: 'Sign in', value: link }],
});
const oauthMessage = (resource?: string) => ({
  attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content: oauthContent(resource) }],
});
const loginRequest = {
  status: 200,
  body: {
    statusCode: 401,
    type: 'application/vnd.microsoft.activity.loginRequest',
    value: { ...oauthContent(), connectionName: 'graph' },
  },
};
const consentNeeded = {
  status: 200,
  body: {
    statusCode: 412,
    type: 'application/vnd.microsoft.error.preconditionFailed',
    value: { code: '412', message: 'Failed to exchange token' },
  },
};
const posted = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Posted' },
};
const button = { text: 'Sign in', title: 'Sign in', url: link };

describe('a Teams client: signing in', () => {
  let world: ClientWorld;
  let chat: string;
  beforeEach(async () => {
    world = await startClients();
    await world.client('ada').open('personal');
    chat = world.client('ada').chats()[0]?.id ?? '';
  });
  afterEach(() => world.stop());

  const exchanges = () => world.heard('signin/tokenExchange');

  it('exchanges a token silently, and the card is never seen', async () => {
    await world.say(chat, oauthMessage(world.tenant.app.ssoResource));
    assert.deepEqual(world.client('ada').messages('personal'), []);
    await world.client('ada').settled();
    assert.deepEqual(exchanges()[0]?.value, {
      id: '9a9a',
      connectionName: '',
      token: `sso of ${world.person('ada').id}`,
    });
    assert.equal(exchanges().length, 1);
    assert.deepEqual(world.client('ada').messages('personal'), []);
  });

  it('shows the button when the bot answers 412, once', async () => {
    world.bot.onActivity = () => ({ status: 412, body: { id: '9a9a', connectionName: '' } });
    await world.say(chat, oauthMessage());
    await world.client('ada').settled();
    assert.deepEqual(world.client('ada').messages('personal')[0]?.signIn, button);
    assert.equal(exchanges().length, 1);
  });

  it('shows the button when there is no token to be had silently', async () => {
    world.ssoToken = async () => Promise.reject(new Error('interaction required'));
    await world.say(chat, oauthMessage());
    await world.client('ada').settled();
    assert.deepEqual(world.client('ada').messages('personal')[0]?.signIn, button);
    assert.equal(exchanges().length, 0);
  });

  it('reports a card for another resource', async () => {
    await world.say(chat, oauthMessage('api://elsewhere/botid-1'));
    await world.client('ada').settled();
    assert.equal(world.heard('signin/failure')[0]?.value.code, 'resourcematchfailed');
    assert.equal(exchanges().length, 0);
    assert.deepEqual(world.client('ada').messages('personal')[0]?.signIn, button);
  });

  it('answers cards that came before the client was there', async () => {
    const ben = world.person('ben');
    world.channel.installations.install(ben.id);
    const benChat = world.channel.chats.find((each) => each.kind === 'personal' && each.person === ben);
    await world.say(String(benChat?.id), oauthMessage());
    assert.equal(exchanges().length, 0);
    await world.client('ben').settled();
    assert.equal(exchanges()[0]?.from.aadObjectId, ben.id);
  });

  it('only shows the button in a channel', async () => {
    const general = world.tenant.teams[0]?.channels[0]?.id ?? '';
    await world.say(general, oauthMessage());
    await world.client('ada').settled();
    assert.deepEqual(world.client('ada').messages('General')[0]?.signIn, button);
    assert.equal(exchanges().length, 0);
  });

  it('tells the bot the state that the pop-up handed back', async () => {
    world.bot.onActivity = () => ({ status: 412 });
    const id = await world.say(chat, oauthMessage());
    await world.client('ada').settled();
    world.bot.onActivity = ({ name, value }) => ({
      status: name === 'signin/verifyState' && (value as { state: string }).state === '123456' ? 200 : 404,
    });
    assert.deepEqual(await world.client('ada').finishSignIn(id, 'wrong'), { kind: 'verified', status: 404 });
    assert.equal(world.client('ada').messages('personal').length, 1);
    assert.deepEqual(await world.client('ada').finishSignIn(id, '123456'), { kind: 'verified', status: 200 });
    assert.deepEqual(world.client('ada').messages('personal'), []);
  });

  describe('for a card action in a channel', () => {
    let id: string;
    const press = () => world.client('ada').press(id, 'Post', { topic: 'Budget' });
    const footer = () => world.client('ada').messages('General')[0]?.footer;
    beforeEach(async () => {
      id = await world.say(
        world.tenant.teams[0]?.channels[0]?.id ?? '',
        cardMessage({
          body: [{ type: 'Input.Text', id: 'topic' }],
          actions: [{ type: 'Action.Execute', title: 'Post', verb: 'conversation.post' }],
        }),
      );
    });

    it('sends the action again with a token', async () => {
      world.bot.onActivity = ({ value }) => {
        return (value as Record<string, unknown>)['authentication'] === undefined ? loginRequest : posted;
      };
      assert.equal((await press()).kind, 'message');
      const [first, second, ...more] = world.heard('adaptiveCard/action');
      assert.equal(more.length, 0);
      assert.deepEqual(second?.value.action, first?.value.action);
      assert.notEqual(second?.id, first?.id);
      assert.deepEqual(second?.value.authentication, {
        id: '9a9a',
        connectionName: 'graph',
        token: `sso of ${world.person('ada').id}`,
      });
      assert.deepEqual(footer(), { kind: 'info', text: 'Posted' });
    });

    it('shows the button when the exchange fails, and goes on with the state of the pop-up', async () => {
      world.bot.onActivity = ({ value }) => {
        const { authentication, state } = value as Record<string, unknown>;
        if (state === '123456') return posted;
        return authentication === undefined ? loginRequest : consentNeeded;
      };
      const result = await press();
      assert.equal(result.kind === 'sign-in' && result.url, link);
      assert.deepEqual(footer(), { kind: 'sign-in', ...button });
      const finish = await world.client('ada').finishSignIn(id, '123456');
      assert.equal(finish.kind === 'pressed' && finish.result.kind, 'message');
      const last = world.heard('adaptiveCard/action').at(-1);
      assert.equal(last?.value.state, '123456');
      assert.equal(last?.value.action.data.topic, 'Budget');
      assert.deepEqual(footer(), { kind: 'info', text: 'Posted' });
    });

    it('shows the button when no token is to be had', async () => {
      world.ssoToken = async () => Promise.reject(new Error('interaction required'));
      world.bot.onActivity = () => loginRequest;
      assert.equal((await press()).kind, 'sign-in');
      assert.equal(world.heard('adaptiveCard/action').length, 1);
    });
  });
});
