import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noticeExample } from '../../../../src/http/api/openapi/describe-notices.ts';
import { noticeInput } from '../../../../src/http/api/shapes/notice-input.ts';
import { bodyCheck, describedAnswers, type HowAnswered } from '../described-answers.ts';
import type { ApiCall } from '../start-api.ts';
import { startNotices, type NoticeAnswer, type NoticeApi } from './start-notices.ts';

describe('the description of notices', () => {
  it('takes and refuses the same bodies as the route', () => {
    const check = bodyCheck('notices');
    assert.ok(check(noticeExample), JSON.stringify(check.errors));
    assert.ok(noticeInput.safeParse(noticeExample).success);
    const some = (...values: unknown[]) => fc.constantFrom<unknown>(...values);
    const id = 'bbbbbbbb-0000-4000-8000-00000000000b';
    const link = { title: 'Read it', url: 'https://contoso.com' };
    const fields = {
      to: some(
        ...[
          {},
          'Finance',
          { people: [] },
          { people: [id, 'ben@contoso.com'] },
          { people: [id.toUpperCase()] },
        ],
        ...[{ people: ['Ben'] }, { people: id }, { people: Array(5_001).fill(id) }, { channel: 'Launch' }],
        ...[
          { channel: '19:a@thread.v2' },
          { channel: '19:a;messageid=1' },
          { channel: '19:a\0' },
          { group: ' ' },
          { group: 'Finance' },
        ],
        ...[
          { group: 'Finance', people: [id] },
          { group: 'Finance', more: 1 },
        ],
      ),
      text: some('Hello', '', ' ', 7, 'a\0', 'x'.repeat(10_000), 'x'.repeat(10_001)),
      title: some('Title', '', 'x'.repeat(201), null),
      link: some(
        ...[link, { ...link, url: 'http://contoso.com' }, { ...link, url: 'https://contoso.com/a b' }],
        ...[{ title: 'x' }, { ...link, title: '' }, 'x'],
      ),
      form: some({}, { topic: 'T' }, { people: ['Ben'] }, { body: '' }, { group: 'F', more: 1 }, []),
      receipt: some('none', 'chat', 'mail', true),
      other: some(1),
    };
    fc.assert(
      fc.property(fc.record(fields, { requiredKeys: [] }), fc.boolean(), (differences, rather) => {
        // Half of them are the example with one or two differences.
        const few = Object.fromEntries(Object.entries(differences).slice(0, 2));
        const body = rather ? { ...noticeExample, ...few } : differences;
        assert.equal(check(body), noticeInput.safeParse(body).success, JSON.stringify(body).slice(0, 500));
      }),
      { numRuns: 500 },
    );
  });
});

describe('every documented answer about notices', function () {
  this.timeout(30_000);
  let api: NoticeApi;
  let done: NoticeAnswer['json'];
  before(async () => {
    api = await startNotices({ API_RATE: '100/h', NOTICE_RATE: '1' });
    for (const name of ['ada', 'ben']) await api.bot.client(name).send('personal', 'help');
    const often = await api.bearer('chika');
    for (let n = 0; n < 100; n += 1) await api.get('notices/1', { authorization: often });
    api.bot.person('dana').mail = 'chika@contoso.com';
    done = (await api.ended((await put()).json.url)).json;
  });
  afterEach(() => api.bot.sandbox.faults.clear());
  after(() => api.stop());

  const put = (differences: object = {}, given: ApiCall = {}) =>
    api.post('notices', { to: { people: [api.id('ben')] }, text: 'Documented', ...differences }, given);

  const post: HowAnswered = {
    '202': () => put({ text: 'Under way' }),
    '400': () => put({ other: 1 }),
    '401': () => put({}, { authorization: undefined }),
    '403': async () => put({}, { authorization: await api.appBearer({ roles: [] }) }),
    '404': () => put({ to: { group: 'Nowhere' } }),
    '409': () => put({ to: { people: ['chika@contoso.com'] } }),
    '413': () => put({}, { raw: ' '.repeat(300_000) }),
    '415': () => put({}, { headers: { 'Content-Type': 'text/json' } }),
    '422': async () => {
      await put({}, { key: 'twice' });
      return put({ text: 'Other' }, { key: 'twice' });
    },
    '429': async () => put({}, { authorization: await api.bearer('chika') }),
    '503': () => {
      api.bot.sandbox.faults.add({ service: 'graph', when: 'before', outcome: { status: 503 } });
      return put({ to: { group: 'Finance' } });
    },
  };
  type Ask = (path: string, given?: ApiCall) => Promise<NoticeAnswer>;
  /** What every route of one notice may answer. */
  const ofOne = (ask: Ask, path = ''): HowAnswered => ({
    '200': () => ask(`notices/${done.id}${path}`),
    '401': () => ask(`notices/${done.id}${path}`, { authorization: 'Bearer x' }),
    '403': async () => ask(`notices/1${path}`, { authorization: await api.appBearer({ roles: ['x'] }) }),
    '404': () => ask(`notices/1${path}`),
    '429': async () => ask(`notices/1${path}`, { authorization: await api.bearer('chika') }),
  });
  const get: Ask = (path, given) => api.get(path, given);
  const ordered: Ask = (path, given) => api.post(path, undefined, given);
  const hows: Record<string, HowAnswered> = {
    notices: post,
    'notices/{id}': {
      ...ofOne(get),
      '304': async () => {
        const tag = (await api.get(done.url)).headers.get('etag') ?? '';
        return api.get(done.url, { headers: { 'If-None-Match': tag } });
      },
      '400': () => api.get(`${done.url}?wait=1h`),
    },
    'notices/{id}/receivers': {
      ...ofOne(get, '/receivers'),
      '400': () => api.get(`${done.receivers}?limit=0`),
    },
    ...Object.fromEntries(
      ['pause', 'resume', 'stop'].map((order) => [`notices/{id}/${order}`, ofOne(ordered, `/${order}`)]),
    ),
  };
  describedAnswers((name) => hows[name]);
});
