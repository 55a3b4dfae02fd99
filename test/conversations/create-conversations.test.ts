import assert from 'node:assert/strict';
import { coded, createWorld, finance, wish } from './fakes/world.ts';

describe('starting a conversation', () => {
  it('is stored, then attempted, then posted once, then shown once', async () => {
    const { conversations, state, history, holds } = createWorld();
    const { request, first } = await conversations.start(wish());
    assert.equal(first, true);
    assert.equal(request.state, 'created');
    assert.deepEqual(
      history.map((row) => row.state),
      ['accepted', 'accepted', 'sending', 'created'],
    );
    assert.equal(state.posted.length, 1);
    assert.deepEqual(state.posted[0], {
      kind: 'conversation',
      groupId: finance.id,
      topic: 'Budget',
      body: { contentType: 'text', content: 'Hello\nall' },
      people: [],
      marker: request.id,
      token: 'token-1',
    });
    assert.deepEqual(
      state.shown.map((row) => row.state),
      ['created'],
    );
    assert.equal(holds.size, 0);
  });

  it('shows nothing, and leaves no receipt due, where there is no chat', async () => {
    const { conversations, state, receipts, rows } = createWorld();
    const { place: _, ...withoutChat } = wish();
    const { request } = await conversations.start(withoutChat);
    assert.equal(rows.get(request.id)?.state, 'created');
    assert.equal(request.place, undefined);
    assert.deepEqual(state.shown, []);
    assert.equal(receipts.get(request.id)?.dueAt, undefined);
  });

  it('answers a redelivery with the same request and posts nothing', async () => {
    const { conversations, state } = createWorld();
    const [one, other] = await Promise.all([conversations.start(wish()), conversations.start(wish())]);
    assert.equal(one.request.id, other.request.id);
    assert.deepEqual([one.first, other.first].filter(Boolean).length, 1);
    assert.equal((await conversations.start(wish())).first, false);
    assert.equal((await conversations.start(wish({ body: 'something else' }))).sameContent, false);
    assert.equal(state.posted.length, 1);
    assert.equal(state.shown.length, 1);
  });

  it('says "working" when patience ends, and the truth afterwards, in the same card', async () => {
    const { conversations, state, settled } = createWorld();
    const gate = Promise.withResolvers<void>();
    state.patienceEnds = true;
    state.beforeOutcome = () => gate.promise;
    const { request } = await conversations.start(wish());
    assert.equal(state.shown.length, 1);
    gate.resolve();
    await settled();
    assert.deepEqual(
      state.shown.map((row) => [row.state, row.receipt?.activityId]),
      [
        ['sending', undefined],
        ['created', `card-${request.id}`],
      ],
    );
  });

  it('waits for sign-in and goes on by itself afterwards', async () => {
    const { conversations, state, settled } = createWorld();
    const signedIn = state.tokens[0]!;
    state.tokens = [{ kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') }];
    const { request } = await conversations.start(wish());
    assert.deepEqual(
      [request.state, request.waitingFor, request.reason?.code],
      ['waiting', 'sign-in', 'SIGN_IN_REQUIRED'],
    );
    assert.equal(await conversations.workDue(), 0);
    state.tokens = [signedIn];
    await Promise.all([conversations.signedIn(request.author), conversations.signedIn(request.author)]);
    await settled();
    assert.equal(state.posted.length, 1);
    assert.equal(state.shown.at(-1)?.state, 'created');
  });

  it('asks for one fresh token after a 401, with the claims, then for a sign-in', async () => {
    const { conversations, state, rows } = createWorld();
    state.outcomes = [{ kind: 'unauthorized', claims: '{"x":1}', error: coded('SIGN_IN_EXPIRED') }];
    const { id } = (await conversations.start(wish())).request;
    assert.deepEqual(state.askedFor.at(-1), { renew: true, claims: '{"x":1}' });
    // A look right after it may come before what was posted all the same can be found.
    assert.deepEqual([state.looked.length, state.posted.length], [1, 1]);
    state.now = new Date(state.now.getTime() + 15_000);
    await conversations.workDue();
    assert.deepEqual([state.looked.length, state.posted.length], [2, 2]);
    assert.deepEqual([rows.get(id)?.state, rows.get(id)?.waitingFor], ['waiting', 'sign-in']);
  });

  it('posts again without the marker when the tenant refuses it', async () => {
    const { conversations, state } = createWorld();
    state.outcomes = [
      { kind: 'marker-refused', error: coded('GRAPH_REFUSED', { message: 'x' }) },
      { kind: 'created', created: {} },
    ];
    const { request } = await conversations.start(wish());
    assert.equal(request.state, 'created');
    assert.deepEqual(
      state.posted.map(({ marker }) => marker),
      [request.id, undefined],
    );
  });

  it('leaves an unknown outcome unknown and does not post again', async () => {
    const { conversations, state } = createWorld();
    state.outcomes = [{ kind: 'unknown', error: coded('OUTCOME_UNKNOWN') }];
    const { request } = await conversations.start(wish());
    assert.equal(request.state, 'unknown');
    await conversations.workDue();
    await conversations.start(wish());
    assert.equal(state.posted.length, 1);
  });

  it('puts off what never left and sends it when it is due', async () => {
    const { conversations, state } = createWorld();
    state.outcomes = [
      { kind: 'never-sent', error: coded('GRAPH_UNREACHABLE') },
      { kind: 'created', created: {} },
    ];
    const { request } = await conversations.start(wish());
    assert.deepEqual([request.state, request.waitingFor], ['waiting', 'time']);
    assert.equal(await conversations.workDue(), 0);
    state.now = new Date(state.now.getTime() + 10_000);
    assert.equal(await conversations.workDue(), 1);
    assert.equal(state.shown.at(-1)?.state, 'created');
    assert.equal(state.posted.length, 2);
  });

  it('gives up after a day, with the reason', async () => {
    const { conversations, state } = createWorld();
    state.tokens = [{ kind: 'wait', until: state.now, error: coded('SIGN_IN_UNAVAILABLE') }];
    await conversations.start(wish());
    state.now = new Date(state.now.getTime() + 25 * 3_600_000);
    await conversations.workDue();
    assert.deepEqual(
      [state.shown.at(-1)?.state, state.shown.at(-1)?.reason?.code],
      ['refused', 'SIGN_IN_UNAVAILABLE'],
    );
    assert.equal(state.posted.length, 0);
  });

  it('takes over an attempt whose process died as unknown, never as a new attempt', async () => {
    const { conversations, state, rows } = createWorld();
    const { request } = await conversations.start(wish());
    rows.set(request.id, { ...rows.get(request.id)!, state: 'sending', dueAt: state.now });
    await conversations.workDue();
    assert.equal(rows.get(request.id)?.state, 'unknown');
    assert.equal(state.posted.length, 1);
  });

  it('lets a late success win over whoever took the row after the hold had ended', async () => {
    const { conversations, state, holds, rows } = createWorld();
    state.beforeOutcome = async () => {
      const [id] = [...rows.keys()];
      holds.set(id!, 'elsewhere');
    };
    const { request } = await conversations.start(wish());
    assert.equal(request.state, 'created');
    assert.equal(holds.get(request.id), 'elsewhere');
  });

  it('sets a request aside, and keeps it, when a defect shows', async () => {
    const { conversations, state } = createWorld();
    state.beforeOutcome = async () => {
      throw new TypeError('a defect');
    };
    const { request } = await conversations.start(wish());
    assert.equal(request.state, 'unknown');
  });
});

describe('the group that was meant', () => {
  const reasonFor = async (typedGroup: string, groups = [finance]) => {
    const { conversations, state } = createWorld();
    state.groups = groups;
    const { request } = await conversations.start(wish({ typedGroup }));
    return request.reason?.code ?? request.target.group?.id;
  };
  const other = { ...finance, id: 'dddddddd-0000-4000-8000-000000000009', own: false };

  it('is found by exact name in any case, by address and by id', async () => {
    assert.equal(await reasonFor(' FINANCE '), finance.id);
    assert.equal(await reasonFor('Finance@contoso.com'), finance.id);
    assert.equal(await reasonFor(finance.id), finance.id);
  });

  it("is the person's own before others of the same name", async () => {
    assert.equal(await reasonFor('Finance', [other, finance]), finance.id);
  });

  it('is asked for when several or only near ones fit', async () => {
    assert.equal(await reasonFor('Finance', [finance, { ...other, own: true }]), 'GROUP_AMBIGUOUS');
    assert.equal(await reasonFor('Fin'), 'GROUP_NEAR');
    assert.equal(await reasonFor('Legal'), 'GROUP_NOT_FOUND');
    assert.equal(await reasonFor('99999999-0000-4000-8000-000000000009'), 'GROUP_GONE');
  });

  it('must have a mailbox', async () => {
    const { mail: _, ...door } = { ...finance, name: 'Door', type: 'security' as const };
    assert.equal(await reasonFor('Door', [door]), 'GROUP_WITHOUT_MAILBOX');
  });
});

describe('a thread in a conversation', () => {
  it('is posted into the conversation with that topic', async () => {
    const { conversations, state } = createWorld();
    state.conversations = [
      { id: 'c9', topic: 'Other' },
      { id: 'c7', topic: 'Budget 2027' },
    ];
    await conversations.start(wish({ kind: 'thread', typedConversation: 'budget 2027' }));
    assert.equal(state.posted[0]?.kind === 'thread' && state.posted[0].conversationId, 'c7');
  });

  it('is refused when no or several conversations have it', async () => {
    const { conversations, state } = createWorld();
    const ask = async (sourceKey: string) =>
      (await conversations.start(wish({ kind: 'thread', typedConversation: 'Budget', sourceKey }))).request
        .reason?.code;
    assert.equal(await ask('1'), 'CONVERSATION_NOT_FOUND');
    state.conversations = [
      { id: 'c1', topic: 'Budget' },
      { id: 'c2', topic: 'Budget' },
    ];
    assert.equal(await ask('2'), 'CONVERSATION_AMBIGUOUS');
    assert.equal(state.posted.length, 0);
  });
});
