import assert from 'node:assert/strict';
import type { Directory } from '../../src/conversations/ports/directory.ts';
import { createDirectory } from '../../src/graph/create-directory.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

describe('people in the directory', () => {
  let world: GraphWorld;
  let directory: Directory;
  beforeEach(async () => {
    world = await startGraphWorld();
    directory = createDirectory({ endpoint: world.origin, version: 'v1.0' });
  });
  afterEach(() => world.close());

  const tokenWith = (scp: string): string => world.tokenOf('ada', { scp });
  const namesFor = async (scp: string, name: string, limit = 10): Promise<string[]> =>
    (await directory.peopleByName(tokenWith(scp), name, limit)).map((person) => person.name);
  const ben = () => world.tenant.people.find(({ mail }) => mail.startsWith('ben@'))!;

  it('finds by name whom the person knows, and everybody, each once', async () => {
    assert.deepEqual(await namesFor('User.ReadBasic.All People.Read', 'oko'), ['Chika Okoro']);
    assert.deepEqual(await namesFor('User.ReadBasic.All', 'Lind'), ['Dana Lindqvist']);
    assert.deepEqual(await namesFor('People.Read', 'Ray'), ['Ben Ray']);
    assert.deepEqual(await namesFor('User.ReadBasic.All', 'ben@'), ['Ben Ray']);
    assert.deepEqual(await namesFor('User.ReadBasic.All', 'x" OR "mail:b'), []);
    assert.deepEqual(await namesFor('User.ReadBasic.All', '"'), []);
  });

  it('says so when nobody may be looked up', async () => {
    await assert.rejects(namesFor('User.Read', 'Ben'), { code: 'PEOPLE_NOT_READABLE' });
    await assert.rejects(directory.personById(tokenWith('User.Read'), ben().id), {
      code: 'PEOPLE_NOT_READABLE',
    });
  });

  it('finds somebody by object id, and nobody where there is none', async () => {
    const token = tokenWith('User.ReadBasic.All');
    assert.deepEqual(await directory.personById(token, ben().id), { name: 'Ben Ray', mail: ben().mail });
    assert.equal(await directory.personById(token, '99999999-0000-4000-8000-000000000000'), undefined);
  });

  it('counts a group’s people, and leaves out what it may not count', async () => {
    ben().guest = true;
    const token = tokenWith('GroupMember.Read.All');
    const id = world.groupId('finance');
    assert.deepEqual(await directory.audience(token, id, 2_000), { members: 2, guests: 1 });
    assert.deepEqual(await directory.audience(tokenWith('User.Read'), id, 2_000), {});
    assert.deepEqual(await directory.audience(token, world.tenant.id, 2_000), {});
  });

  it('reads the organisation’s domains, and none where it may not', async () => {
    assert.deepEqual(await directory.ownDomains(tokenWith('User.Read'), 2_000), ['contoso.com']);
    assert.deepEqual(await directory.ownDomains(tokenWith('People.Read'), 2_000), []);
  });
});
