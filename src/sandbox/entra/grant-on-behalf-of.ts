import { errors, type JWTPayload } from 'jose';
import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { issuerOf } from './issuer-of.ts';
import { issueDelegatedTokens } from './issue-delegated-tokens.ts';
import { readClaims } from './read-claims.ts';
import type { Form } from './read-form.ts';
import { readScopes } from './read-scopes.ts';
import type { TokenAnswer } from './token-answer.ts';

/**
 * `urn:ietf:params:oauth:grant-type:jwt-bearer` with `requested_token_use=on_behalf_of`: a person's token for this app
 * becomes the person's token for Graph ("Microsoft identity platform and OAuth 2.0 On-Behalf-Of flow").
 *
 * @throws EntraError for the assertion, the scopes, or missing consent.
 */
export async function grantOnBehalfOf(context: EntraContext, form: Form): Promise<TokenAnswer> {
  if (form('requested_token_use') !== 'on_behalf_of')
    throw new EntraError('malformed', 'requested_token_use');
  const assertion = form('assertion');
  const scope = form('scope');
  if (assertion === undefined) throw new EntraError('malformed', 'assertion');
  if (scope === undefined) throw new EntraError('malformed', 'scope');
  const claims = await checkAssertion(context, assertion);
  const person = context.tenant.people.find((each) => each.id === claims['oid']);
  if (claims['scp'] === undefined || !person) throw new EntraError('assertionWithoutUser');
  return issueDelegatedTokens(context, {
    personId: person.id,
    met: [],
    claims: readClaims(form('claims')),
    scopes: readScopes(scope, context.cloudOrigin()),
    refreshable: context.profile().refreshTokenFromOnBehalfOf,
  });
}

async function checkAssertion(context: EntraContext, assertion: string): Promise<JWTPayload> {
  const { app } = context.tenant;
  try {
    return await context.signer.verify(assertion, {
      issuer: issuerOf(context),
      audience: [app.id, app.ssoResource],
    });
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new EntraError('assertionExpired');
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw new EntraError(error.claim === 'aud' ? 'assertionAudience' : 'assertionSignature');
    }
    if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) {
      throw new EntraError('malformedToken');
    }
    throw new EntraError('assertionSignature');
  }
}
