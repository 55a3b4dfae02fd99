import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { startManagedIdentity } from '../identity/managed-identity.ts';
import { eventually, startWorld } from './start-world.ts';

describe('a bot without any secret, on a virtual machine with a managed identity', function () {
  this.timeout(30_000);

  it('signs people in, posts, and answers in the chat', async () => {
    const [principalId, clientId] = [randomUUID(), randomUUID()];
    const audience = 'api://AzureADTokenExchange';
    const issue = { token: async (): Promise<string | undefined> => undefined };
    const identity = await startManagedIdentity(() => issue.token());
    const world = await startWorld({
      settings: {
        MicrosoftAppPassword: '',
        FEDERATED_CREDENTIAL: 'managed-identity',
        MANAGED_IDENTITY_CLIENT_ID: clientId,
        // Where Azure's own libraries look for the machine's identity instead of 169.254.169.254.
        AZURE_POD_IDENTITY_AUTHORITY_HOST: identity.origin,
      },
    });
    try {
      const { entra, tenant, cloudOrigin } = world.sandbox;
      const issuer = `${cloudOrigin}/${tenant.id}/v2.0`;
      tenant.app.federatedCredentials.push({ issuer, subject: principalId, audience });
      issue.token = () => entra.issueManagedIdentityToken({ principalId, audience });
      const ada = world.client('Ada');
      await ada.open('personal');
      await ada.send('personal', 'start "No secret" in Finance: at all');
      await eventually('the receipt', () =>
        JSON.stringify(ada.messages('personal')).includes('Conversation started'),
      );
      assert.equal(world.conversations('Finance').filter(({ topic }) => topic === 'No secret').length, 1);
      const [request] = identity.requests;
      assert.match(request?.path ?? '', /^\/metadata\/identity\/oauth2\/token\/?$/);
      assert.equal(request?.headers['metadata'], 'true');
      assert.deepEqual([request.query['resource'], request.query['client_id']], [audience, clientId]);
      assert.ok(world.traffic.count({ service: 'entra', method: 'POST', path: /token$/ }) >= 2);
    } finally {
      await world.stop();
      await identity.stop();
    }
  });
});
