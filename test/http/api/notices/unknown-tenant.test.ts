import assert from 'node:assert/strict';
import { startNotices, type NoticeApi } from './start-notices.ts';

/** Nobody has written to the bot: no chat of the tenant is known, and so no address that came with a message. */
describe('notices in a tenant of which no chat is known', function () {
  this.timeout(30_000);
  let api: NoticeApi;
  beforeEach(async () => {
    api = await startNotices();
    api.bot.sandbox.channel.installations.uninstall(api.id('chika'));
  });
  afterEach(() => api.stop());

  it('reach who was given the bot, and name who was not', async () => {
    const authorization = await api.appBearer();
    const body = { to: { people: [api.id('ben'), api.id('chika')] }, text: 'The first word' };
    const { json, status, text } = await api.post('notices', body, { authorization });
    assert.equal(status, 202, text);
    const ended = (await api.ended(json.url, { authorization })).json;
    assert.deepEqual(ended.unreachable, { 'not-installed': 1 });
    assert.equal(ended.counts.delivered, 1);
    assert.equal(api.told('ben', 'The first word'), 1);
  });
});
