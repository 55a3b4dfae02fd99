import assert from 'node:assert/strict';
import { createWorld, coded, finance, wish } from './fakes/world.ts';

const ben = { name: 'Ben Ray', mail: 'ben@contoso.com' };
const benjamin = { name: 'Benjamin Stone', mail: 'benjamin@contoso.com' };
const otherBen = { name: 'Ben Okoro', mail: 'ben.okoro@contoso.com' };
const id = 'bbbbbbbb-0000-4000-8000-00000000000b';

describe('people by name', () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
  });
  const start = (typedPeople: string[], more: object = {}) =>
    world.conversations.start(wish({ typedPeople, ...more })).then(({ request }) => request);

  const cases: { says: string; typed: string; people?: (typeof ben)[]; goesTo?: string; code?: string }[] = [
    { says: 'is the one who is called so', typed: 'ben ray', people: [ben, benjamin], goesTo: ben.mail },
    { says: 'is the only one with this word', typed: 'Ben', people: [ben, benjamin], goesTo: ben.mail },
    {
      says: 'is asked back when several have it',
      typed: 'Ben',
      people: [ben, otherBen],
      code: 'PERSON_AMBIGUOUS',
    },
    { says: 'is asked back when it only begins so', typed: 'Benj', people: [benjamin], code: 'PERSON_NEAR' },
    { says: 'is refused when nobody is called so', typed: 'Zoe', people: [ben], code: 'PERSON_NOT_FOUND' },
    { says: 'is refused when an id is nobody’s', typed: id, code: 'PERSON_GONE' },
  ];
  for (const { says, typed, people = [], goesTo, code } of cases) {
    it(`${typed} ${says}`, async () => {
      world.state.people = people;
      const { state, reason } = await start([typed]);
      if (goesTo === undefined) {
        assert.deepEqual([state, reason?.code], ['refused', code]);
        assert.equal(world.state.posted.length, 0);
      } else {
        assert.equal(state, 'created');
        assert.deepEqual(world.state.posted[0]?.people, [{ address: goesTo, name: 'Ben Ray' }]);
      }
    });
  }

  it('are answered by an address that fits: that is how a form that asked back is sent again', async () => {
    world.state.people = [ben, otherBen];
    const request = await start(['Ben'], { people: [{ address: 'BEN.OKORO@contoso.com' }] });
    assert.equal(request.state, 'created');
    assert.deepEqual(world.state.posted[0]?.people, [{ address: 'BEN.OKORO@contoso.com' }]);
    assert.equal(request.typedPeople, undefined);
  });

  it('are found by object id, each address once', async () => {
    world.state.peopleById[id] = { name: 'Ben Ray', mail: 'Ben@contoso.com' };
    await start([id], { people: [{ address: 'ben@contoso.com', name: 'B' }, { address: 'c@contoso.com' }] });
    assert.deepEqual(world.state.posted[0]?.people, [
      { address: 'ben@contoso.com', name: 'B' },
      { address: 'c@contoso.com' },
    ]);
  });

  it('without an address are named', async () => {
    world.state.peopleById[id] = { name: 'Meeting Room' };
    const { reason } = await start([id]);
    assert.deepEqual([reason?.code, reason?.details['person']], ['PERSON_WITHOUT_ADDRESS', 'Meeting Room']);
  });

  it('say what to type where nobody may be looked up, and lose nothing', async () => {
    world.state.peopleError = coded('PEOPLE_NOT_READABLE');
    const { state, reason, typedPeople } = await start(['Ben']);
    assert.deepEqual([state, reason?.code, typedPeople], ['refused', 'PEOPLE_NOT_READABLE', ['Ben']]);
  });

  it('wait when Graph cannot be reached, and for a sign-in when it has ended', async () => {
    world.state.peopleError = coded('GRAPH_UNREACHABLE');
    const put = await start(['Ben']);
    assert.deepEqual([put.state, put.waitingFor, put.typedPeople], ['waiting', 'time', ['Ben']]);
    world.state.peopleError = coded('SIGN_IN_EXPIRED');
    const asked = await start(['Ben'], { sourceKey: 'command|2', topic: 'Other' });
    assert.deepEqual([asked.state, asked.waitingFor], ['waiting', 'sign-in']);
    assert.equal(world.state.posted.length, 0);
  });

  it('count towards the limit together with addresses, and make another text of the same', async () => {
    const one = await world.conversations.start(wish({ typedPeople: ['Ben Ray'] }));
    const same = await world.conversations.start(wish({ typedPeople: ['ben ray'] }));
    const other = await world.conversations.start(wish({ typedPeople: ['Chika'] }));
    assert.deepEqual([one.sameContent, same.sameContent, other.sameContent], [true, true, false]);
  });
});

describe('who would get a post', () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
  });
  const eve = { address: 'eve@example.org', name: 'Eve' };
  const asked = async (people = [eve]) => {
    const { request } = await world.conversations.start(wish({ people }));
    return request;
  };

  it('is not asked about for 100 members, and for people of the organisation', async () => {
    world.state.audience = { members: 100, guests: 0 };
    world.state.domains = ['contoso.com', 'contoso.de'];
    const people = [{ address: 'x@CONTOSO.com' }, { address: 'y@contoso.de' }];
    const { request } = await world.conversations.start(wish({ people }));
    assert.equal(request.state, 'created');
  });

  it('is not asked about when a system called, which has decided', async () => {
    world.state.audience = { members: 500 };
    const { request } = await world.conversations.start({
      ...wish({ people: [eve] }),
      audienceConfirmed: true,
    });
    assert.equal(request.state, 'created');
    assert.equal(world.state.audienceAsked, 0);
  });

  it('is not asked about when nobody could tell', async () => {
    world.state.audience = {};
    assert.equal((await asked([])).state, 'created');
  });

  for (const [code, audience, people, details] of [
    ['MANY_MEMBERS', { members: 101 }, [], { members: '101' }],
    ['OUTSIDE_MEMBERS', { members: 3, guests: 2 }, [], { guests: '2' }],
    ['OUTSIDE_PEOPLE', {}, [eve], { outside: '1', names: 'Eve (eve@example.org)' }],
    [
      'MANY_MEMBERS',
      { members: 500, guests: 1 },
      [eve],
      { members: '500', guests: '1', outside: '1', names: 'Eve (eve@example.org)' },
    ],
  ] as const) {
    it(`is asked about before anything is posted: ${code}, ${JSON.stringify(audience)}`, async () => {
      world.state.audience = audience;
      const { state, waitingFor, reason, attempts, dueAt } = await asked([...people]);
      assert.deepEqual([state, waitingFor, attempts, dueAt], ['waiting', 'author', 0, undefined]);
      assert.equal(reason?.code, code);
      assert.deepEqual(reason?.details, { group: finance.name, ...details });
      assert.equal(world.state.posted.length, 0);
    });
  }

  it('is posted once its author says so, and not asked about again', async () => {
    world.state.outcomes = [
      { kind: 'throttled', retryAfterMs: 1_000, error: coded('GRAPH_THROTTLED') },
      { kind: 'created', created: { conversationId: 'c1' } },
    ];
    const request = await asked();
    const answer = await world.conversations.order(request.id, request.author, 'post-now');
    assert.equal(answer.kind, 'done');
    assert.equal((await world.conversations.find(request.id))?.audienceConfirmed, true);
    world.state.now = new Date(world.state.now.getTime() + 3_600_000);
    await world.conversations.workDue();
    const after = await world.conversations.find(request.id);
    assert.equal(after?.state, 'created');
    assert.equal(world.state.audienceAsked, 1);
    assert.deepEqual([...new Set(world.state.posted.map(({ marker }) => marker))], [request.id]);
  });

  it('keeps the answer when the sign-in has ended meanwhile', async () => {
    const request = await asked();
    const [token] = world.state.tokens;
    world.state.tokens = [{ kind: 'sign-in', error: coded('SIGN_IN_EXPIRED') }];
    await world.conversations.order(request.id, request.author, 'post-now');
    assert.equal((await world.conversations.find(request.id))?.waitingFor, 'sign-in');
    world.state.tokens = [token!];
    await world.conversations.signedIn(request.author);
    await world.settled();
    assert.equal((await world.conversations.find(request.id))?.state, 'created');
    assert.equal(world.state.audienceAsked, 1);
  });

  it('is not posted when its author discards it, nor by somebody else', async () => {
    const request = await asked();
    const stranger = { ...request.author, objectId: 'cccccccc-0000-4000-8000-00000000000c' };
    assert.equal((await world.conversations.order(request.id, stranger, 'post-now')).kind, 'not-yours');
    await world.conversations.order(request.id, request.author, 'discard');
    assert.equal((await world.conversations.find(request.id))?.state, 'discarded');
    assert.equal((await world.conversations.order(request.id, request.author, 'post-now')).kind, 'too-late');
    assert.equal(world.state.posted.length, 0);
  });

  it('is not left to the worker: a row that waits for its author is never due', async () => {
    const request = await asked();
    world.state.now = new Date(world.state.now.getTime() + 30 * 24 * 3_600_000);
    await world.conversations.workDue();
    assert.equal((await world.conversations.find(request.id))?.state, 'waiting');
  });
});
