import assert from 'node:assert/strict';
import type { DialogResult } from '../../../src/sandbox/client/dialog-view.ts';
import type { ExtensionSearch } from '../../../src/sandbox/client/extension-results.ts';
import type { MessageView } from '../../../src/sandbox/client/message-view.ts';
import type { Bot } from '../replay/start-bot.ts';
import type { Attempt } from './attempt.ts';

export type Surface = (topic: string) => Promise<Attempt>;

const body = 'What was typed';
const post = 'Post to the group';
const signInAndPost = 'Sign in and post';

/** Each place where somebody can start a conversation, done as a person with a client does it: Ada. */
export function createSurfaces(bot: Bot): Record<string, Surface> {
  const client = bot.client('Ada');
  const inputs = (topic: string) => ({ groupId: bot.group('Finance').id, topic, body, people: '' });

  /** What the newest message of a chat shows, once all that the client does by itself is done. */
  async function inPersonalChat(): Promise<Attempt> {
    await client.settled();
    const asking = client.messages('personal').findLast(({ signIn }) => signIn !== undefined);
    if (asking?.signIn === undefined)
      return { kind: 'done', text: textOf(client.messages('personal').at(-1)) };
    const { id, signIn } = asking;
    return {
      kind: 'asks',
      text: signIn.text,
      link: signIn.url,
      async finish(state) {
        await client.finishSignIn(id, state);
        return inPersonalChat();
      },
    };
  }

  /** The newest receipt in the channel: one that waits for a sign-in is gone on with where it is. */
  async function inChannel(): Promise<Attempt> {
    await client.settled();
    const receipt = client.messages('Launch').findLast(({ cards }) => cards.length > 0);
    const text = textOf(receipt);
    if (receipt === undefined || !text.includes(signInAndPost)) return { kind: 'done', text };
    return { kind: 'says', text, again: () => pressSignIn(receipt.id) };
  }

  async function pressSignIn(id: string): Promise<Attempt> {
    const pressed = await client.press(id, signInAndPost);
    if (pressed.kind === 'sign-in')
      return {
        kind: 'asks',
        text: '',
        link: pressed.url,
        async finish(state) {
          await client.finishSignIn(id, state);
          return inChannel();
        },
      };
    if (pressed.kind === 'card') return inChannel();
    assert.ok(pressed.kind === 'message', JSON.stringify(pressed));
    const { text } = pressed;
    return { kind: text.includes('again in a minute') ? 'says' : 'done', text, again: () => pressSignIn(id) };
  }

  async function inDialog(result: DialogResult, topic: string): Promise<Attempt> {
    switch (result.kind) {
      case 'dialog': {
        const text = JSON.stringify(result.dialog.card);
        if (text.includes(post)) return inDialog(await client.dialogs.submit(post, inputs(topic)), topic);
        const pressed = await client.dialogs.submit('Sign in', {});
        assert.ok(pressed.kind === 'open', text);
        return { kind: 'asks', text, link: pressed.url, finish: async () => ({ kind: 'done', text }) };
      }
      case 'sign-in':
        return {
          kind: 'asks',
          text: '',
          link: result.url,
          finish: async (state) =>
            inDialog((await client.dialogs.finishSignIn(state)) as DialogResult, topic),
        };
      case 'closed':
        await client.settled();
        return { kind: 'done', text: result.text ?? '' };
      default:
        throw new Error(`the dialog came to ${JSON.stringify(result)}`);
    }
  }

  function inSearch(result: ExtensionSearch, search: () => Promise<Attempt>): Attempt {
    switch (result.kind) {
      case 'results':
        return { kind: 'done', text: JSON.stringify(result.results) };
      case 'sign-in':
        return {
          kind: 'asks',
          text: '',
          link: result.url,
          finish: async (state) =>
            inSearch((await client.dialogs.finishSignIn(state)) as ExtensionSearch, search),
        };
      default:
        return { kind: 'says', text: result.text, again: search };
    }
  }

  async function searchExtension(): Promise<Attempt> {
    const command = { commandId: 'searchConversations', place: client.placeOf({ chat: 'Launch' }) };
    return inSearch(await client.dialogs.search(command, ''), searchExtension);
  }

  return {
    async 'personal message'(topic) {
      await client.send('personal', `start "${topic}" in Finance: ${body}`);
      return inPersonalChat();
    },
    async 'channel command'(topic) {
      await client.send('Launch', `@Kickoff start "${topic}" in Finance: ${body}`);
      return inChannel();
    },
    async 'channel Action.Execute'(topic) {
      const where = bot.beginThread('Ada');
      await bot.deliver(bot.activities.mention(bot.person('Ada'), where, 'start'));
      const form = client.messages('Launch').findLast(({ cards }) => cards.length > 0);
      const formId = /"formId":"(\w+)"/.exec(textOf(form))?.[1];
      return execute(bot, { where, messageId: form?.id ?? '', data: { formId, ...inputs(topic) } });
    },
    async dialog(topic) {
      await client.send('Launch', '@Kickoff start');
      const fillIn = client.messages('Launch').findLast(({ cards }) => textOf({ cards }).includes('Fill in'));
      const pressed = await client.press(fillIn?.id ?? '', 'Fill in');
      assert.ok(pressed.kind === 'task');
      const attempt = await inDialog(pressed.result, topic);
      return attempt.text.includes(signInAndPost) ? inChannel() : attempt;
    },
    'message extension query': () => searchExtension(),
    async 'message extension action'(topic) {
      const { messageId } = await client.send('Launch', 'Worth a wider audience', { mention: false });
      const command = { commandId: 'startFromMessage', place: client.placeOf({ messageId }) };
      return inDialog(await client.dialogs.run(command), topic);
    },
  };
}

interface Press {
  where: { channel: string; rootId: string };
  messageId: string;
  data: object;
}

/** Action.Execute activity by activity, as a client sends it: silently when it is asked to, then with the button. */
async function execute(bot: Bot, press: Press, more: object = {}, link?: string): Promise<Attempt> {
  const { where, messageId, data } = press;
  const ada = bot.person('Ada');
  const activity = bot.activities.execute(ada, messageId, 'conversation.post', data, where);
  const { status, body } = await bot.deliver({
    ...activity,
    value: { ...(activity['value'] as object), ...more },
  });
  assert.equal(status, 200);
  const { statusCode, type, value } = body as { statusCode: number; type: string; value: unknown };
  const again = () => execute(bot, press);
  const finish = (state: string) => execute(bot, press, { state });
  if (statusCode === 200) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { kind: text.includes('again in a minute') ? 'says' : 'done', text, again };
  }
  if (statusCode === 412) {
    assert.equal(type, 'application/vnd.microsoft.error.preconditionFailed');
    assert.ok(link !== undefined);
    return { kind: 'asks', text: (value as { message: string }).message, link, finish };
  }
  assert.deepEqual([statusCode, type], [401, 'application/vnd.microsoft.activity.loginRequest']);
  const { connectionName, tokenExchangeResource, buttons } = value as {
    connectionName: string;
    tokenExchangeResource: { id: string; uri: string };
    buttons: [{ type: string; value: string }];
  };
  assert.notEqual(connectionName, '');
  assert.equal(tokenExchangeResource.uri, bot.sandbox.tenant.app.ssoResource);
  assert.equal(buttons[0].type, 'signin');
  if ('state' in more) return { kind: 'asks', text: '', link: buttons[0].value, finish };
  const token = await bot.sandbox.entra.issueSsoToken(ada.id);
  const authentication = { id: tokenExchangeResource.id, connectionName, token };
  return execute(bot, press, { authentication }, buttons[0].value);
}

function textOf(message: Pick<MessageView, 'cards'> | undefined): string {
  return JSON.stringify(message?.cards ?? []).replaceAll(/[\u2066-\u2069]/g, '');
}
