import assert from 'node:assert/strict';
import { grantedPermissions } from '../../src/identity/granted-permissions.ts';

describe('identity: granted permissions', () => {
  it('are bare names, once each, without what is none', () => {
    const scopes = [
      ...['openid', 'profile', 'email', 'offline_access', ''],
      ...['https://graph.microsoft.com/User.Read', 'User.Read', 'Group.ReadWrite.All'],
      ...['https://graph.microsoft.com/.default', 'https://dod-graph.microsoft.us//People.Read'],
    ];
    assert.deepEqual(grantedPermissions(scopes), ['User.Read', 'Group.ReadWrite.All', 'People.Read']);
  });
});
