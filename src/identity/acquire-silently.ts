import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import type { Person } from '../conversations/person.ts';

/**
 * A token from the person's partition: the cached one, else by the cached refresh token.
 *
 * @returns undefined when the partition knows no account, so that nothing can be asked for.
 * @throws what MSAL throws.
 */
export async function acquireSilently(
  app: ConfidentialClientApplication,
  person: Person,
  options: { scopes: string[]; claims?: string | undefined; renew?: boolean | undefined },
): Promise<AuthenticationResult | undefined> {
  const accounts = await app.getTokenCache().getAllAccounts();
  // The newest: an account is known by the host it signed in at, too, and ENTRA_AUTHORITY may have named another one before.
  const account = accounts.findLast(
    (each) => each.localAccountId === person.objectId && each.tenantId === person.tenantId,
  );
  if (!account) return undefined;
  return app.acquireTokenSilent({
    account,
    scopes: options.scopes,
    forceRefresh: options.renew ?? false,
    ...(options.claims === undefined ? {} : { claims: options.claims }),
  });
}
