import assert from 'node:assert/strict';
import { checkCard } from '../cards/check-card.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/adaptive-card.ts';
import { startBot, type Bot } from './start-bot.ts';

/** Invokes through the real adapter, each with the shape of answer that its client expects. */
describe('invokes as Teams sends them', function () {
  this.timeout(20_000);
  let bot: Bot;
  before(async () => {
    bot = await startBot();
    await bot.signIn('Ada');
  });
  after(() => bot.stop());

  const ada = () => bot.person('Ada');
  const channelPosts = () => bot.traffic.list({ service: 'channel', method: 'POST' });

  function cardOf(body: unknown): AdaptiveCard {
    const { statusCode, type, value } = body as { statusCode: number; type: string; value: AdaptiveCard };
    assert.deepEqual([statusCode, type], [200, 'application/vnd.microsoft.card.adaptive']);
    checkCard(value);
    return value;
  }

  it('signin/verifyState with a code that is nobody’s answers 404', async () => {
    const answer = await bot.deliver(bot.activities.invoke(ada(), 'signin/verifyState', { state: '123456' }));
    assert.equal(answer.status, 404);
  });

  it('signin/failure answers 200 and says nothing', async () => {
    bot.traffic.clear();
    const value = { code: 'resourcematchfailed', message: 'Resource match failed' };
    const invoke = bot.activities.invoke(ada(), 'signin/failure', value, 'groupChat');
    assert.deepEqual(await bot.deliver(invoke), { status: 200, body: undefined });
    assert.equal(bot.traffic.count({ service: 'channel' }), 0);
    assert.ok(bot.log.some((line) => line.includes('resourcematchfailed')));
  });

  it('adaptiveCard/action of a form that is not known: a new form with what was typed', async () => {
    const data = {
      formId: 'form-0001',
      groupId: bot.group('Finance').id,
      topic: 'Quarter close',
      body: 'First line',
      cc: 'aaaaaaaa-0000-4000-8000-00000000000a',
      notify: 'true',
      due: '2026-12-01',
    };
    const { status, body } = await bot.deliver(
      bot.activities.execute(ada(), '1763640000101', 'conversation.post', data),
    );
    assert.equal(status, 200);
    const card = JSON.stringify(cardOf(body));
    assert.match(card, /no longer known/);
    assert.match(card, /Quarter close/);
    assert.doesNotMatch(card, /form-0001/);
  });

  it('adaptiveCard/action that comes again with a token that is not one, in a channel', async () => {
    const where = bot.beginThread('Ada');
    const activity = bot.activities.execute(
      ada(),
      '1763640000104',
      'conversation.post',
      { topic: 'T' },
      where,
    );
    const authentication = {
      id: '9a9a9a9a-0000-4000-8000-000000000032',
      connectionName: '',
      token: 'eyJ.e.x',
    };
    const value = { ...(activity['value'] as object), authentication };
    const { status, body } = await bot.deliver({ ...activity, value });
    const { value: said, ...rest } = body as { value: { code: string; message: string } };
    const type = 'application/vnd.microsoft.error.preconditionFailed';
    assert.deepEqual([status, rest], [200, { statusCode: 412, type }]);
    assert.equal(said.code, '412');
    assert.match(said.message, /Type “sign in” to start again/);
  });

  it('adaptiveCard/action that makes no sense: HTTP 200, 400 in the body', async () => {
    const shapes: [verb: unknown, data: unknown][] = [
      ['no.such.verb', {}],
      [undefined, {}],
      [7, { formId: 'x' }],
      ['conversation.nothing', null],
    ];
    for (const [verb, data] of shapes) {
      const { status, body } = await bot.deliver(bot.activities.execute(ada(), '1763640000101', verb, data));
      const { value, ...rest } = body as { value: { code: string; message: string } };
      assert.deepEqual([status, rest], [200, { statusCode: 400, type: 'application/vnd.microsoft.error' }]);
      assert.deepEqual([value.code, typeof value.message], ['400', 'string']);
    }
    for (const value of [undefined, 'text', 7, [], { action: 'x' }, { action: null }]) {
      const invoke = bot.activities.invoke(ada(), 'adaptiveCard/action', value);
      const { status, body } = await bot.deliver(invoke);
      assert.deepEqual([status, (body as { statusCode: number }).statusCode], [200, 400]);
    }
  });

  it('application/search', async () => {
    const search = (queryText: unknown, dataset: unknown = 'groups') =>
      bot.deliver(
        bot.activities.invoke(ada(), 'application/search', {
          queryText,
          queryOptions: { skip: 0, top: 15 },
          dataset,
        }),
      );
    const { status, body } = await search('fin');
    assert.equal(status, 200);
    assert.deepEqual(body, {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: {
        results: [
          { title: 'Finance (finance@contoso.com)', value: bot.group('Finance').id },
          {
            title: 'Finance Leadership (finance-leads@contoso.com)',
            value: bot.group('Finance Leadership').id,
          },
        ],
      },
    });
    const resultsOf = (answer: { body: unknown }) =>
      (answer.body as { value: { results: unknown[] } }).value.results;
    assert.ok(resultsOf(await search('')).length >= 4);
    for (const query of ['zzz', 'x'.repeat(5_000), '"', "o'neil", '$filter', '\u202e']) {
      const answer = await search(query);
      assert.deepEqual([answer.status, resultsOf(answer)], [200, []], query);
    }
    assert.deepEqual(resultsOf(await search('fin', 'other')), []);
    assert.equal((await search({ not: 'text' })).status, 200);
  });

  it('links say in their own shape that the chat is the place', async () => {
    const where = bot.beginThread('Ada');
    bot.traffic.clear();
    for (const name of ['composeExtension/queryLink', 'composeExtension/anonymousQueryLink']) {
      const value = { url: 'https://example.com/' };
      const { status, body } = await bot.deliver(bot.activities.invoke(ada(), name, value, where));
      const { type, text } = (body as { composeExtension: { type: string; text: string } }).composeExtension;
      assert.deepEqual([status, type], [200, 'message'], name);
      assert.match(text, /“start” opens the form/);
    }
    assert.equal(channelPosts().length, 0);
  });

  it('dialogs and message extensions that make no sense are answered in their own shape, and put nothing into a chat', async () => {
    const where = bot.beginThread('Ada');
    const names = [
      'task/fetch',
      'task/submit',
      'composeExtension/fetchTask',
      'composeExtension/submitAction',
    ];
    bot.traffic.clear();
    for (const name of [...names, 'composeExtension/query']) {
      for (const value of [
        undefined,
        null,
        7,
        'x',
        [],
        { data: 'x' },
        { data: { formId: 7 } },
        { parameters: [null] },
      ]) {
        const { status, body } = await bot.deliver(bot.activities.invoke(ada(), name, value, where));
        assert.equal(status, 200, name);
        assert.deepEqual(Object.keys(body as object), [name.endsWith('query') ? 'composeExtension' : 'task']);
      }
    }
    assert.equal(channelPosts().length, 0);
    assert.deepEqual(bot.mail(), []);
  });
});
