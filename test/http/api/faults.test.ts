import assert from 'node:assert/strict';
import type { Misfortune } from '../../../src/sandbox/server/faults.ts';
import { hello, startApi, type Api } from './start-api.ts';

/** What Graph answers to a POST, before or after it acted, and what the API says of it then and in the end. */
const cases: readonly [string, Misfortune, 'before' | 'after', string, string][] = [
  ['429', { status: 429, headers: { 'Retry-After': '1' } }, 'before', 'waiting', 'created'],
  ['429', { status: 429, headers: { 'Retry-After': '1' } }, 'after', 'waiting', 'created'],
  ['503', { status: 503 }, 'before', 'unknown', 'unknown'],
  ['503', { status: 503 }, 'after', 'unknown', 'created'],
  ['500', { status: 500 }, 'after', 'unknown', 'created'],
  ['a reset', 'reset', 'before', 'unknown', 'unknown'],
  ['a reset', 'reset', 'after', 'unknown', 'created'],
];

describe('what the API says of lost answers', function () {
  this.timeout(20_000);
  let api: Api;
  before(async () => {
    api = await startApi();
  });
  afterEach(() => api.bot.sandbox.faults.clear());
  after(() => api.stop());

  for (const [name, outcome, when, then, end] of cases) {
    it(`${name} ${when} the commit: ${then}, then ${end}, and at most one post`, async () => {
      const topic = `${name} ${when}`;
      const call = () =>
        api.post(
          'conversations',
          { group: 'Finance', topic, body: hello },
          { key: topic.replaceAll(' ', '-') },
        );
      const { faults } = api.bot.sandbox;
      faults.add({ service: 'graph', method: 'POST', times: 1, when, outcome });
      const before = api.posts();
      const lost = await call();
      assert.equal(lost.status, 202, lost.text);
      assert.equal(lost.json.state, then);
      assert.equal(lost.headers.get('location'), lost.json.url);
      assert.notEqual(lost.json.reason, undefined);
      const repeats = await Promise.all([call(), call(), call()]);
      assert.ok(repeats.every(({ json }) => json.id === lost.json.id));
      if (end === 'created') {
        await api.settled(lost.json.url);
        const last = await call();
        assert.deepEqual([last.status, last.json.state], [201, 'created']);
      } else {
        const looked = await looksOver(lost.json.url);
        assert.deepEqual([looked.json.state, looked.json.attempts], ['unknown', 1]);
        assert.equal((await call()).headers.get('retry-after'), null);
      }
      const there = api.topics().filter((each) => each === topic).length;
      assert.equal(there, end === 'created' ? 1 : 0);
      const sent = api.posts() - before;
      assert.equal(sent, name === '429' && when === 'before' ? 2 : 1);
    });
  }

  /** Nobody looks for it any more: its author decides. */
  async function looksOver(url: string | undefined) {
    for (;;) {
      const found = await api.get(`${url}?wait=1s`);
      if (found.json.nextAt === undefined) return found;
    }
  }
});
