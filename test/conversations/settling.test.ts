import assert from 'node:assert/strict';
import type { LookAnswer } from '../../src/conversations/ports/lookout.ts';
import { ada, coded, createWorld, wish } from './fakes/world.ts';
import { unknown, created, nothing, unread, found, lost } from './lost-answer.ts';

describe('an answer that was lost', () => {
  it('is looked for on schedule, and is created when it is found', async () => {
    const { state, pass } = await lost();
    state.looks = [{ ...nothing }, { kind: 'complete', found: [found('p1')] }];
    assert.equal((await pass(1_000)).looks, 0);
    assert.equal((await pass(1_000)).looks, 1);
    const row = await pass(3_000);
    assert.equal(row.state, 'created');
    assert.deepEqual(row.created, { conversationId: 'c-p1', threadId: 't-p1', postId: 'p1' });
    assert.equal(state.posted.length, 1);
    assert.equal(state.shown.at(-1)?.state, 'created');
    assert.deepEqual([state.looked[0]?.marker, state.looked[0]?.topic], [state.posted[0]?.marker, 'Budget']);
  });

  it('stays unknown when it is not found, and is never sent by itself', async () => {
    const { state, pass, passAll } = await lost();
    const row = await passAll();
    assert.deepEqual([row.state, row.looks, row.lookComplete, row.dueAt], ['unknown', 3, true, undefined]);
    await pass(24 * 3_600_000);
    assert.equal(state.posted.length, 1);
  });

  it('is sent again when its author orders it, after one more look, with the same marker', async () => {
    const { state, passAll, conversations, id } = await lost();
    await passAll();
    const looks = state.looked.length;
    const answer = await conversations.order(id, ada, 'send-again');
    assert.deepEqual(
      [
        answer.kind,
        answer.kind === 'done' && answer.request.state,
        answer.kind === 'done' && answer.request.attempts,
      ],
      ['done', 'created', 2],
    );
    assert.equal(state.looked.length, looks + 1);
    assert.deepEqual(
      state.posted.map(({ marker }) => marker),
      [id, id],
    );
  });

  it('is not sent again when the look of that moment finds it, or cannot be made', async () => {
    const ends: [LookAnswer, string][] = [
      [{ kind: 'complete', found: [found('p1')] }, 'created'],
      [unread, 'unknown'],
    ];
    for (const [look, state] of ends) {
      const world = await lost();
      await world.passAll();
      world.state.looks = [look];
      const answer = await world.conversations.order(world.id, ada, 'send-again');
      assert.equal(answer.kind === 'done' && answer.request.state, state);
      assert.equal(world.state.posted.length, 1);
    }
  });

  it('goes on being looked for when it could not be looked for, for a day', async () => {
    const { state, pass, rows, id } = await lost();
    state.looks = [unread];
    await pass(3_600_000);
    assert.equal(rows.get(id)?.lookComplete, false);
    await pass(22 * 3_600_000);
    assert.ok(rows.get(id)?.dueAt, 'no further look');
    state.looks = [{ kind: 'complete', found: [found('p1')] }];
    assert.equal((await pass(3_600_000)).state, 'created');
  });

  it('is not looked for before the time that Graph named', async () => {
    const { state, pass } = await lost();
    state.looks = [{ ...unread, retryAfterMs: 600_000 }];
    const row = await pass(2_000);
    assert.deepEqual(row.dueAt, new Date(state.now.getTime() + 600_000));
  });

  it('is left to its author when it could not be looked for in a day', async () => {
    const { state, pass } = await lost();
    state.looks = [unread];
    for (const hours of [1, 22, 2]) await pass(hours * 3_600_000);
    const row = await pass(0);
    assert.deepEqual([row.state, row.dueAt, row.lookComplete], ['unknown', undefined, false]);
  });

  it('can be discarded, and says so if it was posted after all', async () => {
    const { state, pass, conversations, id } = await lost();
    assert.equal((await conversations.order(id, ada, 'discard')).kind, 'done');
    assert.equal(state.shown.at(-1)?.state, 'discarded');
    state.looks = [{ kind: 'complete', found: [found('p1')] }];
    assert.equal((await pass(5_000)).state, 'created');
    assert.equal(state.shown.at(-1)?.state, 'created');
  });

  it('that is discarded is looked for to the end, also where it was to be sent again, and then rests', async () => {
    const { state, passAll, conversations, id } = await lost();
    await conversations.order(id, ada, 'send-again');
    assert.equal((await conversations.order(id, ada, 'discard')).kind, 'done');
    const row = await passAll();
    assert.deepEqual([row.state, row.dueAt], ['discarded', undefined]);
    assert.deepEqual([state.looked.length, state.posted.length], [3, 1]);
  });

  it('obeys nobody but its author', async () => {
    const { conversations, id, state } = await lost();
    const other = { ...ada, objectId: 'bbbbbbbb-0000-4000-8000-00000000000b' };
    assert.equal((await conversations.order(id, other, 'send-again')).kind, 'not-yours');
    assert.equal((await conversations.order('nothing', ada, 'discard')).kind, 'not-yours');
    assert.equal(state.posted.length, 1);
  });

  it('takes one of two presses at once', async () => {
    const { conversations, id, passAll, state } = await lost();
    await passAll();
    const answers = await Promise.all([1, 2].map(() => conversations.order(id, ada, 'send-again')));
    assert.equal(answers.filter(({ kind }) => kind === 'done').length >= 1, true);
    assert.equal(state.posted.length, 2);
  });

  it('that is found twice shows both, and offers to delete the second', async () => {
    const { state, pass, conversations, id } = await lost();
    state.looks = [{ kind: 'complete', found: [found('p1'), found('p2')] }];
    const row = await pass(5_000);
    assert.deepEqual(row.alsoFound, [{ conversationId: 'c-p2', threadId: 't-p2', postId: 'p2' }]);
    assert.equal((await conversations.order(id, ada, 'delete-second')).kind, 'done');
    assert.deepEqual(state.deleted, ['c-p2']);
    assert.equal((await conversations.order(id, ada, 'delete-second')).kind, 'too-late');
  });

  it('claims a post that carries no marker for one request only', async () => {
    const { state, conversations, rows } = createWorld();
    state.outcomes = [unknown];
    await conversations.start(wish({ sourceKey: '1' }));
    await conversations.start(wish({ sourceKey: '2', again: true }));
    state.looks = [{ kind: 'complete', found: [found('p1', 'content')] }];
    state.now = new Date(state.now.getTime() + 5_000);
    while ((await conversations.workDue()) > 0);
    assert.deepEqual([...rows.values()].map((row) => row.state).toSorted(), ['created', 'unknown']);
  });

  it('is dated by Graph’s clock, however wrong this machine’s is', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [unknown];
    state.serverTime = new Date(state.now.getTime() - 600_000);
    await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 5_000);
    await conversations.workDue();
    const [query] = state.looked;
    assert.ok(query!.from < state.serverTime && state.serverTime < query!.to);
    assert.equal(query!.from.getTime(), state.serverTime.getTime() - 600_000);
  });

  it('waits for sign-in to be looked for, and is looked for as soon as the person has signed in', async () => {
    const { state, pass, conversations, id, rows, settled } = await lost();
    const token = state.tokens[0]!;
    state.tokens = [{ kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') }];
    assert.deepEqual([(await pass(5_000)).state, rows.get(id)?.lookComplete], ['unknown', false]);
    state.tokens = [token];
    state.looks = [{ kind: 'complete', found: [found('p1')] }];
    await conversations.signedIn(ada);
    await settled();
    assert.equal(rows.get(id)?.state, 'created');
  });

  it('is looked for at once with a fresh token where Graph refuses the one there is, and waits for sign-in after that', async () => {
    const refused = { ...unread, error: coded('SIGN_IN_EXPIRED'), unauthorized: true, claims: 'c' };
    const ends: [LookAnswer, string, string | undefined][] = [
      [{ kind: 'complete', found: [found('p1')] }, 'created', undefined],
      [refused, 'unknown', 'sign-in'],
    ];
    for (const [second, end, waitingFor] of ends) {
      const { state, pass } = await lost();
      state.looks = [refused, second];
      const row = await pass(5_000);
      assert.deepEqual([row.state, row.waitingFor, state.looked.length], [end, waitingFor, 2]);
      assert.deepEqual(state.askedFor.at(-1), { renew: true, claims: 'c' });
      assert.equal(state.posted.length, 1);
    }
  });
});

describe('a throttled POST', () => {
  const throttled = { kind: 'throttled', retryAfterMs: 1_000, error: coded('GRAPH_THROTTLED') } as const;

  it('is sent again only after a look', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [throttled, created];
    await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 2_000);
    await conversations.workDue();
    assert.deepEqual([state.looked.length, state.posted.length], [1, 1], 'too early to be sure');
    state.now = new Date(state.now.getTime() + 13_000);
    await conversations.workDue();
    assert.deepEqual([state.looked.length, state.posted.length], [2, 2]);
    assert.equal(state.shown.at(-1)?.state, 'created');
  });

  it('is not sent again when what it left takes its time to be found', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [throttled];
    state.looks = [
      { kind: 'complete', found: [] },
      { kind: 'complete', found: [found('p1')] },
    ];
    await conversations.start(wish({ kind: 'reply', threadId: 't1' }));
    for (const seconds of [2, 13]) {
      state.now = new Date(state.now.getTime() + seconds * 1_000);
      await conversations.workDue();
    }
    assert.deepEqual([state.posted.length, state.shown.at(-1)?.state], [1, 'created']);
  });

  it('is not asked about its audience any more: it may have gone to it', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [throttled, created];
    await conversations.start(wish());
    state.audience = { members: 250 };
    state.now = new Date(state.now.getTime() + 15_000);
    await conversations.workDue();
    assert.deepEqual([state.shown.at(-1)?.state, state.posted.length], ['created', 2]);
  });

  it('is not sent again when it acted after all', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [throttled];
    state.looks = [{ kind: 'complete', found: [found('p1')] }];
    await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 2_000);
    await conversations.workDue();
    assert.deepEqual([state.posted.length, state.shown.at(-1)?.state], [1, 'created']);
  });

  it('that cannot be looked for waits, and is unknown after a day', async () => {
    const { state, conversations, rows } = createWorld();
    state.outcomes = [throttled];
    state.looks = [unread];
    const { request } = await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 2_000);
    await conversations.workDue();
    assert.equal(rows.get(request.id)?.waitingFor, 'time');
    state.now = new Date(state.now.getTime() + 25 * 3_600_000);
    await conversations.workDue();
    assert.equal(rows.get(request.id)?.state, 'unknown');
    assert.equal(state.posted.length, 1);
  });
});

describe('a 404', () => {
  it('on a conversation that Kickoff made moments ago is tried again', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [
      { kind: 'created', created: { conversationId: 'c7' } },
      { kind: 'not-found', error: coded('TARGET_GONE') },
      created,
    ];
    state.conversations = [{ id: 'c7', topic: 'Budget' }];
    await conversations.start(wish({ sourceKey: '1' }));
    const thread = { kind: 'thread', typedConversation: 'Budget', sourceKey: '2' } as const;
    assert.equal((await conversations.start(wish(thread))).request.state, 'waiting');
    assert.equal(state.looked.length, 0);
    state.now = new Date(state.now.getTime() + 15_000);
    await conversations.workDue();
    assert.equal(state.shown.at(-1)?.state, 'created');
    assert.deepEqual([state.looked.length, state.posted.length], [1, 3]);
  });

  it('on anything else is a refusal', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [{ kind: 'not-found', error: coded('TARGET_GONE') }];
    assert.equal((await conversations.start(wish())).request.state, 'refused');
    assert.equal(state.looked.length, 1);
  });

  it('that hides a post is a success', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [{ kind: 'not-found', error: coded('TARGET_GONE') }];
    state.looks = [{ kind: 'complete', found: [found('p1')] }];
    assert.equal((await conversations.start(wish())).request.state, 'created');
  });

  it('is an open outcome while the mailbox cannot be read, and a refusal when it is not there', async () => {
    for (const [look, state] of [
      [unread, 'unknown'],
      [{ kind: 'incomplete', error: coded('TARGET_GONE') } as const, 'refused'],
    ] as const) {
      const world = createWorld();
      world.state.outcomes = [{ kind: 'not-found', error: coded('TARGET_GONE') }];
      world.state.looks = [look];
      assert.equal((await world.conversations.start(wish())).request.state, state);
      assert.equal(world.state.posted.length, 1);
    }
  });
});

describe('a redirect', () => {
  const redirect = {
    kind: 'refused',
    doubtful: true,
    error: coded('GRAPH_REFUSED', { message: 'x' }),
  } as const;

  it('is a refusal when nothing is there, and a success when it is', async () => {
    for (const [posts, state] of [
      [[], 'refused'],
      [[found('p1')], 'created'],
    ] as const) {
      const world = createWorld();
      world.state.outcomes = [redirect];
      world.state.looks = [{ kind: 'complete', found: [...posts] }];
      assert.equal((await world.conversations.start(wish())).request.state, state);
      assert.equal(world.state.posted.length, 1);
    }
  });
});

describe('a reply', () => {
  const reply = { kind: 'reply', threadId: 't1' } as const;

  it('is posted where it was meant to be', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [created];
    await conversations.start(wish(reply));
    const [posting] = state.posted;
    assert.equal(posting?.kind === 'reply' && posting.threadId, 't1');
  });

  it('is not refused for a redirect before there was time for it to appear', async () => {
    const { state, conversations } = createWorld();
    state.outcomes = [
      { kind: 'refused', doubtful: true, error: coded('GRAPH_REFUSED', { message: 'x' }) } as const,
    ];
    assert.equal((await conversations.start(wish(reply))).request.state, 'unknown');
  });

  it('to another thread is another request', async () => {
    const { conversations } = createWorld();
    await conversations.start(wish({ ...reply, sourceKey: '1' }));
    const other = await conversations.start(wish({ ...reply, threadId: 't2', sourceKey: '2' }));
    assert.deepEqual([other.first, other.similar], [true, false]);
  });
});

describe('an order to send again', () => {
  it('that comes early waits until what the first left could be found', async () => {
    const { state, conversations, rows } = createWorld();
    state.outcomes = [unknown];
    state.looks = [
      { kind: 'complete', found: [] },
      { kind: 'complete', found: [found('p1')] },
    ];
    const { id } = (await conversations.start(wish({ kind: 'reply', threadId: 't1' }))).request;
    assert.equal((await conversations.order(id, ada, 'send-again')).kind, 'done');
    assert.deepEqual([state.looked.length, state.posted.length, rows.get(id)?.ordered], [1, 1, true]);
    state.now = new Date(state.now.getTime() + 15_000);
    await conversations.workDue();
    assert.deepEqual([state.posted.length, rows.get(id)?.state], [1, 'created']);
  });
});

describe('a reply that Microsoft 365 accepted', () => {
  const reply = { kind: 'reply', threadId: 't1' } as const;
  const accepted = { kind: 'created', created: { threadId: 't1' } } as const;

  it('is read back, and is not told as there before', async () => {
    const { state, conversations, rows } = createWorld();
    state.outcomes = [accepted];
    state.looks = [
      { kind: 'complete', found: [] },
      { kind: 'complete', found: [found('p1')] },
    ];
    const { id } = (await conversations.start(wish(reply))).request;
    assert.deepEqual([rows.get(id)?.state, rows.get(id)?.created], ['created', { threadId: 't1' }]);
    for (const seconds of [2, 3]) {
      state.now = new Date(state.now.getTime() + seconds * 1_000);
      await conversations.workDue();
    }
    assert.deepEqual([rows.get(id)?.created?.postId, rows.get(id)?.dueAt], ['p1', undefined]);
    assert.equal(state.shown.at(-1)?.created?.postId, 'p1');
    assert.equal(state.posted.length, 1);
  });

  it('stays accepted when it cannot be read, or nobody is signed in, and comes to rest', async () => {
    const { state, conversations, rows } = createWorld();
    state.outcomes = [accepted];
    const { id } = (await conversations.start(wish(reply))).request;
    state.tokens = [{ kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') }];
    for (let n = 0; n < 5; n += 1) {
      state.now = new Date(state.now.getTime() + 60_000);
      await conversations.workDue();
    }
    assert.deepEqual([rows.get(id)?.state, rows.get(id)?.dueAt], ['created', undefined]);
    assert.equal(await conversations.workDue(), 0);
    assert.equal(state.posted.length, 1);
  });
});
