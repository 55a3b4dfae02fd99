import assert from 'node:assert/strict';
import { belongsTo } from '../../src/identity/belongs-to.ts';
import { createPartitionPlugin } from '../../src/identity/partition-plugin.ts';
import { createMemoryPorts } from './memory-ports.ts';

describe('identity: whose cache it is', () => {
  const person = { tenantId: 'tenant', objectId: 'ada' };
  const account = { home_account_id: 'ada.tenant', local_account_id: 'ada', realm: 'tenant' };
  const token = { home_account_id: 'ada.tenant', secret: 'x' };

  function cache(changes: Record<string, object> = {}): string {
    const own = { IdToken: { a: token }, AccessToken: { a: token }, RefreshToken: { a: token } };
    return JSON.stringify({ Account: { a: account }, ...own, AppMetadata: {}, ...changes });
  }

  it('is the person’s when every account and token in it is', () => {
    assert.ok(belongsTo(cache(), person));
    assert.ok(belongsTo(cache({ Account: {}, IdToken: {}, AccessToken: {}, RefreshToken: {} }), person));
  });

  it('knows a guest by the id in this tenant', () => {
    const guest = { ...account, home_account_id: 'home.elsewhere' };
    const tokens = { a: { home_account_id: 'home.elsewhere' } };
    const all = { Account: { a: guest }, IdToken: tokens, AccessToken: tokens, RefreshToken: tokens };
    assert.ok(belongsTo(cache(all), person));
  });

  it('is not, with anything of somebody else in it', () => {
    const other = { a: token, b: { home_account_id: 'ben.tenant' } };
    for (const kind of ['IdToken', 'AccessToken', 'RefreshToken']) {
      assert.equal(belongsTo(cache({ [kind]: other }), person), false, kind);
    }
    const ben = { ...account, local_account_id: 'ben' };
    assert.equal(belongsTo(cache({ Account: { a: account, b: ben } }), person), false);
    const elsewhere = { ...account, realm: 'elsewhere' };
    assert.equal(belongsTo(cache({ Account: { a: elsewhere } }), person), false);
    assert.equal(belongsTo('{}', person), false);
  });

  it('is never written when it is not', async () => {
    const { partitions } = createMemoryPorts();
    const plugin = createPartitionPlugin(
      { read: () => partitions.read(person), write: (text) => partitions.write(person, text) },
      person,
    );
    const contents = cache({ RefreshToken: { b: { home_account_id: 'ben.tenant' } } });
    const context = { cacheHasChanged: true, tokenCache: { serialize: () => contents } };
    await assert.rejects(plugin.afterCacheAccess(context as never), { code: 'INTERNAL' });
    assert.equal(partitions.held.size, 0);
  });
});
