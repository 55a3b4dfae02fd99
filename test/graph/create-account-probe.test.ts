import assert from 'node:assert/strict';
import type { AccountProbe } from '../../src/conversations/ports/account-probe.ts';
import { createAccountProbe } from '../../src/graph/create-account-probe.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

describe('createAccountProbe', () => {
  let world: GraphWorld;
  let probe: AccountProbe;
  beforeEach(async () => {
    world = await startGraphWorld();
    probe = createAccountProbe({ endpoint: world.origin, version: 'v1.0' });
  });
  afterEach(() => world.close());

  it('reads name and mail, or the name to sign in with where there is no mail', async () => {
    assert.deepEqual(await probe.profile(world.tokenOf('ada')), {
      name: 'Ada Vance',
      mail: 'ada@contoso.com',
      organisation: 'Contoso',
    });
    const outcome = {
      status: 200,
      body: { id: 'x', displayName: 'Guest', userPrincipalName: 'g@x.example' },
    };
    world.faults.add({ path: /\/me$/, when: 'before', outcome });
    world.faults.add({ path: /\/organization$/, when: 'before', outcome: { status: 403, body: {} } });
    assert.deepEqual(await probe.profile(world.tokenOf('ada')), { name: 'Guest', mail: 'g@x.example' });
  });

  it('finds out whether names of groups are told', async () => {
    assert.equal(await probe.groupNames(world.tokenOf('ada')), true);
    assert.equal(await probe.groupNames(world.tokenOf('ada', { scp: 'User.Read' })), false);
    for (const group of world.tenant.groups) group.memberIds = [];
    assert.equal(await probe.groupNames(world.tokenOf('ada')), undefined);
  });

  it('is told what is not permitted, and only reads', async () => {
    const token = world.tokenOf('ada', { scp: 'Group-Conversation.ReadWrite.All' });
    await assert.rejects(probe.profile(token), { code: 'READ_PERMISSION_MISSING' });
    await assert.rejects(probe.groupNames(token), { code: 'READ_PERMISSION_MISSING' });
    assert.equal(world.traffic.count(), world.traffic.count({ method: 'GET' }));
  });
});
