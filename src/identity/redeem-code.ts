import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import type { AuthorizationSecret } from './authorization-secret.ts';
import { belongsTo } from './belongs-to.ts';
import { checkIdToken } from './check-id-token.ts';
import type { EntraClient } from './entra-client.ts';
import { readEntraRefusal } from './read-entra-refusal.ts';
import { graphScopes } from './graph-scopes.ts';
import type { IdentityContext } from './identity-context.ts';

/**
 * Redeems an authorization code and keeps its tokens as the person's partition. Until the id token is known to be the
 * person's, the tokens exist only in an application without a partition, so somebody else's are never stored.
 *
 * @throws CodedError SIGN_IN_OTHER_PERSON, or why Entra refused.
 */
export async function redeemCode(
  context: IdentityContext,
  person: Person,
  answer: { code: string; secret: AuthorizationSecret },
): Promise<void> {
  const { configuration, clock, challenges, turns, log } = context;
  const { verifier, nonce, claims } = answer.secret;
  let client: EntraClient | undefined;
  let idToken: string;
  try {
    client = await context.clientFor(person);
    const result = await client.app.acquireTokenByCode({
      code: answer.code,
      codeVerifier: verifier,
      nonce,
      scopes: graphScopes(configuration),
      redirectUri: `${configuration.server.publicUrl}/auth/end`,
      ...(claims !== undefined && { claims }),
    });
    idToken = result.idToken;
  } catch (error) {
    const about = { person, configuration, now: clock.now() };
    const refusal = readEntraRefusal(error, client?.lastAnswer(), about);
    const fields = { code: refusal.error.code, tenant: person.tenantId, person: person.objectId, error };
    log.warn(fields, 'the authorization code was not redeemed');
    throw refusal.error;
  }
  await checkIdToken(idToken, { person, nonce }, context);
  const contents = client.app.getTokenCache().serialize();
  if (!belongsTo(contents, person)) throw new CodedError('SIGN_IN_OTHER_PERSON');
  await turns(person, (partition) => partition.write(contents));
  await challenges.forget(person);
}
