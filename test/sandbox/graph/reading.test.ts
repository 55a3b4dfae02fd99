import assert from 'node:assert/strict';
import { ask, conversationBody } from './ask.ts';
import { startGraphWorld, type GraphWorld } from './graph-world.ts';

type Item = Record<string, unknown> & { id: string };

describe('reading mailboxes from the sandbox’s Graph', () => {
  let world: GraphWorld;
  let finance: string;
  before(async () => {
    world = await startGraphWorld();
    finance = `/v1.0/groups/${world.groupId('finance')}`;
    for (let number = 1; number <= 12; number += 1) {
      world.clock.at = new Date(world.clock.at.getTime() + 60_000);
      const body = conversationBody(`Topic ${number}`, `<p>Text <b>${number}</b> &amp; more</p>`);
      await ask(world, `${finance}/conversations`, { body });
    }
  });
  after(() => world.close());

  const items = async (path: string): Promise<Item[]> => {
    const { status, body, error } = await ask(world, path);
    assert.equal(status, 200, error.message);
    return body['value'] as Item[];
  };

  it('lists conversations newest first, with what Outlook shows of them', async () => {
    const [newest, second] = await items(`${finance}/conversations`);
    assert.equal(newest?.['topic'], 'Topic 12');
    assert.equal(second?.['topic'], 'Topic 11');
    assert.equal(newest?.['preview'], 'Text 12 & more');
    assert.deepEqual(newest?.['uniqueSenders'], ['Ada Vance']);
    assert.equal(newest?.['lastDeliveredDateTime'], world.clock.at.toISOString());
  });

  it('pages by ten, follows $top, and hands on the whole query', async () => {
    const first = await ask(world, `${finance}/conversations?$select=topic`);
    assert.equal((first.body['value'] as Item[]).length, 10);
    const next = new URL(String(first.body['@odata.nextLink']));
    assert.equal(next.origin, world.origin);
    const rest = await items(next.pathname + next.search);
    assert.deepEqual(
      rest.map((item) => Object.keys(item)),
      [
        ['id', 'topic'],
        ['id', 'topic'],
      ],
    );
    assert.equal((await items(`${finance}/threads?$top=12`)).length, 12);
    for (const query of ['$top=0', '$top=x', '$orderby=topic', '$filter=topic%20eq%201', '$select=mood']) {
      assert.equal((await ask(world, `${finance}/conversations?${query}`)).status, 400, query);
    }
  });

  it('lists in the order of the profile', async () => {
    const topics = async (): Promise<unknown[]> =>
      (await items(`${finance}/conversations?$top=12`)).map((item) => item['topic']);
    const newestFirst = await topics();
    world.profile.listOrder = 'oldest-first';
    assert.deepEqual(await topics(), newestFirst.toReversed());
    world.profile.listOrder = 'shuffled';
    const shuffled = await topics();
    assert.deepEqual(new Set(shuffled), new Set(newestFirst));
    assert.notDeepEqual(shuffled, newestFirst);
    assert.deepEqual(await topics(), shuffled);
    world.profile.listOrder = 'newest-first';
  });

  it('shows recipients, and where a post belongs, only when selected', async () => {
    const [conversation] = await items(`${finance}/conversations`);
    const [thread] = await items(`${finance}/conversations/${conversation?.id}/threads`);
    assert.equal(thread?.['toRecipients'], undefined);
    const path = `${finance}/threads/${thread?.id}`;
    const selected = await ask(world, `${path}?$select=toRecipients`);
    assert.deepEqual(selected.body['toRecipients'], [
      { emailAddress: { name: 'Finance', address: 'finance@contoso.com' } },
    ]);
    const [post] = await items(`${path}/posts`);
    assert.deepEqual(Object.keys(post ?? {}).sort(), [
      '@odata.etag',
      'body',
      'categories',
      'changeKey',
      'createdDateTime',
      'from',
      'hasAttachments',
      'id',
      'lastModifiedDateTime',
      'receivedDateTime',
      'sender',
    ]);
    const single = await ask(world, `${path}/posts/${post?.id}?$select=conversationId,conversationThreadId`);
    assert.equal(single.body['conversationId'], conversation?.id);
    assert.equal(single.body['conversationThreadId'], thread?.id);
    assert.equal((await ask(world, `${path}/posts/nothing`)).status, 404);
    assert.equal((await ask(world, `${path}/posts?$expand=attachments,extensions`)).status, 400);
  });

  it('lets only members read a private group, and only those with a permission read at all', async () => {
    const board = `/v1.0/groups/${world.groupId('board')}/conversations`;
    assert.equal((await ask(world, board)).status, 403);
    assert.equal((await ask(world, board, { token: world.tokenOf('dana') })).status, 200);
    const dana = { token: world.tokenOf('dana') };
    assert.equal((await ask(world, `${finance}/conversations`, dana)).status, 200);
    const weak = { token: world.tokenOf('ada', { scp: 'User.Read' }) };
    assert.equal((await ask(world, `${finance}/conversations`, weak)).status, 403);
  });
});
