import assert from 'node:assert/strict';
import { ask, conversationBody } from './ask.ts';
import { startGraphWorld, type GraphWorld } from './graph-world.ts';

interface Created {
  id: string;
  threads: { id: string }[];
}

const marker = {
  singleValueExtendedProperties: [
    { id: 'String {8f0c1b9e-6f2b-4b3e-9d0a-6b9f3f6a2c11} Name KickoffRequest', value: 'abc1' },
  ],
};
const expand = (id: string): string =>
  encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`);

describe('posting to the sandbox’s Graph', () => {
  let world: GraphWorld;
  let finance: string;
  beforeEach(async () => {
    world = await startGraphWorld();
    finance = `/v1.0/groups/${world.groupId('finance')}`;
  });
  afterEach(() => world.close());

  async function create(topic: string, more: object = {}): Promise<Created> {
    const { status, body } = await ask(world, `${finance}/conversations`, {
      body: conversationBody(topic, 'Hello', more),
    });
    assert.equal(status, 201);
    return body as unknown as Created;
  }

  it('creates a conversation and shows it in the mailbox as the person', async () => {
    const created = await create('Budget', {
      newParticipants: [{ emailAddress: { address: 'dana@contoso.com', name: 'Dana' } }],
    });
    assert.match(created.id, /^AAQkA[\w-]+=*$/);
    const [conversation] = world.graph.mailboxes.conversations(world.groupId('finance'));
    assert.ok(conversation);
    assert.equal(conversation.id, created.id);
    assert.equal(conversation.topic, 'Budget');
    const [thread] = conversation.threads;
    assert.equal(thread?.id, created.threads[0]?.id);
    assert.deepEqual(
      thread?.toRecipients.map(({ address }) => address),
      ['finance@contoso.com', 'dana@contoso.com'],
    );
    assert.equal(thread?.posts[0]?.sender.address, 'ada@contoso.com');
    assert.equal(thread?.posts[0]?.from.address, 'finance@contoso.com');
  });

  it('answers only ids, with the status that the profile gives', async () => {
    world.profile.createdStatus = 200;
    const answer = await ask(world, `${finance}/conversations`, { body: conversationBody('Budget') });
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(answer.body).sort(), ['@odata.context', 'id', 'threads']);
    assert.equal(answer.headers.get('date'), world.clock.at.toUTCString());
  });

  it('starts threads in a group and in a conversation, and takes replies on both prefixes', async () => {
    const { id, threads } = await create('Budget');
    const body = { topic: 'More', posts: [{ body: { contentType: 'text', content: 'x' } }] };
    assert.equal((await ask(world, `${finance}/threads`, { body })).status, 201);
    assert.equal((await ask(world, `${finance}/conversations/${id}/threads`, { body })).status, 201);
    const groupId = world.groupId('finance');
    assert.deepEqual(
      world.graph.mailboxes.conversations(groupId).map((each) => each.threads.length),
      [2, 1],
    );
    const threadId = threads[0]?.id ?? '';
    const reply = { post: { body: { contentType: 'text', content: 'Yes' } } };
    const posts = await ask(world, `${finance}/threads/${threadId}/posts`);
    const [first] = posts.body['value'] as { id: string }[];
    for (const path of [
      `threads/${threadId}/reply`,
      `conversations/${id}/threads/${threadId}/reply`,
      `threads/${threadId}/posts/${first?.id}/reply`,
      `conversations/${id}/threads/${threadId}/posts/${first?.id}/reply`,
    ]) {
      const answer = await ask(world, `${finance}/${path}`, { body: reply });
      assert.deepEqual([answer.status, answer.body], [202, {}], path);
    }
    const held = world.graph.mailboxes.conversations(groupId).find((each) => each.id === id);
    assert.equal(held?.threads[0]?.posts.length, 5);
    assert.equal(held?.threads[0]?.posts.at(-1)?.inReplyTo, first?.id);
  });

  for (const [what, change, code] of [
    ['an unknown property', { mood: 'good' }, 'RequestBodyRead'],
    ['a property that only the service writes', { sender: {} }, 'ErrorInvalidPropertySet'],
    ['a property of the beta that is not written', { importance: 'high' }, 'ErrorInvalidPropertySet'],
    ['a wrong type', { newParticipants: 'dana' }, 'RequestBodyRead'],
    ['another content type', { body: { contentType: 'markdown', content: 'x' } }, 'RequestBodyRead'],
    ['a body of null', { body: null }, 'RequestBodyRead'],
    [
      'an address that is none',
      { newParticipants: [{ emailAddress: { address: 'dana' } }] },
      'ErrorInvalidRecipients',
    ],
    [
      'an extended property id that is none',
      { singleValueExtendedProperties: [{ id: 'KickoffRequest', value: '1' }] },
      'RequestBodyRead',
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const answer = await ask(world, `${finance}/conversations`, {
        body: conversationBody('T', 'x', change),
      });
      assert.deepEqual([answer.status, answer.error.code], [400, code], answer.error.message);
      const { innerError } = answer.body['error'] as { innerError: object };
      assert.deepEqual(Object.keys(innerError), ['date', 'request-id', 'client-request-id']);
      assert.equal(world.graph.mailboxes.conversations(world.groupId('finance')).length, 0);
    });
  }

  it('names the property and the type that it does not know', async () => {
    const body = conversationBody('T', 'x', { mood: 'good' });
    const { error } = await ask(world, `${finance}/conversations`, { body });
    assert.match(error.message, /'mood' does not exist on type 'microsoft\.graph\.post'/);
  });

  it('refuses more than 4 MB, no JSON, several threads, and posts without a thread', async () => {
    const path = `${finance}/conversations`;
    const large = conversationBody('T', 'x'.repeat(4 * 1024 * 1024));
    assert.equal((await ask(world, path, { body: large })).status, 413);
    assert.equal((await ask(world, path, { body: '{' })).status, 400);
    assert.equal((await ask(world, path, { body: { topic: 'T', threads: [] } })).status, 400);
    assert.equal((await ask(world, path, { body: { topic: 'T' } })).status, 400);
    const post = await ask(world, `${finance}/threads/x/posts`, { body: {} });
    assert.deepEqual([post.status, post.error.code], [405, 'ErrorInvalidRequest']);
  });

  it('keeps to the rights of the person', async () => {
    const as = async (alias: string, group: string): Promise<[number, string]> => {
      const path = `/v1.0/groups/${world.groupId(group)}/conversations`;
      const answer = await ask(world, path, { token: world.tokenOf(alias), body: conversationBody('T') });
      return [answer.status, answer.error.code];
    };
    assert.deepEqual(await as('dana', 'finance'), [201, '']);
    assert.deepEqual(await as('ada', 'board'), [403, 'ErrorAccessDenied']);
    assert.deepEqual(await as('ben', 'finance-leads'), [403, 'ErrorAccessDenied']);
    assert.deepEqual(await as('ada', 'building-access'), [404, 'MailboxNotEnabledForRESTAPI']);
    assert.deepEqual(await as('ada', 'aurora'), [201, '']);
    const nowhere = `/v1.0/groups/${world.tenant.id}/conversations`;
    assert.equal((await ask(world, nowhere, { body: conversationBody('T') })).status, 404);
  });

  it('checks the token: audience, lifetime, tenant, person, scope, application', async () => {
    const path = `${finance}/conversations`;
    const asking = async (token: string): Promise<[number, string]> => {
      const answer = await ask(world, path, { token, body: conversationBody('T') });
      return [answer.status, answer.error.code];
    };
    const bad = [401, 'InvalidAuthenticationToken'];
    assert.deepEqual(await asking(''), bad);
    assert.deepEqual(await asking('nonsense'), bad);
    assert.deepEqual(await asking(world.tokenOf('ada', { aud: 'api://kickoff' })), bad);
    assert.deepEqual(await asking(world.tokenOf('ada', { exp: world.clock.at.getTime() / 1000 })), bad);
    assert.deepEqual(await asking(world.tokenOf('ada', { tid: world.tenant.app.id })), bad);
    assert.deepEqual(await asking(world.tokenOf('ada', { oid: world.tenant.id })), bad);
    const denied = [403, 'Authorization_RequestDenied'];
    assert.deepEqual(await asking(world.tokenOf('ada', { scp: 'User.Read Group.Read.All' })), denied);
    const { scp: _, ...app } = JSON.parse(
      Buffer.from(world.tokenOf('ada', { roles: ['Group.ReadWrite.All'] }), 'base64url').toString(),
    ) as Record<string, unknown>;
    assert.deepEqual(await asking(Buffer.from(JSON.stringify(app)).toString('base64url')), denied);
    assert.equal(world.graph.mailboxes.conversations(world.groupId('finance')).length, 0);
  });

  it('keeps, drops or refuses the marker as the profile says', async () => {
    const read = async (threadId: string): Promise<unknown> => {
      const path = `${finance}/threads/${threadId}/posts?$expand=${expand(marker.singleValueExtendedProperties[0]?.id ?? '')}`;
      const [post] = (await ask(world, path)).body['value'] as Record<string, unknown>[];
      return post?.['singleValueExtendedProperties'];
    };
    const kept = await create('Kept', marker);
    assert.deepEqual(await read(kept.threads[0]?.id ?? ''), marker.singleValueExtendedProperties);
    world.profile.marker = 'dropped';
    const dropped = await create('Dropped', marker);
    assert.equal(await read(dropped.threads[0]?.id ?? ''), undefined);
    world.profile.marker = 'refused';
    const refused = await ask(world, `${finance}/conversations`, {
      body: conversationBody('T', 'x', marker),
    });
    assert.equal(refused.status, 400);
    assert.match(refused.error.message, /singleValueExtendedProperties/);
  });

  it('takes an open extension, and no extended property, for a thread in a conversation', async () => {
    const { id } = await create('Budget');
    const path = `${finance}/conversations/${id}/threads`;
    const extension = {
      '@odata.type': 'microsoft.graph.openTypeExtension',
      extensionName: 'com.x',
      key: 'abc',
    };
    const body = (more: object): object => ({
      topic: 'More',
      posts: [{ body: { contentType: 'text', content: 'x' }, ...more }],
    });
    assert.equal((await ask(world, path, { body: body(marker) })).status, 400);
    const created = await ask(world, path, { body: body({ extensions: [extension] }) });
    assert.equal(created.status, 201);
    const filter = encodeURIComponent("extensions($filter=id eq 'com.x')");
    const posts = await ask(
      world,
      `${finance}/threads/${String(created.body['id'])}/posts?$expand=${filter}`,
    );
    const [post] = posts.body['value'] as { extensions: Record<string, unknown>[] }[];
    assert.equal(post?.extensions[0]?.['key'], 'abc');
  });

  it('drops scripts from HTML and keeps text as it is', async () => {
    const html = '<p onclick="x()">Hi <b>you</b><script>alert(1)</script><a href="javascript:x">l</a></p>';
    await ask(world, `${finance}/conversations`, { body: conversationBody('H', html) });
    const [conversation] = world.graph.mailboxes.conversations(world.groupId('finance'));
    assert.equal(conversation?.threads[0]?.posts[0]?.body.content, '<p>Hi <b>you</b><a>l</a></p>');
  });

  it('merges repeated topics and hides fresh ids when the profile says so', async () => {
    world.profile.mergeRepeatedTopics = true;
    world.profile.freshIdsUnreadableMs = 3000;
    const first = await create('Budget');
    const second = await create('budget ');
    assert.equal(first.id, second.id);
    assert.notEqual(first.threads[0]?.id, second.threads[0]?.id);
    const path = `${finance}/conversations/${first.id}`;
    const fresh = await ask(world, path);
    assert.deepEqual([fresh.status, fresh.error.code], [404, 'ErrorItemNotFound']);
    world.clock.at = new Date(world.clock.at.getTime() + 3000);
    assert.equal((await ask(world, path)).status, 200);
  });

  it('knows the aliases on beta only, and only for groups that the person joined', async () => {
    const groupId = world.groupId('finance');
    const body = conversationBody('Alias');
    const person = world.tenant.people[0]?.id ?? '';
    for (const prefix of [`/users/${person}/joinedGroups`, '/drive/root/createdByUser/joinedGroups']) {
      assert.equal((await ask(world, `/beta${prefix}/${groupId}/conversations`, { body })).status, 201);
      const old = await ask(world, `/v1.0${prefix}/${groupId}/conversations`, { body });
      assert.equal(old.status, 400);
      assert.match(old.error.message, /segment 'joinedGroups'/);
      const board = await ask(world, `/beta${prefix}/${world.groupId('board')}/conversations`, { body });
      assert.equal(board.status, 404);
    }
    assert.equal(world.graph.mailboxes.conversations(groupId).length, 2);
  });

  it('keeps attachments and tells about them', async () => {
    const file = {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'plan.txt',
      contentType: 'text/plain',
      contentBytes: Buffer.from('plan').toString('base64'),
    };
    const { threads } = await create('With a file', { attachments: [file] });
    const posts = await ask(world, `${finance}/threads/${threads[0]?.id}/posts?$expand=attachments`);
    const [post] = posts.body['value'] as { hasAttachments: boolean; attachments: { size: number }[] }[];
    assert.equal(post?.hasAttachments, true);
    assert.equal(post?.attachments[0]?.size, 4);
  });

  it('tells its listeners, takes answers from Outlook, and forgets what is removed', async () => {
    const { mailboxes } = world.graph;
    const groupId = world.groupId('finance');
    const { id, threads } = await create('Budget');
    const changes: string[] = [];
    const stop = mailboxes.onChange((changed) => changes.push(changed));
    const ben = world.tenant.people.find(({ mail }) => mail.startsWith('ben'));
    mailboxes.postAs(ben?.id ?? '', groupId, threads[0]?.id ?? '', { contentType: 'text', content: 'Sure' });
    const [conversation] = mailboxes.conversations(groupId);
    assert.equal(conversation?.threads[0]?.posts[1]?.sender.name, 'Ben Ray');
    mailboxes.remove(groupId, id);
    stop();
    await create('Another');
    assert.deepEqual(changes, [groupId, groupId]);
    assert.equal((await ask(world, `${finance}/conversations/${id}`)).status, 404);
  });
});
