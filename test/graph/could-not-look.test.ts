import assert from 'node:assert/strict';
import type { RequestKind } from '../../src/conversations/request.ts';
import type { Misfortune } from '../../src/sandbox/server/faults.ts';
import { startLookWorld, type LookWorld } from './look-world.ts';

const kinds: RequestKind[] = ['conversation', 'group-thread', 'thread', 'reply'];

/** Every read that a look for a post without a marker makes. */
const reads: [string, RegExp][] = [
  ['the list of threads', /\/threads$/],
  ['the list of posts', /\/posts$/],
  ['who the person is', /\/me$/],
  ['the other shape of marker', /\/posts\/[^/]+$/],
];

const claims = '{"access_token":{"nbf":{"value":"1"}}}';
const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;

const misfortunes: [string, Misfortune, string, object][] = [
  ['429', { status: 429, headers: { 'Retry-After': '7' } }, 'GRAPH_THROTTLED', { retryAfterMs: 7000 }],
  ['500', { status: 500 }, 'GRAPH_UNREACHABLE', {}],
  ['503', { status: 503 }, 'GRAPH_UNREACHABLE', {}],
  ['403', { status: 403 }, 'READING_NOT_ALLOWED', {}],
  ['400', { status: 400 }, 'GRAPH_REFUSED_UNSAID', {}],
  ['401', { status: 401 }, 'SIGN_IN_EXPIRED', { unauthorized: true }],
  [
    '401 with claims',
    { status: 401, headers: { 'WWW-Authenticate': challenge } },
    'SIGN_IN_EXPIRED',
    { unauthorized: true, claims },
  ],
  ['a redirect', { status: 307, headers: { Location: '/v1.0/me' } }, 'GRAPH_REDIRECTS', {}],
  ['a page of HTML', { status: 200, body: '<html>' }, 'GRAPH_UNREACHABLE', {}],
  ['an empty object', { status: 200, body: {} }, 'GRAPH_UNREACHABLE', {}],
  ['a reset', 'reset', 'GRAPH_UNREACHABLE', {}],
  ['no answer', 'hang', 'GRAPH_UNREACHABLE', {}],
];

for (const kind of kinds) {
  describe(`could not look for a ${kind}`, () => {
    let world: LookWorld;
    beforeEach(async () => {
      world = await startLookWorld(kind);
      await world.post();
    });
    afterEach(() => world.close());

    it('though everything is read when nothing is wrong', async () => {
      const answer = await world.look();
      assert.equal(answer.kind === 'complete' && answer.found.length, 1);
    });

    for (const [read, path] of reads) {
      if (kind === 'reply' && read === 'the list of threads') continue;
      for (const [what, outcome, code, details] of misfortunes) {
        it(`when ${read} meets ${what}`, async () => {
          world.faults.add({ path, when: 'after', outcome });
          const answer = await world.look({}, outcome === 'hang' ? 150 : 5000);
          assert.ok(answer.kind === 'incomplete', answer.kind);
          const { kind: _, error, ...rest } = answer;
          assert.equal(error.code, code);
          assert.deepEqual(rest, details);
        });
      }
    }

    it('when its time is up', async () => {
      const answer = await world.look({}, 0);
      assert.equal(answer.kind, 'incomplete');
      assert.equal(world.traffic.count(), 0);
    });
  });
}

describe('could not look to the end', () => {
  let world: LookWorld;
  afterEach(() => world.close());

  const page = (more: object): Misfortune => ({ status: 200, body: { value: [], ...more } });
  for (const [what, outcome] of [
    ['the next page is on another host', page({ '@odata.nextLink': 'https://attacker.invalid/v1.0/x' })],
    ['the next page is no address', page({ '@odata.nextLink': 7 })],
    ['the list holds what has no id', page({ value: [{ topic: 'x' }] })],
  ] as const) {
    it(`when ${what}`, async () => {
      world = await startLookWorld('conversation');
      world.faults.add({ path: /\/threads$/, when: 'before', outcome });
      assert.equal((await world.look()).kind, 'incomplete');
      assert.equal(world.traffic.count(), 1);
    });
  }

  it('when a later page fails', async () => {
    world = await startLookWorld('reply');
    for (let number = 0; number < 60; number += 1) await world.post({ content: `Number ${number}` });
    const path = /\/posts$/;
    world.faults.add({ path, when: 'before', times: 1, outcome: { delayMs: 0 } });
    world.faults.add({ path, when: 'before', times: 1, outcome: { status: 502 } });
    assert.equal((await world.look()).kind, 'incomplete');
    assert.equal(world.traffic.count(), 2);
  });
});
