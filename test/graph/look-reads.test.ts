import assert from 'node:assert/strict';
import type { LookAnswer } from '../../src/conversations/ports/lookout.ts';
import type { TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import { markerNames } from '../../src/graph/marker-names.ts';
import { minute, own, startLookWorld, topic, type LookWorld } from './look-world.ts';

const body = { contentType: 'text', content: 'x' } as const;
const ben = { name: 'Ben Ray', address: 'ben@contoso.com' };
const marked = [{ id: markerNames.property, value: own.toUpperCase() }];

describe('how much a look reads', () => {
  let world: LookWorld;
  beforeEach(async () => {
    world = await startLookWorld('conversation');
  });
  afterEach(() => world.close());

  /** Conversations of other people, `apart` milliseconds from each other. */
  function fill(count: number, apart: number): void {
    for (let number = 0; number < count; number += 1) {
      world.pass(apart);
      world.graph.mailboxes.createConversation(world.finance, {
        topic: `Topic ${number}`,
        post: { sender: ben, body },
      });
    }
  }
  const lists = (): number => world.traffic.count({ path: /\/threads$/ });
  const threads = (): number => world.traffic.count({ path: /\/posts$/ });
  const count = (answer: LookAnswer): number => {
    assert.ok(answer.kind === 'complete', JSON.stringify(answer));
    return answer.found.length;
  };

  for (const listOrder of ['oldest-first', 'shuffled', 'newest-first'] as TenantProfile['listOrder'][]) {
    it(`finds one of 300 threads that come ${listOrder}, and reads no thread but that`, async () => {
      world.profile.listOrder = listOrder;
      fill(150, 1000);
      world.graph.mailboxes.createConversation(world.finance, {
        topic,
        post: { sender: ben, body, extendedProperties: marked },
      });
      fill(150, 1000);
      assert.equal(count(await world.look()), 1);
      // All pages: everything lies within the day before the window.
      assert.deepEqual([lists(), threads()], [4, 2]);
      assert.deepEqual(
        world.traffic.list({ path: /\/threads$/ }).map(({ query }) => Object.keys(query).sort()),
        [['$select', '$top'], ...Array.from({ length: 3 }, () => ['$select', '$skiptoken', '$top'])],
      );
    });
  }

  it('stops when the list proves to be newest first and the window is covered, else never', async () => {
    fill(300, 60 * minute);
    assert.equal(count(await world.look()), 0);
    assert.deepEqual([lists(), threads()], [1, 1]);
    for (const listOrder of ['oldest-first', 'shuffled'] as const) {
      world.profile.listOrder = listOrder;
      assert.equal(count(await world.look()), 0);
      assert.deepEqual([lists(), threads()], [4, 1], listOrder);
    }
  });

  it('does not take one short page for a proof', async () => {
    await world.post({ marker: own });
    const old = { id: 'old', topic: 'Old', lastDeliveredDateTime: '2020-01-01T00:00:00Z' };
    const link = `${world.origin}/v1.0/groups/${world.finance}/threads?$top=100`;
    const body = { value: [old], '@odata.nextLink': link };
    world.faults.add({ path: /\/threads$/, when: 'before', times: 1, outcome: { status: 200, body } });
    assert.equal(count(await world.look()), 1);
    assert.equal(lists(), 2);
  });

  it('reads threads of other topics only if they received something since', async () => {
    fill(40, minute);
    assert.equal(count(await world.look()), 0);
    assert.deepEqual([lists(), threads()], [1, 12]);
  });

  it('reads a long thread page by page, in any order', async () => {
    world.profile.listOrder = 'shuffled';
    for (let number = 0; number < 120; number += 1) {
      const extendedProperties = number === 60 ? marked : [];
      world.graph.mailboxes.reply(world.finance, world.base.thread, {
        sender: ben,
        body,
        extendedProperties,
      });
    }
    assert.equal(count(await world.look({ kind: 'reply', threadId: world.base.thread.id })), 1);
    assert.deepEqual([lists(), threads()], [0, 3]);
  });

  it('could not look through more than 2,000 threads, and says so after 21 pages', async () => {
    fill(2100, 0);
    const answer = await world.look();
    assert.ok(answer.kind === 'incomplete');
    assert.equal(answer.error.code, 'LOOK_TOO_LARGE');
    assert.deepEqual([lists(), threads()], [21, 0]);
  });

  it('could not look with more than 500 reads', async () => {
    fill(600, 0);
    const answer = await world.look({}, 60_000);
    assert.ok(answer.kind === 'incomplete');
    assert.equal(answer.error.code, 'LOOK_TOO_LARGE');
    assert.equal(world.traffic.count(), 500);
  });
});
