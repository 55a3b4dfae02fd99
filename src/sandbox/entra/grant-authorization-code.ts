import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { issueDelegatedTokens } from './issue-delegated-tokens.ts';
import { readClaims } from './read-claims.ts';
import type { Form } from './read-form.ts';
import { readScopes } from './read-scopes.ts';
import type { TokenAnswer } from './token-answer.ts';

/**
 * `authorization_code` with PKCE: what the browser brought back becomes tokens, once.
 *
 * @throws EntraError `malformed`, what is wrong with the code, `consentMissing`.
 */
export async function grantAuthorizationCode(context: EntraContext, form: Form): Promise<TokenAnswer> {
  const code = form('code');
  const redirectUri = form('redirect_uri');
  if (code === undefined) throw new EntraError('malformed', 'code');
  if (redirectUri === undefined) throw new EntraError('malformed', 'redirect_uri');
  const grant = context.codes.redeem(code, { redirectUri, verifier: form('code_verifier') ?? '' });
  return issueDelegatedTokens(context, {
    personId: grant.personId,
    met: grant.met,
    claims: readClaims(form('claims')),
    scopes: readScopes(grant.scope, context.cloudOrigin()),
    nonce: grant.nonce,
    refreshable: true,
  });
}
