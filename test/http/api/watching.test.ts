import assert from 'node:assert/strict';
import { until } from '../../storage/until.ts';
import { hello, startApi, type Api } from './start-api.ts';

describe('what is started by the API', function () {
  this.timeout(30_000);
  let api: Api;
  before(async () => {
    api = await startApi({ POLL_INTERVAL: '300ms' });
    await api.bot.signIn('ada');
  });
  after(() => api.stop());

  const about = (topic: string, more: object = {}) => ({ group: 'Finance', topic, body: hello, ...more });
  /** An answer of Ben's, in Outlook. */
  function answer(topic: string, text: string): void {
    const conversation = api.bot.conversations('Finance').find((each) => each.topic === topic);
    const thread = conversation?.threads[0];
    assert.ok(thread);
    const { mailboxes } = api.bot.sandbox.graph;
    const body = { contentType: 'text', content: text } as const;
    mailboxes.postAs(api.bot.person('ben').id, api.bot.group('Finance').id, thread.id, body);
  }
  const heard = (text: string) =>
    api.bot.chat('ada').filter((message) => JSON.stringify(message).includes(text)).length;

  it('is watched by whoever started it, in their own chat', async () => {
    const { status, json } = await api.post('conversations', about('Watched'));
    assert.deepEqual([status, json.watch], [201, true]);
    answer('Watched', 'An answer to it');
    await until(async () => (heard('An answer to it') > 0 ? true : undefined));
    assert.equal(heard('An answer to it'), 1);
  });

  it('is not watched when the call says no, and replies never begin to', async () => {
    const { json } = await api.post('conversations', about('Unwatched', { watch: false }));
    assert.equal(json.watch, false);
    const thread = json.created?.threadId;
    const reply = await api.post('replies', { group: 'Finance', thread, body: hello });
    assert.equal(reply.json.watch, false);
    const refused = await api.post('replies', { group: 'Finance', thread, body: hello, watch: true });
    assert.deepEqual([refused.status, refused.json.errors?.[0]?.path], [400, '/watch']);
    const marker = await api.post('conversations', about('Marker'));
    assert.equal(marker.json.watch, true);
    answer('Unwatched', 'Nobody hears this');
    answer('Marker', 'This is heard');
    await until(async () => (heard('This is heard') > 0 ? true : undefined));
    assert.equal(heard('Nobody hears this'), 0);
  });

  it('is not watched by somebody who has no chat with Kickoff, and says so', async () => {
    const authorization = await api.bearer('ben');
    const { status, json } = await api.post('conversations', about('No chat'), { authorization });
    assert.deepEqual([status, json.watch], [201, false]);
  });

  it('is watched although its process stopped before it could be', async () => {
    const key = 'stopped-before';
    const body = about('Stopped');
    const posting = api.post('conversations', body, { key });
    await until(async () => (api.topics().includes('Stopped') ? true : undefined));
    await api.bot.restart();
    await posting.catch(() => undefined);
    const { json } = await api.post('conversations', body, { key });
    await api.settled(json.url);
    answer('Stopped', 'After the restart');
    await until(async () => (heard('After the restart') > 0 ? true : undefined));
    assert.equal(heard('After the restart'), 1);
  });
});
