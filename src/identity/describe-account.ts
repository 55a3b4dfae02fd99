import type { Accounts } from '../conversations/ports/accounts.ts';
import type { Tokens } from '../conversations/ports/tokens.ts';
import { adminConsentLink } from './admin-consent-link.ts';
import type { IdentityContext } from './identity-context.ts';

/** Describes a person's sign-in by the token that they have and the permissions that Entra granted with it. */
export function createDescribeAccount(
  { configuration, documentsOf }: Pick<IdentityContext, 'configuration' | 'documentsOf'>,
  tokens: Tokens,
): Accounts['describe'] {
  return async (person, options) => {
    const answer = await tokens.graphToken(person, options);
    if (answer.kind !== 'token') return { kind: answer.kind, error: answer.error };
    const { authorization_endpoint } = await documentsOf(person.tenantId).metadata.get();
    // Where this tenant's browsers sign in.
    const endpoints = { entraAuthority: new URL(authorization_endpoint).origin };
    return {
      kind: 'signed-in',
      token: answer.token,
      granted: answer.granted ?? [],
      adminLink: adminConsentLink({ app: configuration.app, endpoints }, person.tenantId),
    };
  };
}
