import assert from 'node:assert/strict';
import type { GroupMembers } from '../../src/announcements/ports/group-members.ts';
import { createGroupMembers } from '../../src/graph/create-group-members.ts';
import { addCrowd } from '../../src/sandbox/tenant/add-crowd.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

describe('the members of a group', () => {
  let world: GraphWorld;
  let members: GroupMembers;
  beforeEach(async () => {
    world = await startGraphWorld();
    members = createGroupMembers({ endpoint: world.origin, version: 'v1.0' });
  });
  afterEach(() => world.close());

  /** Every page of a group, and how long each is. */
  async function all(groupId: string, token: string) {
    const found: { id: string; name?: string }[] = [];
    const sizes: number[] = [];
    let position: string | undefined;
    do {
      const page = await members.page(groupId, { token, ...(position !== undefined && { position }) });
      found.push(...page.members);
      sizes.push(page.members.length);
      position = page.next;
    } while (position !== undefined);
    return { found, sizes };
  }

  it('come with their names, guests among them', async () => {
    const { found } = await all(world.groupId('all-company'), world.tokenOf('ada'));
    assert.deepEqual(
      found,
      world.tenant.people.map(({ id, displayName }) => ({ id, name: displayName })),
    );
  });

  it('come page by page, each once, however many they are', async () => {
    addCrowd(world.tenant, 2_500);
    const { found, sizes } = await all(world.groupId('everybody'), world.tokenOf('ada'));
    assert.deepEqual(sizes, [999, 999, 503]);
    assert.equal(new Set(found.map(({ id }) => id)).size, 2_501);
  });

  it('are refused with what to do where they may not be read', async () => {
    const token = world.tokenOf('ada', { scp: 'User.Read' });
    await assert.rejects(members.page(world.groupId('finance'), { token }), {
      code: 'MEMBERS_NOT_READABLE',
    });
  });

  it('say what else is in the way', async () => {
    const gone = members.page('99999999-0000-4000-8000-000000000000', { token: world.tokenOf('ada') });
    await assert.rejects(gone, { code: 'TARGET_GONE' });
    const position = '/groups/x/members?$skiptoken=bad';
    await assert.rejects(members.page('x', { token: world.tokenOf('ada'), position }));
    await assert.rejects(members.page(world.groupId('finance'), { token: 'no token\n' }), {
      code: 'SIGN_IN_EXPIRED',
    });
  });
});
