import assert from 'node:assert/strict';
import { startBot, type Bot } from './start-bot.ts';

const tenantId = '99999999-0000-4000-8000-000000000009';
const sentence =
  /Kickoff is not set up for your organisation\. Ask the administrator of Kickoff to add your tenant/;

/** A well-signed activity of the channel, from somebody of a tenant that is not in ALLOWED_TENANTS. */
describe('people of a tenant that is not allowed', () => {
  let bot: Bot;
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());

  const ada = () => bot.person('Ada');
  const foreign = (activity: Record<string, unknown>) => ({
    ...activity,
    channelData: { ...(activity['channelData'] as object), tenant: { id: tenantId } },
    conversation: { ...(activity['conversation'] as object), tenantId },
  });
  const nothingDone = () => {
    assert.equal(bot.mail().length, 0);
    assert.equal(bot.traffic.count({ service: 'graph' }), 0);
  };

  for (const text of ['start "A" in Finance: b', 'whoami', 'sign in', 'help', 'pending']) {
    it(`are told so for “${text}”`, async () => {
      const before = bot.chat('Ada').length;
      assert.equal((await bot.deliver(foreign(bot.activities.message(ada(), text)))).status, 200);
      const said = bot.chat('Ada').slice(before);
      assert.equal(said.length, 1);
      assert.match(said[0]!.text, sentence);
      assert.equal(said[0]!.attachments.length, 0);
      nothingDone();
    });
  }

  it('are told so for a pressed form, by Action.Submit and Action.Execute', async () => {
    const before = bot.chat('Ada').length;
    const data = { verb: 'conversation.post', formId: 'any', topic: 'A', group: 'Finance', body: 'b' };
    assert.equal((await bot.deliver(foreign(bot.activities.submit(ada(), '1', data)))).status, 200);
    assert.match(bot.chat('Ada').slice(before)[0]?.text ?? '', sentence);
    const pressed = bot.activities.execute(ada(), '1', 'conversation.post', data);
    const { status, body } = await bot.deliver(foreign(pressed));
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), sentence);
    nothingDone();
  });

  for (const name of [
    ...['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'],
    ...['composeExtension/query', 'composeExtension/queryLink'],
  ]) {
    it(`are told so by ${name}`, async () => {
      const { status, body } = await bot.deliver(foreign(bot.activities.invoke(ada(), name, { data: {} })));
      assert.equal(status, 200);
      assert.match(JSON.stringify(body), sentence);
      nothingDone();
    });
  }

  it('get nothing from invokes that show no words', async () => {
    const search = bot.activities.invoke(ada(), 'application/search', { queryText: 'f', dataset: 'groups' });
    const { status, body } = await bot.deliver(foreign(search));
    assert.deepEqual([status, (body as { value: object }).value], [200, { results: [] }]);
    for (const name of ['signin/tokenExchange', 'signin/verifyState', 'signin/failure']) {
      const value = { id: 'x', connectionName: '', token: 'x.y.z', state: 'x' };
      assert.equal((await bot.deliver(foreign(bot.activities.invoke(ada(), name, value)))).status, 403, name);
    }
    nothingDone();
  });
});
