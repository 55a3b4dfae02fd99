import assert from 'node:assert/strict';
import { ask, conversationBody } from './ask.ts';
import { startGraphWorld, type GraphWorld } from './graph-world.ts';

const property = 'String {8f0c1b9e-6f2b-4b3e-9d0a-6b9f3f6a2c11} Name KickoffRequest';

interface Created {
  id: string;
  threads: [{ id: string }];
}

describe('what the sandbox’s Graph does to who settles and tidies up', () => {
  let world: GraphWorld;
  let groupId: string;
  let finance: string;
  beforeEach(async () => {
    world = await startGraphWorld();
    groupId = world.groupId('finance');
    finance = `/v1.0/groups/${groupId}`;
  });
  afterEach(() => world.close());

  async function create(topic: string): Promise<Created> {
    const { body } = await ask(world, `${finance}/conversations`, { body: conversationBody(topic) });
    return body as unknown as Created;
  }
  const values = async (path: string): Promise<Record<string, unknown>[]> => {
    const { status, body, error } = await ask(world, path);
    assert.equal(status, 200, error.message);
    return body['value'] as Record<string, unknown>[];
  };

  it('deletes conversations for members and owners, and for nobody else', async () => {
    const { id } = await create('Budget');
    const remove = async (alias: string, scope?: string): Promise<[number, string]> => {
      const token = world.tokenOf(alias, scope === undefined ? {} : { scp: scope });
      const path = `${finance}/conversations/${id}`;
      const { status, error } = await ask(world, path, { method: 'DELETE', token });
      return [status, error.code];
    };
    assert.deepEqual(await remove('dana'), [403, 'ErrorAccessDenied']);
    assert.deepEqual(await remove('ada', 'Group.Read.All'), [403, 'Authorization_RequestDenied']);
    assert.equal(world.graph.mailboxes.conversations(groupId).length, 1);
    assert.deepEqual(await remove('ben'), [204, '']);
    assert.equal(world.graph.mailboxes.conversations(groupId).length, 0);
    assert.deepEqual(await remove('ben'), [404, 'ErrorItemNotFound']);
  });

  it('lists what is fresh before it can be read, and replies only when they are there', async () => {
    world.profile.freshIdsUnreadableMs = 3000;
    const { id, threads } = await create('Budget');
    const posts = `${finance}/threads/${threads[0].id}/posts`;
    assert.equal((await values(`${finance}/threads`)).length, 1);
    assert.equal((await ask(world, posts)).status, 404);
    assert.equal((await ask(world, `${finance}/conversations/${id}`, { method: 'DELETE' })).status, 404);
    const pass = (): void => void (world.clock.at = new Date(world.clock.at.getTime() + 3000));
    pass();
    assert.equal((await values(posts)).length, 1);
    const body = { post: { body: { contentType: 'text', content: 'Yes' } } };
    assert.equal((await ask(world, `${finance}/threads/${threads[0].id}/reply`, { body })).status, 202);
    assert.equal((await values(posts)).length, 1);
    pass();
    const [, reply] = await values(posts);
    assert.equal((await ask(world, `${posts}/${String(reply?.['id'])}`)).status, 200);
  });

  it('lists posts in no order either when nothing has one', async () => {
    const { threads } = await create('Budget');
    const body = { post: { body: { contentType: 'text', content: 'Yes' } } };
    for (let number = 0; number < 8; number += 1) {
      world.clock.at = new Date(world.clock.at.getTime() + 1000);
      await ask(world, `${finance}/threads/${threads[0].id}/reply`, { body });
    }
    const times = async (): Promise<string[]> =>
      (await values(`${finance}/threads/${threads[0].id}/posts`)).map((post) =>
        String(post['receivedDateTime']),
      );
    const inOrder = await times();
    assert.deepEqual(inOrder, inOrder.toSorted());
    world.profile.listOrder = 'shuffled';
    assert.notDeepEqual(await times(), inOrder);
    assert.deepEqual((await times()).toSorted(), inOrder);
  });

  it('shows what was merged under the topic that was there', async () => {
    world.profile.mergeRepeatedTopics = true;
    await create('Budget');
    await create(' BUDGET');
    assert.deepEqual(
      (await values(`${finance}/threads`)).map(({ topic }) => topic),
      ['Budget', 'Budget'],
    );
  });

  it('does not know markers when it reads where it refuses them', async () => {
    const { threads } = await create('Budget');
    world.profile.marker = 'refused';
    for (const [name, id] of [
      ['singleValueExtendedProperties', property],
      ['multiValueExtendedProperties', property],
      ['extensions', 'com.kickoff.request'],
    ] as const) {
      const expand = encodeURIComponent(`${name}($filter=id eq '${id}')`);
      const answer = await ask(world, `${finance}/threads/${threads[0].id}/posts?$expand=${expand}`);
      assert.equal(answer.status, 400);
      assert.match(answer.error.message, new RegExp(`'${name}' does not exist`));
    }
    assert.equal((await values(`${finance}/threads/${threads[0].id}/posts?$expand=attachments`)).length, 1);
  });
});
