import assert from 'node:assert/strict';
import { createAddressBook } from '../../src/graph/create-address-book.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';

describe('people by address in the directory', () => {
  let world: GraphWorld;
  beforeEach(async () => {
    world = await startGraphWorld();
  });
  afterEach(() => world.close());

  const find = (mail: string, scp = 'User.ReadBasic.All') =>
    createAddressBook({ endpoint: world.origin, version: 'v1.0' }).byMail(
      world.tokenOf('ada', { scp }),
      mail,
    );
  const ben = () => world.tenant.people.find(({ mail }) => mail.startsWith('ben@'))!;

  it('are found by mail address and by sign-in name, in any case', async () => {
    const expected = [{ id: ben().id, name: 'Ben Ray' }];
    assert.deepEqual(await find('BEN@contoso.com'), expected);
    ben().mail = "ben.o'ray+1&x=#y@contoso.com";
    assert.deepEqual(await find("ben.o'ray+1&x=#y@contoso.com"), expected);
    assert.deepEqual(await find('ben@contoso.com'), expected);
  });

  it('are nobody where there is none, and nobody else however the address is written', async () => {
    for (const mail of ['nobody@contoso.com', "x' or mail ne 'x@contoso.com", '%27@contoso.com'])
      assert.deepEqual(await find(mail), [], mail);
  });

  it('may not be read by everybody', async () => {
    await assert.rejects(find('ben@contoso.com', 'User.Read'), { code: 'PEOPLE_NOT_READABLE' });
  });
});
