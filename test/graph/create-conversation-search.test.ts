import assert from 'node:assert/strict';
import type { ConversationSearch } from '../../src/conversations/ports/conversation-search.ts';
import { createConversationSearch } from '../../src/graph/create-conversation-search.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

describe('createConversationSearch', () => {
  let world: GraphWorld;
  let conversations: ConversationSearch;
  beforeEach(async () => {
    world = await startGraphWorld();
    conversations = createConversationSearch({ endpoint: world.origin, version: 'v1.0' });
  });
  afterEach(() => world.close());

  const search = (text: string, more: { limit?: number; deadlineMs?: number } = {}) =>
    conversations.search(world.tokenOf('ada'), { text, limit: 10, deadlineMs: 5_000, ...more });
  const reads = () => world.traffic.count({ path: /conversations$/ });

  function post(alias: string, topic: string): void {
    world.clock.at = new Date(world.clock.at.getTime() + 1000);
    const sender = { name: 'Ben', address: 'ben@contoso.com' };
    world.graph.mailboxes.createConversation(world.groupId(alias), {
      topic,
      post: { sender, body: { contentType: 'text', content: 'x' } },
    });
  }

  function addGroups(count: number): void {
    const [template] = world.tenant.groups;
    for (let number = 0; number < count; number += 1) {
      const id = `eeeeeeee-0000-4000-8000-${String(number).padStart(12, '0')}`;
      world.tenant.groups.push({
        ...template!,
        id,
        displayName: `Group ${number}`,
        mail: `g${number}@contoso.com`,
      });
    }
  }

  it('finds by topic in any case, and by the group’s name, newest first', async () => {
    post('finance', 'Quarter close');
    post('aurora', 'QUARTER plan');
    post('finance', 'Invoices');
    post('board', 'Quarter secrets');
    const topics = async (text: string) =>
      (await search(text)).found.map(({ conversation, group }) => [conversation.topic, group.name]);
    assert.deepEqual(await topics(' quarter '), [
      ['QUARTER plan', 'Project Aurora'],
      ['Quarter close', 'Finance'],
    ]);
    assert.deepEqual(await topics('finance'), [
      ['Invoices', 'Finance'],
      ['Quarter close', 'Finance'],
    ]);
    assert.equal((await search('', { limit: 2 })).found.length, 2);
  });

  it('reads at most 24 mailboxes, one request each, and says how many there are', async () => {
    addGroups(40);
    post('aurora', 'Here');
    const { groups, searched, found } = await search('aurora');
    assert.deepEqual([groups, searched, reads()], [44, 24, 24]);
    // Its name fits, so it is among those that are read.
    assert.equal(found.length, 1);
  });

  it('leaves out what cannot be read, and counts it', async () => {
    post('finance', 'Here');
    world.faults.add({
      path: new RegExp(`${world.groupId('all-company')}/conversations`),
      when: 'before',
      outcome: { status: 429 },
    });
    const { groups, searched, found } = await search('');
    assert.deepEqual([groups, searched, found.length], [4, 3, 1]);
  });

  it('ends in time when a mailbox does not answer', async () => {
    world.faults.add({ path: /conversations$/, when: 'before', times: 1, outcome: 'hang' });
    const { groups, searched } = await search('', { deadlineMs: 400 });
    assert.deepEqual([groups, searched], [4, 3]);
  });

  it('says that the sign-in has ended', async () => {
    world.faults.add({ when: 'before', outcome: { status: 401 } });
    await assert.rejects(search(''), { code: 'SIGN_IN_EXPIRED' });
  });

  it('fails when nothing could be read at all', async () => {
    world.faults.add({ path: /conversations$/, when: 'before', outcome: { status: 503 } });
    await assert.rejects(search(''), { code: 'GRAPH_UNREACHABLE' });
  });
});
