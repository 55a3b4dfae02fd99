import assert from 'node:assert/strict';
import { cardMessage, startClients } from './start-clients.ts';
import type { ClientWorld } from './start-clients.ts';

describe('a Teams client: views of one person', () => {
  let world: ClientWorld;
  let chat: string;
  beforeEach(async () => {
    world = await startClients();
    chat =
      world
        .client('ada')
        .chats()
        .find(({ name }) => name === 'Launch')?.id ?? '';
    world.client('ben');
    world.bot.onActivity = () => view('only yours');
  });
  afterEach(() => world.stop());

  const text = (words: string) => ({ body: [{ type: 'TextBlock', text: words }] });
  const refreshing = (words: string, ...aliases: string[]) => ({
    ...text(words),
    refresh: {
      action: { type: 'Action.Execute', verb: 'card.view', data: { requestId: 'r1' } },
      userIds: aliases.map((alias) => world.person(alias).teamsId),
    },
  });
  const view = (words: string, status = 200, statusCode = 200) => ({
    status,
    body: {
      statusCode,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', ...refreshing(words, 'ada') },
    },
  });
  const shown = async (alias: string) => {
    await world.client(alias).settled();
    const [message] = world.client(alias).messages('Launch');
    return { text: JSON.stringify(message?.cards), footer: message?.footer };
  };
  const asked = () => world.heard('adaptiveCard/action');

  it('asks by itself for whoever is named, and shows the others what the message holds', async () => {
    const id = await world.say(chat, cardMessage(refreshing('for all', 'ada')));
    assert.match((await shown('ada')).text, /only yours/);
    assert.match((await shown('ben')).text, /for all/);
    const [activity, ...more] = asked();
    assert.deepEqual(more, []);
    assert.equal(activity?.['from'].id, world.person('ada').teamsId);
    assert.equal(activity?.['replyToId'], id);
    assert.equal(activity?.['value'].trigger, 'automatic');
    assert.equal(activity?.['value'].action.verb, 'card.view');
    assert.deepEqual(activity?.['value'].action.data, { requestId: 'r1' });
  });

  it('asks anew when the message is changed for everybody, and once only', async () => {
    const id = await world.say(chat, cardMessage(refreshing('for all', 'ada')));
    await shown('ada');
    world.bot.onActivity = () => view('yours, newer');
    const path = `/${encodeURIComponent(chat)}/activities/${id}`;
    await world.connector('PUT', path, { type: 'message', id, ...cardMessage(refreshing('newer', 'ada')) });
    assert.match((await shown('ada')).text, /yours, newer/);
    assert.match((await shown('ben')).text, /newer/);
    assert.equal(asked().length, 2);
  });

  it('leaves a card alone that names nobody, and asks for it on demand', async () => {
    const id = await world.say(chat, cardMessage(refreshing('for all')));
    assert.match((await shown('ada')).text, /for all/);
    assert.deepEqual(asked(), []);
    await world.client('ben').refresh(id);
    assert.match((await shown('ben')).text, /only yours/);
    assert.equal(asked()[0]?.['value'].trigger, 'manual');
  });

  it('asks for everybody where nobody is named, as in a chat of few', async () => {
    const { refresh, ...body } = refreshing('for all');
    await world.say(chat, cardMessage({ ...body, refresh: { action: refresh.action } }));
    assert.match((await shown('ada')).text, /only yours/);
    assert.match((await shown('ben')).text, /only yours/);
  });

  it('says so under the card when the bot does not answer with one', async () => {
    world.bot.onActivity = () => ({ status: 500, body: undefined });
    await world.say(chat, cardMessage(refreshing('for all', 'ada')));
    const { text: words, footer } = await shown('ada');
    assert.match(words, /for all/);
    assert.equal(footer?.kind, 'error');
  });

  it('keeps the answer to a press that was made while it asked', async () => {
    const button = { type: 'Action.Execute', title: 'Press', verb: 'press' };
    const pressable = { ...refreshing('for all'), actions: [button] };
    let answerView = (): void => {};
    const waits = new Promise<void>((resolve) => (answerView = resolve));
    world.bot.onActivity = async (activity) => {
      if (JSON.stringify(activity['value']).includes('"press"')) return view('pressed');
      await waits;
      return view('too late');
    };
    const id = await world.say(chat, cardMessage(pressable));
    const refreshed = world.client('ada').refresh(id);
    await world.client('ada').press(id, 'Press');
    answerView();
    await refreshed;
    assert.match((await shown('ada')).text, /pressed/);
  });
});
