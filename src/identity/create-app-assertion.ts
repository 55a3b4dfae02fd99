import { readFile } from 'node:fs/promises';
import { ManagedIdentityApplication } from '@azure/msal-node';
import type { FederatedCredential } from '../config/configuration.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { AppAssertion } from './app-assertion.ts';
import { createEntraNetwork } from './entra-network.ts';

/**
 * Where the app's assertion comes from: a managed identity's token for the token exchange (MSAL finds the endpoint of App
 * Service, Container Apps, Arc or a virtual machine by the variables that each of them sets), or a file that the platform
 * keeps fresh, read anew each time (Kubernetes workload identity).
 */
export function createAppAssertion(
  { source, audience }: FederatedCredential,
  { deadlineMs }: { deadlineMs: number },
): AppAssertion {
  const read =
    source.kind === 'file'
      ? async () => (await readFile(source.path, 'utf8')).trim()
      : async () => {
          const identity = new ManagedIdentityApplication({
            ...(source.clientId === undefined
              ? {}
              : { managedIdentityIdParams: { userAssignedClientId: source.clientId } }),
            system: {
              // A turn has four seconds; what failed is tried again by the work that needed it.
              disableInternalRetries: true,
              networkClient: createEntraNetwork({ deadlineMs }),
            },
          });
          return (await identity.acquireToken({ resource: audience })).accessToken;
        };
  return async () => {
    try {
      const assertion = await read();
      if (assertion === '') throw new Error('the assertion is empty');
      return assertion;
    } catch (cause) {
      const log = `the federated credential's assertion could not be read (${source.kind})`;
      throw new CodedError('REGISTRATION_REFUSED', {}, { cause, log });
    }
  };
}
