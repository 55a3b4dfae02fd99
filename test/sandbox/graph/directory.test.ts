import assert from 'node:assert/strict';
import { ask } from './ask.ts';
import { startGraphWorld, type GraphWorld } from './graph-world.ts';

const eventual = { headers: { ConsistencyLevel: 'eventual' } };
const mine = '/v1.0/me/memberOf/microsoft.graph.group';

describe('people and groups in the sandbox’s Graph', () => {
  let world: GraphWorld;
  before(async () => {
    world = await startGraphWorld();
  });
  after(() => world.close());

  const names = async (path: string, options: Parameters<typeof ask>[2] = eventual): Promise<unknown[]> => {
    const { status, body, error } = await ask(world, encodeURI(path), options);
    assert.equal(status, 200, error.message);
    return (body['value'] as Record<string, unknown>[]).map((item) => item['displayName']);
  };
  const refused = async (path: string, options: Parameters<typeof ask>[2] = {}): Promise<string> => {
    const { status, error } = await ask(world, encodeURI(path), options);
    assert.equal(status, 400, path);
    return error.code;
  };

  it('says who the person is', async () => {
    const { body } = await ask(world, '/beta/me');
    assert.equal(body['displayName'], 'Ada Vance');
    assert.equal((await ask(world, '/v1.0/users/ben@contoso.com')).body['displayName'], 'Ben Ray');
    assert.equal((await ask(world, '/v1.0/users/nobody@contoso.com')).status, 404);
  });

  it('lists the person’s groups; the cast is an advanced query', async () => {
    assert.deepEqual(await names(`${mine}?$count=true&$orderby=displayName`), [
      'All Company',
      'Building Access',
      'Finance',
      'Finance Leadership',
      'Project Aurora',
    ]);
    assert.deepEqual(await names(`${mine}?$count=true&$search="displayName:lead"`), ['Finance Leadership']);
    assert.deepEqual(await names(`${mine}?$count=true&$filter=startswith(displayName,'fin')&$top=1`), [
      'Finance',
    ]);
    assert.equal(await refused(mine), 'Request_UnsupportedQuery');
    assert.equal(await refused(`${mine}?$count=true`), 'Request_UnsupportedQuery');
    assert.equal(await refused(mine, eventual), 'Request_UnsupportedQuery');
  });

  it('shows ids only where the token may not read groups', async () => {
    const token = world.tokenOf('ada', { scp: 'User.Read' });
    const { body } = await ask(world, '/v1.0/me/memberOf', { token });
    const [group] = body['value'] as Record<string, unknown>[];
    assert.deepEqual([group?.['displayName'], group?.['mail']], [null, null]);
    assert.ok(group?.['id']);
    assert.equal((await ask(world, '/v1.0/groups', { token })).status, 403);
  });

  it('finds groups by name, address and words', async () => {
    assert.deepEqual(await names(`/v1.0/groups?$filter=displayName eq 'finance'`), ['Finance']);
    assert.deepEqual(await names(`/v1.0/groups?$filter=mail eq 'BOARD@contoso.com'`), ['Board']);
    assert.deepEqual(
      await names(`/v1.0/groups?$filter=startswith(displayName,'Finance') and mailEnabled eq true`),
      ['Finance', 'Finance Leadership'],
    );
    assert.deepEqual(
      await names(`/v1.0/groups?$filter=groupTypes/any(c:c eq 'Unified') and (mail eq null)`),
      [],
    );
    assert.deepEqual(await names(`/v1.0/groups?$search="displayName:comp" OR "mail:board"`), [
      'All Company',
      'Board',
    ]);
    assert.equal(await refused(`/v1.0/groups?$search="displayName:comp"`), 'Request_UnsupportedQuery');
    assert.equal(await refused(`/v1.0/groups?$search=comp`, eventual), 'BadRequest');
    assert.equal(await refused(`/v1.0/groups?$filter=displayName eq 'it's'`), 'BadRequest');
    assert.equal(await refused(`/v1.0/groups?$filter=secret eq 'x'`), 'Request_UnsupportedQuery');
  });

  it('gets one group, its members, and shows hideFromOutlookClients only when selected', async () => {
    const path = `/v1.0/groups/${world.groupId('aurora')}`;
    assert.equal((await ask(world, path)).body['hideFromOutlookClients'], undefined);
    const { body } = await ask(world, `${path}?$select=hideFromOutlookClients`);
    assert.equal(body['hideFromOutlookClients'], true);
    assert.deepEqual(await names(`${path}/members`), ['Ada Vance', 'Ben Ray']);
    assert.equal((await ask(world, `/v1.0/groups/${world.tenant.id}`)).status, 404);
  });

  it('finds people', async () => {
    assert.deepEqual(await names(`/v1.0/users?$search="displayName:oko" OR "mail:ben"`), [
      'Ben Ray',
      'Chika Okoro',
    ]);
    assert.deepEqual(await names(`/v1.0/users?$filter=mail eq 'dana@contoso.com'`), ['Dana Lindqvist']);
    assert.deepEqual(await names(`/v1.0/users?$filter=userPrincipalName eq 'ada@contoso.com'`), [
      'Ada Vance',
    ]);
  });

  it('counts members and guests only as an advanced query, and only for who may see them', async () => {
    const guest = world.tenant.people.find(({ mail }) => mail.startsWith('ben@'));
    guest!.guest = true;
    const count = async (path: string, options: Parameters<typeof ask>[2]) => {
      const token = options?.token ?? world.tokenOf('ada');
      const headers = { Authorization: `Bearer ${token}`, ...options?.headers };
      const response = await fetch(`${world.origin}/v1.0/groups/${world.groupId('finance')}/members${path}`, {
        headers,
      });
      return {
        status: response.status,
        text: await response.text(),
        type: response.headers.get('content-type'),
      };
    };
    const all = await count('/$count', eventual);
    assert.deepEqual([all.status, all.text, all.type], [200, '2', 'text/plain']);
    const guests = await count("/microsoft.graph.user/$count?$filter=userType%20eq%20'Guest'", eventual);
    assert.equal(guests.text, '1');
    assert.equal((await count('/$count', {})).status, 400);
    const token = world.tokenOf('ada', { scp: 'User.Read Group.ReadBasic.All' });
    assert.equal((await count('/$count', { ...eventual, token })).status, 403);
    delete guest!.guest;
  });

  it('shows whom a person knows, and the organisation’s domains', async () => {
    const token = world.tokenOf('ada', { scp: 'User.Read People.Read' });
    assert.deepEqual(await names('/v1.0/me/people?$search="ok"&$top=5', { token }), ['Chika Okoro']);
    assert.equal((await ask(world, '/v1.0/me/people')).status, 403);
    const { body } = await ask(world, '/v1.0/organization?$select=verifiedDomains', { token });
    const [organization] = body['value'] as { verifiedDomains: { name: string }[] }[];
    assert.equal(organization?.verifiedDomains[0]?.name, 'contoso.com');
  });
});
