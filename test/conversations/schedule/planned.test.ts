import assert from 'node:assert/strict';
import { createForgetting } from '../../../src/conversations/create-forgetting.ts';
import { isPlanned } from '../../../src/conversations/schedule/is-planned.ts';
import { ada, coded, createWorld, wish } from '../fakes/world.ts';

const postAt = new Date('2026-11-23T08:00:00Z');
const planned = { ...wish(), content: { ...wish().content, postAt } };
const signIn = { kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') } as const;
const minutes = (count: number) => new Date(postAt.getTime() + count * 60_000);
const token = (expiresAt: Date) => ({ kind: 'token', token: 'fresh', expiresAt }) as const;

describe('what is planned for later', () => {
  it('is stored, made ready and shown; nothing is sent before its time', async () => {
    const { conversations, state } = createWorld();
    const { request } = await conversations.start(planned);
    assert.ok(isPlanned(request));
    assert.equal(request.target.group?.name, 'Finance');
    assert.deepEqual(
      state.shown.map((each) => each.state),
      ['waiting'],
    );
    state.now = minutes(-1);
    await conversations.workDue();
    assert.deepEqual(state.posted, []);
    assert.deepEqual(await conversations.pending(ada), [
      { ...request, receipt: state.shown[0]!.receipt ?? (await conversations.find(request.id))!.receipt },
    ]);
  });

  it('is posted at its time with a token of then, exactly once', async () => {
    const { conversations, state } = createWorld();
    state.tokens = [token(postAt), token(minutes(60))];
    await conversations.start(planned);
    state.now = minutes(0);
    await conversations.workDue();
    await conversations.workDue();
    assert.deepEqual(
      state.posted.map((each) => each.token),
      ['fresh'],
    );
    assert.equal((await conversations.pending(ada)).length, 0);
    assert.equal(state.shown.at(-1)?.state, 'created');
  });

  it('says at once that there is no such group', async () => {
    const { conversations, state } = createWorld();
    const { request } = await conversations.start({
      ...planned,
      content: { ...planned.content, typedGroup: 'Nowhere' },
    });
    assert.deepEqual([request.state, request.reason?.code], ['refused', 'GROUP_NOT_FOUND']);
    state.now = minutes(0);
    await conversations.workDue();
    assert.deepEqual(state.posted, []);
  });

  it('says at once that a name is nobody’s, and finds the others before its time', async () => {
    const { conversations, state } = createWorld();
    state.people = [{ name: 'Ben Ray', mail: 'ben@contoso.com' }];
    const naming = (sourceKey: string, name: string) =>
      conversations.start({
        ...planned,
        sourceKey,
        content: { ...planned.content, topic: name, typedPeople: [name] },
      });
    const { request: wrong } = await naming('command|2', 'Zoe');
    assert.deepEqual([wrong.state, wrong.reason?.code], ['refused', 'PERSON_NOT_FOUND']);
    const { request } = await naming('command|3', 'Ben');
    assert.ok(isPlanned(request));
    assert.deepEqual([request.dueAt, request.typedPeople], [postAt, undefined]);
    assert.deepEqual(request.people, [{ address: 'ben@contoso.com', name: 'Ben Ray' }]);
  });

  it('waits for its time when it cannot be looked up yet', async () => {
    const { conversations, state } = createWorld();
    state.tokens = [signIn, token(postAt)];
    const { request } = await conversations.start(planned);
    assert.ok(isPlanned(request));
    state.now = minutes(0);
    await conversations.workDue();
    assert.equal(state.posted.length, 1);
  });

  it('asks once when there is no token at its time, and goes on by itself within an hour', async () => {
    const { conversations, state, settled } = createWorld();
    state.tokens = [signIn];
    await conversations.start(planned);
    state.now = minutes(0);
    await conversations.workDue();
    state.now = minutes(30);
    await conversations.workDue();
    assert.equal(state.shown.filter(({ waitingFor }) => waitingFor === 'sign-in').length, 1);
    state.tokens = [token(minutes(90))];
    await conversations.signedIn(ada);
    await settled();
    assert.equal(state.posted.length, 1);
  });

  it('asks whether it is still meant after more than an hour without a sign-in', async () => {
    const { conversations, state, settled } = createWorld();
    state.tokens = [signIn];
    const { request } = await conversations.start(planned);
    state.now = minutes(0);
    await conversations.workDue();
    state.now = minutes(61);
    state.tokens = [token(minutes(120))];
    await conversations.signedIn(ada);
    await settled();
    assert.deepEqual(state.posted, []);
    assert.equal(state.shown.at(-1)?.waitingFor, 'author');
    await conversations.order(request.id, ada, 'post-now');
    assert.equal(state.posted.length, 1);
  });

  for (const late of [59, 61])
    it(`is ${late > 60 ? 'asked for' : 'posted'} when Kickoff comes to it ${late} minutes late`, async () => {
      const { conversations, state } = createWorld();
      await conversations.start(planned);
      state.now = minutes(late);
      await conversations.workDue();
      assert.equal(state.posted.length, late > 60 ? 0 : 1);
      assert.equal(state.shown.at(-1)?.waitingFor, late > 60 ? 'author' : undefined);
    });

  it('goes out at once with Post now, and not a second time at its time', async () => {
    const { conversations, state } = createWorld();
    const { request } = await conversations.start(planned);
    assert.equal((await conversations.order(request.id, ada, 'post-now')).kind, 'done');
    assert.equal((await conversations.order(request.id, ada, 'post-now')).kind, 'too-late');
    state.now = minutes(0);
    await conversations.workDue();
    assert.equal(state.posted.length, 1);
  });

  it('is tried for a day from its time on, however long ago it was planned', async () => {
    const { conversations, state } = createWorld();
    const { request } = await conversations.start(planned);
    state.outcomes = [{ kind: 'never-sent', error: coded('GRAPH_UNREACHABLE') }];
    state.now = minutes(0);
    await conversations.workDue();
    assert.equal((await conversations.find(request.id))?.state, 'waiting');
    state.now = minutes(24 * 60 + 1);
    await conversations.workDue();
    assert.equal((await conversations.find(request.id))?.state, 'refused');
  });

  it('sends nothing any more once it is discarded', async () => {
    const { conversations, state } = createWorld();
    const { request } = await conversations.start(planned);
    await conversations.order(request.id, ada, 'discard');
    state.now = minutes(0);
    await conversations.workDue();
    assert.deepEqual([state.posted.length, state.shown.at(-1)?.state], [0, 'discarded']);
  });

  it('is a repeat with the same text for the same time, and not for another or for now', async () => {
    const { conversations } = createWorld();
    await conversations.start(planned);
    const again = (sourceKey: string, time?: Date) =>
      conversations.start({
        ...planned,
        sourceKey,
        content: { ...wish().content, ...(time && { postAt: time }) },
      });
    assert.equal((await again('command|2', postAt)).similar, true);
    assert.equal((await again('command|3', minutes(1))).similar, false);
    assert.equal((await again('command|4')).similar, false);
  });

  it('is discarded by “forget me”', async () => {
    const { conversations, state, ledger } = createWorld();
    const { request } = await conversations.start(planned);
    const forgetting = createForgetting({
      work: {
        schedule: async () => 'f',
        callOff: async () => {},
        take: async () => ({ id: 'f', subject: { person: ada } }),
        takeDue: async () => [],
        erase: async () => ({ texts: 0, forms: 0, left: 0 }),
        giveBack: async () => {},
        eraseSettled: async () => 0,
      },
      conversations,
      leave: async () => {},
      signOut: async () => {},
      clock: { now: () => state.now },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      holder: 'here',
      keepTexts: 0,
    });
    assert.equal(await forgetting.openRequests(ada), 1);
    await forgetting.forgetMe(ada);
    assert.equal((await ledger.find(request.id))?.state, 'discarded');
  });
});

describe('changing what is planned', () => {
  const changed = (id: string, sourceKey = 'form|1', time = minutes(60)) => ({
    ...planned,
    sourceKey,
    replaces: id,
    content: { ...planned.content, body: 'Changed', postAt: time },
  });

  it('takes its place: one of both is posted, at the new time', async () => {
    const { conversations, state, settled } = createWorld();
    const { request: old } = await conversations.start(planned);
    const { request } = await conversations.start(changed(old.id));
    await settled();
    const gone = await conversations.find(old.id);
    assert.deepEqual([gone?.state, gone?.replacedBy], ['discarded', request.id]);
    state.now = minutes(0);
    await conversations.workDue();
    assert.equal(state.posted.length, 0);
    state.now = minutes(60);
    await conversations.workDue();
    assert.deepEqual(
      state.posted.map(({ body }) => body.content),
      ['Changed'],
    );
  });

  it('acts once for a form that is pressed twice, and for one of two forms', async () => {
    const { conversations, rows } = createWorld();
    const { request: old } = await conversations.start(planned);
    const [one, same, other] = await Promise.all([
      conversations.start(changed(old.id)),
      conversations.start(changed(old.id)),
      conversations.start(changed(old.id, 'form|2')),
    ]);
    assert.equal(one.request.id, same.request.id);
    assert.deepEqual([other.tooLate, other.similar, other.request.id], [true, false, old.id]);
    assert.ok(![one, same].some(({ similar }) => similar));
    assert.equal([...rows.values()].filter(isPlanned).length, 1);
  });

  it('comes too late once it was posted: nothing new is stored', async () => {
    const { conversations, state, rows } = createWorld();
    const { request: old } = await conversations.start(planned);
    await conversations.order(old.id, ada, 'post-now');
    const { tooLate } = await conversations.start(changed(old.id));
    assert.deepEqual([tooLate, rows.size, state.posted.length], [true, 1, 1]);
  });

  it('cannot take the place of somebody else’s', async () => {
    const { conversations } = createWorld();
    const { request: old } = await conversations.start(planned);
    const ben = { ...ada, objectId: 'bbbbbbbb-0000-4000-8000-00000000000b', name: 'Ben' };
    await conversations.start({ ...changed(old.id), author: ben });
    assert.ok(isPlanned((await conversations.find(old.id))!));
  });

  it('posts at once when its date was cleared', async () => {
    const { conversations, state } = createWorld();
    const { request: old } = await conversations.start(planned);
    const { postAt: _, ...now } = planned.content;
    await conversations.start({ ...planned, sourceKey: 'form|1', replaces: old.id, content: now });
    state.now = minutes(0);
    await conversations.workDue();
    assert.equal(state.posted.length, 1);
  });
});
