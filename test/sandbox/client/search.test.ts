import assert from 'node:assert/strict';
import { cardMessage, startClients } from './start-clients.ts';
import type { ClientWorld } from './start-clients.ts';

const query = (dataset: string, more = {}) => ({ type: 'Data.Query', dataset, ...more });

describe('a Teams client: typeahead', () => {
  let world: ClientWorld;
  let id: string;
  beforeEach(async () => {
    world = await startClients();
    await world.client('ada').open('personal');
    id = await world.say(
      world.client('ada').chats()[0]?.id ?? '',
      cardMessage({
        body: [
          { type: 'Input.ChoiceSet', id: 'group', choices: [], 'choices.data': query('groups') },
          {
            type: 'Input.ChoiceSet',
            id: 'conversation',
            choices: [],
            'choices.data': query('conversations', { associatedInputs: 'auto' }),
          },
          {
            type: 'Input.ChoiceSet',
            id: 'people',
            choices: [],
            'choices.data': query('graph.microsoft.com/users?scope=currentContext'),
          },
          { type: 'Input.ChoiceSet', id: 'fixed', choices: [{ title: 'One', value: '1' }] },
        ],
      }),
    );
  });
  afterEach(() => world.stop());

  it('asks the bot and answers at most 15 choices', async () => {
    const results = Array.from({ length: 20 }, (_, index) => ({
      title: `Group ${index}`,
      value: `${index}`,
    }));
    world.bot.onActivity = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
    });
    const choices = await world.client('ada').search(id, 'group', 'gr', { topic: 'not sent' });
    assert.deepEqual(choices, results.slice(0, 15));
    const [invoke] = world.heard('application/search');
    assert.equal(invoke?.replyToId, id);
    assert.deepEqual(invoke?.value, {
      queryText: 'gr',
      queryOptions: { skip: 0, top: 15 },
      dataset: 'groups',
    });
    await world.client('ada').search(id, 'conversation', '', { group: '1' });
    assert.deepEqual(world.heard('application/search')[1]?.value.data, { group: '1' });
    assert.equal(world.heard('application/search')[1]?.value.queryText, '');
  });

  it('answers the people picker itself', async () => {
    const before = world.bot.received.length;
    const found = await world.client('ada').search(id, 'people', 'ra');
    assert.deepEqual(found, [{ title: 'Ben Ray', value: world.person('ben').id }]);
    assert.equal((await world.client('ada').search(id, 'people', '')).length, 4);
    assert.equal(world.bot.received.length, before);
  });

  it('throws when the bot fails or the input has no dynamic choices', async () => {
    world.bot.onActivity = () => ({ status: 500 });
    await assert.rejects(world.client('ada').search(id, 'group', 'x'), /HTTP 500/);
    await assert.rejects(world.client('ada').search(id, 'fixed', 'x'), /no dynamic choices/);
  });
});
