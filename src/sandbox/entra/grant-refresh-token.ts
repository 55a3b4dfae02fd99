import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { issueDelegatedTokens } from './issue-delegated-tokens.ts';
import { readClaims } from './read-claims.ts';
import type { Form } from './read-form.ts';
import { readScopes } from './read-scopes.ts';
import type { TokenAnswer } from './token-answer.ts';

/**
 * `refresh_token`: fresh tokens without the person. Consent is looked at again, so that what was withdrawn ends here.
 *
 * @throws EntraError `malformed`, what is wrong with the refresh token, what stands in the person's way.
 */
export async function grantRefreshToken(context: EntraContext, form: Form): Promise<TokenAnswer> {
  const token = form('refresh_token');
  if (token === undefined) throw new EntraError('malformed', 'refresh_token');
  const { personId, met } = context.refreshTokens.redeem(token);
  const scopes = readScopes(form('scope') ?? '.default', context.cloudOrigin());
  return issueDelegatedTokens(context, {
    personId,
    met,
    claims: readClaims(form('claims')),
    scopes: { ...scopes, openId: new Set([...scopes.openId, 'offline_access']) },
    refreshable: true,
  });
}
