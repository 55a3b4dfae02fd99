import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Audience } from '../../../src/conversations/audience.ts';
import { openQuestion } from '../../../src/conversations/open-question.ts';
import { questionBeforePosting } from '../../../src/conversations/question-before-posting.ts';
import { isPlanned } from '../../../src/conversations/schedule/is-planned.ts';
import { ada, coded, createWorld, wish } from '../fakes/world.ts';

const postAt = new Date('2026-11-23T08:00:00Z');
const planned = { ...wish(), content: { ...wish().content, postAt } };
const minutes = (count: number) => new Date(postAt.getTime() + count * 60_000);
const eve = { address: 'eve@example.org', name: 'Eve' };
const signIn = { kind: 'sign-in', error: coded('SIGN_IN_REQUIRED') } as const;
const token = { kind: 'token', token: 'fresh', expiresAt: minutes(60) } as const;

describe('a large audience of what is planned', () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
    world.state.audience = { members: 200, guests: 0 };
  });
  const plan = async (people = [] as (typeof eve)[]) => {
    const { request } = await world.conversations.start({
      ...planned,
      content: { ...planned.content, people },
    });
    return request;
  };
  const order = (id: string, what: 'confirm' | 'confirm-now' | 'post-now') =>
    world.conversations.order(id, ada, what);
  const atItsTime = async () => {
    world.state.now = minutes(0);
    await world.conversations.workDue();
  };
  const now = async (id: string) => (await world.conversations.find(id))!;

  it('is asked about when it is planned, and it goes out at its time once that is confirmed', async () => {
    const request = await plan([eve]);
    assert.ok(isPlanned(request));
    assert.deepEqual(openQuestion(request), {
      code: 'MANY_MEMBERS',
      details: { group: 'Finance', members: '200', outside: '1', names: 'Eve (eve@example.org)' },
    });
    assert.equal((await order(request.id, 'confirm')).kind, 'done');
    const confirmed = await now(request.id);
    assert.ok(isPlanned(confirmed));
    assert.deepEqual([openQuestion(confirmed), confirmed.dueAt], [undefined, postAt]);
    assert.equal((await order(request.id, 'confirm')).kind, 'too-late');
    assert.equal(world.state.posted.length, 0);
    await atItsTime();
    assert.equal((await now(request.id)).state, 'created');
  });

  it('keeps it back at its time when nobody has confirmed it, and one press posts it', async () => {
    const request = await plan();
    await atItsTime();
    const asked = await now(request.id);
    assert.deepEqual([asked.waitingFor, asked.reason?.code], ['author', 'MANY_MEMBERS']);
    world.state.now = minutes(48 * 60);
    await world.conversations.workDue();
    assert.equal(world.state.posted.length, 0);
    world.state.outcomes = [
      { kind: 'never-sent', error: coded('GRAPH_UNREACHABLE') },
      { kind: 'created', created: { conversationId: 'c1' } },
    ];
    await order(request.id, 'post-now');
    assert.equal((await now(request.id)).state, 'waiting');
    world.state.now = minutes(48 * 60 + 10);
    await world.conversations.workDue();
    await world.conversations.workDue();
    assert.equal(world.state.shown.at(-1)?.state, 'created');
  });

  it('keeps it back when nobody can count any more either', async () => {
    const request = await plan();
    world.state.audience = {};
    await atItsTime();
    assert.equal((await now(request.id)).reason?.details['members'], '200');
    assert.equal(world.state.posted.length, 0);
  });

  it('takes one press to post it at once, where the card has said to how many', async () => {
    const request = await plan();
    await order(request.id, 'confirm-now');
    assert.equal((await now(request.id)).state, 'created');
    assert.equal((await order(request.id, 'confirm-now')).kind, 'too-late');
    await atItsTime();
    assert.equal(world.state.posted.length, 1);
  });

  it('is asked about at the first press, where the card has not said to how many', async () => {
    const request = await plan();
    const answer = await order(request.id, 'post-now');
    assert.ok(answer.kind === 'done' && openQuestion(answer.request) !== undefined);
    assert.ok(isPlanned(await now(request.id)));
    assert.equal(world.state.posted.length, 0);
  });

  it('takes one press once it is confirmed', async () => {
    const request = await plan();
    await order(request.id, 'confirm');
    await order(request.id, 'post-now');
    assert.equal(world.state.posted.length, 1);
  });

  for (const { says, told, at, asks } of [
    { says: 'few more', told: { members: 200 }, at: { members: 250 }, asks: false },
    { says: 'many more', told: { members: 200 }, at: { members: 251 }, asks: true },
    {
      says: 'guests where there were none',
      told: { members: 200, guests: 0 },
      at: { guests: 1 },
      asks: true,
    },
    { says: 'no more than the author knows', told: { members: 90 }, at: { members: 105 }, asks: false },
    { says: 'many, which were few', told: { members: 90 }, at: { members: 120 }, asks: true },
    { says: 'many, which nobody could count before', told: {}, at: { members: 101 }, asks: true },
    { says: 'fewer', told: { members: 200, guests: 3 }, at: { members: 150, guests: 1 }, asks: false },
  ])
    it(`is asked about at its time ${asks ? 'for' : 'no more for'} ${says}`, async () => {
      world.state.audience = told;
      const request = await plan();
      await order(request.id, 'confirm');
      world.state.audience = at;
      await atItsTime();
      assert.equal(world.state.posted.length, asks ? 0 : 1);
      if (!asks) return;
      assert.ok(openQuestion(await now(request.id)) !== undefined);
      await order(request.id, 'post-now');
      assert.equal(world.state.posted.length, 1);
    });

  it('is asked about as soon as there is a sign-in with which to count', async () => {
    world.state.tokens = [signIn];
    const request = await plan();
    assert.equal(openQuestion(request), undefined);
    world.state.tokens = [token];
    await world.conversations.signedIn(ada);
    await world.settled();
    assert.ok(openQuestion(await now(request.id)) !== undefined);
    assert.equal(openQuestion(world.state.shown.at(-1)!)?.code, 'MANY_MEMBERS');
  });

  it('is asked about anew for what takes its place', async () => {
    const request = await plan();
    await order(request.id, 'confirm');
    const { request: other } = await world.conversations.start({
      ...{ ...planned, sourceKey: 'form|1', replaces: request.id },
      content: { ...planned.content, body: 'Changed' },
    });
    await world.settled();
    assert.ok(isPlanned(other) && openQuestion(other) !== undefined);
    assert.equal((await order(request.id, 'confirm')).kind, 'too-late');
  });

  it('is nobody else’s to confirm', async () => {
    const { id } = await plan();
    const ben = { ...ada, objectId: 'bbbbbbbb-0000-4000-8000-00000000000b' };
    assert.equal((await world.conversations.order(id, ben, 'confirm')).kind, 'not-yours');
  });
});

describe('the question at the planned time', () => {
  const count = fc.option(fc.nat(400), { nil: undefined });
  const audience = fc
    .record({ members: count, guests: count, outside: fc.nat(4) })
    .map(({ members, guests, outside }): Audience => ({
      ...(members !== undefined && { members }),
      ...(guests !== undefined && { guests }),
      outside: Array.from({ length: outside }, (_, n) => ({ address: `p${n}@example.org` })),
    }));
  const base = { target: { typedGroup: 'Finance' } } as Parameters<typeof questionBeforePosting>[0];

  it('comes whenever it was asked and not answered, and never for an audience that has not grown', () => {
    fc.assert(
      fc.property(audience, audience, fc.boolean(), (then, at, confirmed) => {
        const request = { ...base, audience: then, ...(confirmed && { audienceConfirmed: true as const }) };
        const same = questionBeforePosting(request, then);
        const wasAsked = openQuestion({ ...request, state: 'waiting', waitingFor: 'time', postAt } as never);
        assert.deepEqual(same, wasAsked);
        const plain = questionBeforePosting(base, { ...then, ...at });
        const asked = questionBeforePosting(request, at);
        if (asked !== undefined) assert.deepEqual(asked, plain);
        else assert.ok(plain === undefined || wasAsked === undefined);
      }),
    );
  });
});
