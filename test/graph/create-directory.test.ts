import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Directory } from '../../src/conversations/ports/directory.ts';
import { createDirectory } from '../../src/graph/create-directory.ts';
import { getMe } from '../../src/graph/get-me.ts';
import { readGraph } from '../../src/graph/read-graph.ts';
import type { Misfortune } from '../../src/sandbox/server/faults.ts';
import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

const oddNames = [
  "Rock 'n' Roll",
  'The "Best" Team',
  'R&D',
  'C# & F#',
  'a/b\\c?d=e',
  '100 %',
  '🚀 Launch',
  'צוות א',
  'a+b',
  '#1',
];

describe('createDirectory', () => {
  let world: GraphWorld;
  let directory: Directory;
  let token: string;
  beforeEach(async () => {
    world = await startGraphWorld();
    directory = createDirectory({ endpoint: world.origin, version: 'v1.0' });
    token = world.tokenOf('ada');
  });
  afterEach(() => world.close());

  function addGroup(displayName: string, changes: Partial<SandboxGroup> = {}): SandboxGroup {
    const [template] = world.tenant.groups;
    assert.ok(template);
    const number = String(world.tenant.groups.length).padStart(12, '0');
    const id = `eeeeeeee-0000-4000-8000-${number}`;
    const group = { ...template, id, displayName, mail: `g${number}@contoso.com`, ...changes };
    world.tenant.groups.push(group);
    return group;
  }
  const namesOf = (groups: { name: string }[]): string[] => groups.map(({ name }) => name);

  it('lists the person’s own Microsoft 365 groups, by name or address', async () => {
    const groups = await directory.ownGroups(token, { limit: 50 });
    assert.deepEqual(namesOf(groups), ['All Company', 'Finance', 'Finance Leadership', 'Project Aurora']);
    assert.deepEqual(groups[1], {
      id: world.groupId('finance'),
      name: 'Finance',
      mail: 'finance@contoso.com',
      type: 'microsoft365',
      visibility: 'Public',
      own: true,
    });
    assert.deepEqual(namesOf(await directory.ownGroups(token, { query: ' NANCE', limit: 1 })), ['Finance']);
    const byAddress = await directory.ownGroups(token, { query: 'finance-leads@', limit: 5 });
    assert.deepEqual(namesOf(byAddress), ['Finance Leadership']);
  });

  it('puts the exact name first, so that the limit does not hide it', async () => {
    for (let number = 0; number < 3; number += 1) addGroup(`A Finance ${number}`);
    assert.deepEqual(namesOf(await directory.ownGroups(token, { query: 'finance', limit: 1 })), ['Finance']);
  });

  it('finds a group by id, and none where there is none', async () => {
    const found = await directory.groupById(token, world.groupId('building-access'));
    assert.equal(found?.type, 'security');
    assert.equal(found?.mail, undefined);
    assert.equal(await directory.groupById(token, world.tenant.id), undefined);
    assert.equal(await directory.groupById(token, '..'), undefined);
  });

  it('finds groups by address and by name: exact, then beginning so, then containing it', async () => {
    assert.deepEqual(namesOf(await directory.groupsByMail(token, 'FINANCE@contoso.com')), ['Finance']);
    addGroup('Old Finance');
    const found = await directory.groupsByName(token, 'finance', 10);
    assert.deepEqual(namesOf(found), ['Finance', 'Finance Leadership', 'Old Finance']);
    assert.ok(found.every(({ own }) => !own));
    assert.equal((await directory.groupsByName(token, 'finance', 2)).length, 2);
    assert.deepEqual(await directory.groupsByName(token, '  ', 10), []);
  });

  for (const name of oddNames) {
    it(`finds ${name} by its name`, async () => {
      const group = addGroup(name);
      const [first] = await directory.groupsByName(token, name, 5);
      assert.equal(first?.id, group.id);
    });
  }

  it('finds any name, and sends every character as it was typed', async () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40, size: 'max' })
      .filter((name) => name.trim() !== '');
    const group = addGroup('');
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        group.displayName = name;
        world.traffic.clear();
        const found = await directory.groupsByName(token, name, 5);
        assert.ok(found.some(({ id }) => id === group.id));
        const filters = world.traffic.list().map(({ query }) => query['$filter']);
        assert.ok(filters.includes(`displayName eq '${name.replaceAll("'", "''")}'`));
        const [search] = world.traffic.list({}).flatMap(({ query }) => query['$search'] ?? []);
        assert.equal(search, `"displayName:${name.replace(/["\\]/g, (each) => `\\${each}`)}"`);
      }),
      { seed: 20_270_301, numRuns: 40 },
    );
  });

  it('says so when nothing but the ids of the person’s groups may be read', async () => {
    const weak = world.tokenOf('ada', { scp: 'User.Read' });
    await assert.rejects(directory.ownGroups(weak, { limit: 5 }), { code: 'READ_PERMISSION_MISSING' });
  });

  describe('conversations', () => {
    async function fill(count: number): Promise<void> {
      const groupId = world.groupId('finance');
      for (let number = 1; number <= count; number += 1) {
        world.clock.at = new Date(world.clock.at.getTime() + 1000);
        const sender = { name: 'Ada', address: 'ada@contoso.com' };
        const post = { sender, body: { contentType: 'text', content: `text ${number}` } } as const;
        world.graph.mailboxes.createConversation(groupId, { topic: `Topic ${number}`, post });
      }
    }
    const topics = async (limit: number): Promise<string[]> =>
      (await directory.conversations(token, world.groupId('finance'), limit)).map(({ topic }) => topic);

    it('are the newest ones in whatever order Graph lists them', async () => {
      await fill(120);
      const [newest] = await directory.conversations(token, world.groupId('finance'), 1);
      assert.equal(newest?.preview, 'text 120');
      assert.deepEqual(newest?.lastDelivered, world.clock.at);
      assert.equal(world.traffic.count({ path: /conversations$/ }), 1);
      for (const order of ['newest-first', 'oldest-first', 'shuffled'] as const) {
        world.profile.listOrder = order;
        assert.deepEqual(await topics(3), ['Topic 120', 'Topic 119', 'Topic 118'], order);
      }
      assert.equal((await topics(200)).length, 120);
    });

    it('do not follow a next page to another host', async () => {
      const value = [{ id: 'a', topic: 'A' }, { topic: 'without id' }, null];
      const body = { value, '@odata.nextLink': 'https://attacker.invalid/v1.0/x' };
      world.faults.add({ when: 'before', outcome: { status: 200, body } });
      assert.deepEqual(await topics(5), ['A']);
    });
  });

  const failures: [string, Misfortune, string, Record<string, string>][] = [
    ['401', { status: 401 }, 'SIGN_IN_EXPIRED', {}],
    [
      '401 with claims',
      {
        status: 401,
        headers: { 'WWW-Authenticate': 'Bearer error="insufficient_claims", claims="eyJhIjoxfQ=="' },
      },
      'SIGN_IN_EXPIRED',
      { claims: '{"a":1}' },
    ],
    [
      '403',
      { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: '' } } },
      'READ_PERMISSION_MISSING',
      {},
    ],
    ['404', { status: 404 }, 'TARGET_GONE', {}],
    ['429', { status: 429, headers: { 'Retry-After': '3' } }, 'GRAPH_THROTTLED', { retryAfterMs: '3000' }],
    ['503', { status: 503 }, 'GRAPH_UNREACHABLE', {}],
    ['a redirect', { status: 302, headers: { Location: '/v1.0/me' } }, 'GRAPH_REDIRECTS', {}],
    ['a reset', 'reset', 'GRAPH_UNREACHABLE', {}],
    ['no JSON', { status: 200, body: '<html>' }, 'GRAPH_UNREACHABLE', {}],
  ];
  for (const [what, fault, code, details] of failures) {
    it(`makes ${what} one of our errors`, async () => {
      world.faults.add({ when: 'before', outcome: fault });
      const reading = directory.conversations(token, world.groupId('finance'), 5);
      await assert.rejects(reading, (error: { code: string; details: Record<string, string> }) => {
        assert.equal(error.code, code);
        for (const [name, value] of Object.entries(details)) assert.equal(error.details[name], value);
        return true;
      });
      assert.equal(world.traffic.count(), 1);
    });
  }

  it('lists the threads of a conversation, newest first', async () => {
    const groupId = world.groupId('finance');
    const sender = { name: 'Ben', address: 'ben@contoso.com' };
    const post = (content: string) => ({ sender, body: { contentType: 'text' as const, content } });
    const { conversation, thread } = world.graph.mailboxes.createConversation(groupId, {
      topic: 'Budget',
      post: post('The first words'),
    });
    world.clock.at = new Date(world.clock.at.getTime() + 60_000);
    const newer = world.graph.mailboxes.createThread(groupId, conversation, {
      topic: 'Travel',
      post: post('Later words'),
    });
    const threads = await directory.threads(token, groupId, conversation.id);
    assert.deepEqual(
      threads.map(({ id, topic, preview }) => [id, topic, preview]),
      [
        [newer.id, 'Travel', 'Later words'],
        [thread.id, 'Budget', 'The first words'],
      ],
    );
    assert.ok(threads[0]!.lastDelivered! > threads[1]!.lastDelivered!);
    await assert.rejects(directory.threads(token, groupId, 'AAQkAD='), { code: 'TARGET_GONE' });
  });

  it('answers a name without its words when Graph refuses the search', async () => {
    const group = addGroup('!?');
    const found = await directory.groupsByName(token, '!?', 5);
    assert.deepEqual(
      found.map(({ id }) => id),
      [group.id],
    );
    assert.equal(world.traffic.count({ status: 400 }), 1);
  });

  it('says whose token it is', async () => {
    assert.deepEqual(
      await getMe((path) => readGraph({ endpoint: world.origin, version: 'beta' }, { path, token })),
      {
        id: world.tenant.people[0]?.id,
        displayName: 'Ada Vance',
        mail: 'ada@contoso.com',
        userPrincipalName: 'ada@contoso.com',
      },
    );
  });
});
