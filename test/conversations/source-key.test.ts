import assert from 'node:assert/strict';
import { sourceKey } from '../../src/conversations/source-key.ts';
import { ada } from './fakes/world.ts';

describe('the source key of an API call', () => {
  const call = { tenantId: ada.tenantId, client: 'client', objectId: ada.objectId, key: 'ada@contoso.com|1' };

  it('is another one for each tenant, app, person and key', () => {
    const keys = [call, ...Object.keys(call).map((part) => ({ ...call, [part]: `${call.key}|other` }))].map(
      sourceKey.api,
    );
    assert.equal(new Set(keys).size, 5);
    assert.equal(sourceKey.api({ ...call }), keys[0]);
  });

  it('says nothing of what the caller chose as its key', () => {
    assert.ok(!sourceKey.api(call).includes('contoso'));
  });
});
