import type { AuthenticationResult } from '@azure/msal-node';
import type { Person } from '../conversations/person.ts';
import { acquireSilently } from './acquire-silently.ts';
import { createMsalApplication } from './create-msal-application.ts';
import { graphScopes } from './graph-scopes.ts';
import type { IdentityContext } from './identity-context.ts';
import { offlineNetwork } from './offline-network.ts';

/**
 * The Graph token that a person's partition holds and that is good for five more minutes at least. Nothing is written and
 * nobody is asked, so it takes no turn.
 *
 * @returns `token` undefined when there is none.
 * @throws CodedError SIGN_IN_UNAVAILABLE when the tenant's metadata was never read; what storage throws.
 */
export async function readKeptToken(
  context: IdentityContext,
  person: Person,
): Promise<{ known: boolean; token?: AuthenticationResult | undefined }> {
  const { configuration, partitions, documentsOf } = context;
  const contents = await partitions.read(person);
  if (contents === undefined) return { known: false };
  const app = createMsalApplication({
    appId: configuration.app.id,
    // MSAL wants one, and would have a federated one fetched; it goes nowhere.
    credential: { kind: 'secret', secret: 'unused' },
    authority: `${configuration.endpoints.entraAuthority}/${person.tenantId}`,
    metadata: await documentsOf(person.tenantId).metadata.get(),
    network: offlineNetwork,
  });
  app.getTokenCache().deserialize(contents);
  try {
    return { known: true, token: await acquireSilently(app, person, { scopes: graphScopes(configuration) }) };
  } catch {
    return { known: true };
  }
}
