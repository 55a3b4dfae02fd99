import assert from 'node:assert/strict';
import fc from 'fast-check';
import { postingRoutes } from '../../../src/http/api/posting-routes.ts';
import { bodyCheck, describedAnswers, description, type HowAnswered } from './described-answers.ts';
import { hello, startApi, type Api, type ApiAnswer, type ApiCall } from './start-api.ts';

describe('the description of the API', () => {
  for (const { path, schema, example } of postingRoutes) {
    it(`takes and refuses the same bodies of ${path} as the route`, () => {
      const check = bodyCheck(path);
      assert.ok(check(example), JSON.stringify(check.errors));
      assert.ok(schema.safeParse(example).success);
      const some = (...values: unknown[]) => fc.constantFrom<unknown>(...values);
      const fields = {
        group: some('Finance', '', ' ', 7, 'a\0b', 'x'.repeat(257)),
        conversation: some('Budget', '', null, '\0', 'x'.repeat(513)),
        thread: some('AAQk=', 'a b', 'a\0', '', 1),
        topic: some('Topic', '\n', 'a\0', 'x'.repeat(255), 'x'.repeat(256), []),
        body: some(hello, { ...hello, contentType: 'rtf' }, { ...hello, more: 1 }, { content: 'x' }, 'x', {
          contentType: 'html',
          content: 'x'.repeat(100_001),
        }),
        people: some([], ['ben@contoso.com'], ['Ben'], 'ben@contoso.com', Array(101).fill('a@b.example')),
        receipt: some('none', 'chat', 'mail', true),
        watch: some(true, false, 'no', 1),
        warnIfSimilar: some(true, 'true', null),
        other: some(1),
      };
      fc.assert(
        fc.property(fc.record(fields, { requiredKeys: [] }), fc.boolean(), (differences, rather) => {
          // Half of them are the example with one or two differences.
          const few = Object.fromEntries(Object.entries(differences).slice(0, 2));
          const body = rather ? { ...example, ...few } : differences;
          assert.equal(check(body), schema.safeParse(body).success, JSON.stringify(body));
        }),
        { numRuns: 500 },
      );
    });
  }

  it('names its server and only parts that it has', () => {
    assert.equal(description.openapi, '3.1.0');
    assert.deepEqual(description.servers, [{ url: 'https://kickoff.example/api/v1' }]);
    for (const [, name = ''] of JSON.stringify(description).matchAll(
      /"\$ref":"#\/components\/schemas\/(\w+)"/g,
    ))
      assert.ok(name in description.components.schemas, name);
  });
});

describe('every documented answer', function () {
  this.timeout(30_000);
  let api: Api;
  before(async () => {
    api = await startApi({ API_RATE: '100/h' });
    const { json } = await api.post('conversations', bodies['conversations']);
    bodies['threads']!['conversation'] = json.created?.conversationId;
    bodies['replies']!['thread'] = json.created?.threadId;
    for (let n = 0; n < 100; n += 1)
      await api.get('requests/1', { authorization: await api.bearer('chika') });
    await api.bot.client('ada').open('personal');
  });
  afterEach(() => api.bot.sandbox.faults.clear());
  after(() => api.stop());

  const bodies: Record<string, Record<string, unknown>> = {
    conversations: { group: 'Finance', topic: 'Documented', body: hello },
    threads: { group: 'Finance', conversation: '', topic: 'Thread', body: hello },
    replies: { group: 'Finance', thread: '', body: hello },
  };

  const put = (path: string, differences: object = {}, given: ApiCall = {}) =>
    api.post(path, { ...bodies[path], ...differences }, given);

  /** Puts a post off for ten minutes. */
  async function waiting(path: string, key: string): Promise<ApiAnswer> {
    const outcome = { status: 429, headers: { 'Retry-After': '600' } };
    // Of what was posted before, subscriptions may be made at any moment: by POST, too.
    const post = { service: 'graph', method: 'POST', path: /\/(?:conversations|threads|reply)$/ } as const;
    api.bot.sandbox.faults.add({ ...post, when: 'before', times: 1, outcome });
    return put(path, { body: { ...hello, content: `Waits as ${key}` } }, { key });
  }

  async function discard(): Promise<void> {
    const client = api.bot.client('ada');
    await client.send('personal', 'pending');
    await client.press(client.messages('personal').at(-1)?.id ?? '', 'Discard');
  }

  /** How each status of a route that posts comes about. */
  const posting: HowAnswered = {
    '201': async (path) => {
      const key = `created-${path}`;
      const first = await put(path, {}, { key });
      await api.settled(first.json.url);
      return put(path, {}, { key });
    },
    '202': async (path) => {
      const answer = await waiting(path, `waits-${path}`);
      await discard();
      return answer;
    },
    '400': (path) => put(path, { other: 1 }),
    '401': (path) => put(path, {}, { authorization: undefined }),
    '403': async (path) => put(path, {}, { authorization: await api.bearer('ada', { scp: 'User.Read' }) }),
    '404': (path) => put(path, { group: 'Nowhere' }),
    '409': (path) => put(path, { warnIfSimilar: true }),
    '410': async (path) => {
      const key = `discarded-${path}`;
      const { json } = await waiting(path, key);
      await discard();
      await api.settled(json.url);
      return waiting(path, key);
    },
    '413': (path) => put(path, {}, { raw: ' '.repeat(300_000) }),
    '415': (path) => put(path, {}, { headers: { 'Content-Type': 'text/json' } }),
    '422': async (path) => {
      await put(path, { group: 'Nowhere' }, { key: `twice-${path}` });
      return put(path, {}, { key: `twice-${path}` });
    },
    '429': async (path) => put(path, {}, { authorization: await api.bearer('chika') }),
    '503': async (path) => {
      const outcome = { status: 503, body: { error: 'temporarily_unavailable' } };
      api.bot.sandbox.faults.add({ service: 'entra', path: /token$/, when: 'before', times: 1, outcome });
      return put(path, {}, { authorization: await api.bearer('ben') });
    },
  };

  const one = async () => (await put('conversations')).json.url ?? '';
  const lookup: HowAnswered = {
    '200': async () => api.get(await one()),
    '304': async () => {
      const url = await one();
      const tag = (await api.get(url)).headers.get('etag') ?? '';
      return api.get(url, { headers: { 'If-None-Match': `"other", W/${tag}` } });
    },
    '400': () => api.get('requests/1?wait=1h'),
    '401': () => api.get('requests/1', { authorization: 'Bearer x' }),
    '403': async () =>
      api.get('requests/1', { authorization: await api.bearer('ada', { roles: ['x'], scp: undefined }) }),
    '404': () => api.get('requests/1'),
    '429': async () => api.get('requests/1', { authorization: await api.bearer('chika') }),
  };

  const hows: Record<string, HowAnswered> = {
    ...Object.fromEntries(Object.keys(bodies).map((path) => [path, posting])),
    'requests/{id}': lookup,
  };
  describedAnswers((name) => hows[name]);
});
