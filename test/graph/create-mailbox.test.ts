import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import type { Mailbox, Posting, PostingOutcome } from '../../src/conversations/ports/mailbox.ts';
import { createDirectory } from '../../src/graph/create-directory.ts';
import { createLookout } from '../../src/graph/create-lookout.ts';
import { createMailbox } from '../../src/graph/create-mailbox.ts';
import { createServerTime } from '../../src/graph/server-time.ts';
import { createCertificates } from '../../src/sandbox/server/certificate.ts';
import { createCloudServer } from '../../src/sandbox/server/create-cloud-server.ts';
import { listen } from '../../src/sandbox/server/listen.ts';
import type { Misfortune } from '../../src/sandbox/server/faults.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';
import { createKeptLog } from './kept-log.ts';

const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1' } } });
const error = (code: string, message: string): object => ({ error: { code, message } });
/** A redirect says only where to go on. */
const doubtful = { kind: 'refused', doubtful: true } as const;

/** What Graph may answer instead of creating, and what that is for the request. */
const refusals: [
  string,
  Misfortune,
  { kind: PostingOutcome['kind']; claims?: string; retryAfterMs?: number; doubtful?: boolean },
  string,
][] = [
  ['301', { status: 301, headers: { Location: '/v1.0/elsewhere' } }, doubtful, 'GRAPH_REDIRECTS'],
  ['302', { status: 302, headers: { Location: '/v1.0/elsewhere' } }, doubtful, 'GRAPH_REDIRECTS'],
  ['307', { status: 307, headers: { Location: '/v1.0/elsewhere' } }, doubtful, 'GRAPH_REDIRECTS'],
  ['308', { status: 308, headers: { Location: '/v1.0/elsewhere' } }, doubtful, 'GRAPH_REDIRECTS'],
  ['400', { status: 400, body: error('ErrorInvalidRequest', 'No.') }, { kind: 'refused' }, 'GRAPH_REFUSED'],
  [
    '400 about the marker',
    { status: 400, body: error('X', "'singleValueExtendedProperties' is unknown") },
    { kind: 'marker-refused' },
    'GRAPH_REFUSED',
  ],
  [
    '403 about the marker',
    { status: 403, body: error('X', 'Extended property not allowed') },
    { kind: 'marker-refused' },
    'GRAPH_REFUSED',
  ],
  ['401', { status: 401 }, { kind: 'unauthorized' }, 'SIGN_IN_EXPIRED'],
  [
    '401 with claims',
    {
      status: 401,
      headers: {
        'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
      },
    },
    { kind: 'unauthorized', claims },
    'SIGN_IN_EXPIRED',
  ],
  [
    '403',
    { status: 403, body: error('ErrorAccessDenied', 'not authorized to access group') },
    { kind: 'refused' },
    'POSTING_NOT_ALLOWED',
  ],
  [
    '403 for a scope',
    { status: 403, body: error('Authorization_RequestDenied', '') },
    { kind: 'refused' },
    'PERMISSION_MISSING',
  ],
  ['404', { status: 404, body: error('ErrorItemNotFound', '') }, { kind: 'not-found' }, 'TARGET_GONE'],
  [
    '404 without mailbox',
    { status: 404, body: error('MailboxNotEnabledForRESTAPI', '') },
    { kind: 'not-found' },
    'MAILBOX_UNAVAILABLE',
  ],
  ['409', { status: 409 }, { kind: 'refused' }, 'GRAPH_REFUSED_UNSAID'],
  ['413', { status: 413 }, { kind: 'refused' }, 'REQUEST_TOO_LARGE'],
  [
    '429 with seconds',
    { status: 429, headers: { 'Retry-After': '7' } },
    { kind: 'throttled', retryAfterMs: 7000 },
    'GRAPH_THROTTLED',
  ],
  [
    '429 with a date',
    {
      status: 429,
      headers: { Date: 'Mon, 01 Mar 2027 09:00:00 GMT', 'Retry-After': 'Mon, 01 Mar 2027 09:02:00 GMT' },
    },
    { kind: 'throttled', retryAfterMs: 120_000 },
    'GRAPH_THROTTLED',
  ],
  ['429 without', { status: 429 }, { kind: 'throttled' }, 'GRAPH_THROTTLED'],
  ...[408, 500, 502, 503, 504].map((status): (typeof refusals)[number] => [
    String(status),
    { status, headers: { 'Retry-After': '1' } },
    { kind: 'unknown' },
    'OUTCOME_UNKNOWN',
  ]),
  ['a reset', 'reset', { kind: 'unknown' }, 'OUTCOME_UNKNOWN'],
  ['silence', 'hang', { kind: 'unknown' }, 'OUTCOME_UNKNOWN'],
];

describe('createMailbox', () => {
  let world: GraphWorld;
  let mailbox: Mailbox;
  let kept: ReturnType<typeof createKeptLog>;
  let posting: Posting;
  beforeEach(async () => {
    world = await startGraphWorld();
    kept = createKeptLog();
    mailbox = createMailbox({ endpoint: world.origin, version: 'v1.0', log: kept.log });
    posting = {
      kind: 'conversation',
      groupId: world.groupId('finance'),
      topic: 'Secret plan',
      body: { contentType: 'text', content: 'Typed text' },
      people: [],
      marker: '0123456789abcdef0123456789abcdef',
    };
  });
  afterEach(() => world.close());

  const post = (deadlineMs = 5000): Promise<PostingOutcome> =>
    mailbox.post(posting, { token: world.tokenOf('ada'), deadlineMs });

  for (const when of ['before', 'after'] as const) {
    for (const [what, fault, expected, code] of refusals) {
      it(`sends one POST and no more for ${what} ${when} the commit`, async () => {
        world.faults.add({ service: 'graph', when, outcome: fault });
        const outcome = await post(fault === 'hang' ? 100 : 5000);
        assert.ok('error' in outcome, outcome.kind);
        const { error, ...rest } = outcome;
        assert.deepEqual(rest, expected);
        assert.equal(error.code, code);
        assert.equal(world.traffic.count(), 1);
        assert.equal(world.graph.mailboxes.conversations(posting.groupId).length, when === 'after' ? 1 : 0);
      });
    }
  }

  for (const [what, fault] of [
    ['200 and no body', { status: 200 }],
    ['201 and no body', { status: 201 }],
    ['202 and no body', { status: 202, headers: { 'Content-Type': 'application/json' } }],
    ['204', { status: 204 }],
    ['201 and half a body', { status: 201, body: '{"id":"AAQ' }],
    ['201 and another body', { status: 201, body: { id: 7, threads: 'none' } }],
  ] as const) {
    it(`takes ${what} as created`, async () => {
      world.faults.add({ when: 'after', outcome: fault });
      const outcome = await post();
      assert.ok(outcome.kind === 'created', outcome.kind);
      assert.deepEqual(outcome.created, {});
    });
  }

  it('says that nothing was sent when nobody listens', async () => {
    const closed = await unusedPort();
    mailbox = createMailbox({ endpoint: `https://localhost:${closed}`, version: 'v1.0', log: kept.log });
    const outcome = await post();
    assert.equal(outcome.kind, 'never-sent');
  });

  it('says that nothing was sent when the certificate is not trusted', async () => {
    const server = createCloudServer(await createCertificates(new Date()));
    let requests = 0;
    server.pre((_req, _res, next) => {
      requests += 1;
      next();
    });
    mailbox = createMailbox({ endpoint: await listen(server, 0), version: 'v1.0', log: kept.log });
    const outcome = await post();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    assert.ok(outcome.kind === 'never-sent', outcome.kind);
    assert.match(((outcome.error.cause as Error).cause as { code: string }).code, /SIGNATURE|ISSUER|SIGNED/);
    assert.equal(requests, 0);
  });

  it('does not know when the connection ends before TLS does', async () => {
    const server: Server = createServer((socket) => socket.destroy());
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    mailbox = createMailbox({ endpoint: `https://127.0.0.1:${port}`, version: 'v1.0', log: kept.log });
    assert.equal((await post()).kind, 'unknown');
    server.close();
  });

  it('sends nothing after the deadline, and nothing with what is no token', async () => {
    assert.equal((await post(0)).kind, 'never-sent');
    const outcome = await mailbox.post(posting, { token: 'a\nsecret', deadlineMs: 5000 });
    assert.equal(outcome.kind, 'unauthorized');
    assert.doesNotMatch(
      JSON.stringify(kept.lines) + (('error' in outcome && outcome.error.stack) || ''),
      /a\\?\nsecret/,
    );
    assert.equal(world.traffic.count(), 0);
  });

  it('starts threads in conversations', async () => {
    const first = await post();
    assert.ok(first.kind === 'created');
    const conversationId = first.created.conversationId ?? '';
    const { groupId, body, people } = posting;
    posting = { kind: 'thread', groupId, body, people, topic: 'More', conversationId };
    const second = await post();
    assert.ok(second.kind === 'created');
    assert.equal(second.created.conversationId, conversationId);
  });

  it('gives each kind its own call, and one marker of the shape that the call may carry', async () => {
    const { groupId, body, people } = posting;
    const marker = '0123456789abcdef0123456789abcdef';
    const held = world.graph.mailboxes.conversations(groupId);
    assert.equal(held.length, 0);
    posting = { kind: 'group-thread', groupId, body, people, marker, topic: 'By thread' };
    const created = await post();
    assert.ok(created.kind === 'created');
    const [conversation] = world.graph.mailboxes.conversations(groupId);
    assert.ok(conversation);
    const threadId = conversation.threads[0]?.id ?? '';
    assert.deepEqual(created.created, { threadId });
    posting = { kind: 'thread', groupId, body, people, marker, topic: 'T', conversationId: conversation.id };
    await post();
    posting = { kind: 'reply', groupId, body, people, marker, threadId };
    const replied = await post();
    assert.ok(replied.kind === 'created');
    assert.deepEqual(replied.created, { threadId });
    const posts = conversation.threads.flatMap((thread) => thread.posts);
    assert.deepEqual(
      posts.map(({ extendedProperties, extensions }) => [extendedProperties.length, extensions.length]),
      [
        [1, 0],
        [1, 0],
        [0, 1],
      ],
    );
    assert.deepEqual(
      world.traffic.list({ method: 'POST' }).map(({ path }) => path.replace(/AA[^/]*/g, '…')),
      [
        `/v1.0/groups/${groupId}/threads`,
        `/v1.0/groups/${groupId}/conversations/…/threads`,
        `/v1.0/groups/${groupId}/threads/…/reply`,
      ],
    );
  });

  it('takes 202 without a body as a reply that was created', async () => {
    await post();
    const threadId = world.graph.mailboxes.conversations(posting.groupId)[0]?.threads[0]?.id ?? '';
    const { groupId, body, people } = posting;
    posting = { kind: 'reply', groupId, body, people, threadId };
    const headers = { 'Content-Type': 'application/json' };
    world.faults.add({ when: 'after', outcome: { status: 202, headers } });
    assert.equal((await post()).kind, 'created');
  });

  describe('deleting a conversation', () => {
    let target: { groupId: string; conversationId: string };
    beforeEach(async () => {
      await post();
      const [conversation] = world.graph.mailboxes.conversations(posting.groupId);
      target = { groupId: posting.groupId, conversationId: conversation?.id ?? '' };
      world.traffic.clear();
    });

    it('deletes it, and does not mind when it is gone', async () => {
      await mailbox.deleteConversation(target, world.tokenOf('ada'));
      assert.equal(world.graph.mailboxes.conversations(posting.groupId).length, 0);
      await mailbox.deleteConversation(target, world.tokenOf('ada'));
      assert.equal(world.traffic.count({ method: 'DELETE' }), 2);
    });

    for (const [what, outcome, code] of [
      ['401', { status: 401 }, 'SIGN_IN_EXPIRED'],
      ['403', { status: 403 }, 'DELETING_NOT_ALLOWED'],
      ['429', { status: 429 }, 'GRAPH_THROTTLED'],
      ['502', { status: 502 }, 'GRAPH_UNREACHABLE'],
      ['a reset', 'reset', 'GRAPH_UNREACHABLE'],
    ] as [string, Misfortune, string][]) {
      it(`says ${code} for ${what}, and asks once`, async () => {
        world.faults.add({ method: 'DELETE', when: 'before', outcome });
        await assert.rejects(mailbox.deleteConversation(target, world.tokenOf('ada')), { code });
        assert.equal(world.traffic.count(), 1);
      });
    }

    it('sends nothing for what is no id', async () => {
      const token = world.tokenOf('ada');
      await assert.rejects(mailbox.deleteConversation({ ...target, conversationId: '..' }, token), {
        code: 'TARGET_GONE',
      });
      assert.equal(world.traffic.count(), 0);
    });
  });

  it('learns Graph’s time from every answer, its own, the directory’s and the lookout’s', async () => {
    let counted = 0;
    const serverTime = createServerTime(() => counted);
    const shared = { endpoint: world.origin, version: 'v1.0', log: kept.log, serverTime } as const;
    mailbox = createMailbox(shared);
    assert.equal(mailbox.serverTime(), undefined);
    const learns = async (ask: () => Promise<unknown>): Promise<void> => {
      world.clock.at = new Date(world.clock.at.getTime() + 600_000);
      await ask();
      assert.deepEqual(mailbox.serverTime(), world.clock.at);
    };
    const { groupId, body } = posting;
    const from = world.clock.at;
    const query = { kind: 'conversation', groupId, body, topic: 'T', marker: 'a', from, to: from } as const;
    const options = { token: world.tokenOf('ada'), deadlineMs: 5000 };
    await learns(() => createDirectory(shared).groupById(options.token, groupId));
    await learns(() => createLookout(shared).look(query, options));
    await learns(() => post());
    await learns(() => mailbox.deleteConversation({ groupId, conversationId: 'none' }, options.token));
    counted += 1500;
    assert.equal(mailbox.serverTime()?.getTime(), world.clock.at.getTime() + 1500);
    world.faults.add({ when: 'before', outcome: 'reset' });
    await post();
    assert.equal(mailbox.serverTime()?.getTime(), world.clock.at.getTime() + 1500);
  });

  it('knows what this tenant does with markers, and posts without one', async () => {
    world.profile.marker = 'refused';
    assert.equal((await post()).kind, 'marker-refused');
    const { marker: _, ...bare } = posting;
    posting = bare;
    assert.equal((await post()).kind, 'created');
  });

  it('puts no token and no typed text into log or errors, and Graph’s reason into one short sentence', async () => {
    const token = world.tokenOf('ada');
    const message = `The value 'Typed text' is wrong.\n${'x'.repeat(500)}`;
    world.faults.add({
      when: 'before',
      times: 1,
      outcome: { status: 400, body: error('ErrorInvalid', message) },
    });
    const outcome = await post();
    await post();
    assert.ok(outcome.kind === 'refused');
    assert.ok(outcome.error.says.length < 260, outcome.error.says);
    const logged = kept.lines.map(({ fields, message }) => [
      message,
      JSON.stringify(fields),
      fields.error instanceof Error ? fields.error.stack : '',
    ]);
    assert.equal(logged.length, 2);
    assert.doesNotMatch(
      logged
        .flat()
        .join('\n')
        .replace(outcome.error.details['message'] ?? '', ''),
      /Typed text|Secret plan/,
    );
    assert.ok(!logged.flat().join('\n').includes(token));
  });
});

async function unusedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
