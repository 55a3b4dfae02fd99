import type { Request, Response, Server } from 'restify';
import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { issuerOf } from './issuer-of.ts';
import { isTenant } from './is-tenant.ts';
import { refusalBody } from './refusal-body.ts';

/** OpenID Connect discovery and the signing keys, where Entra and MSAL expect them. */
export function mountMetadata(server: Server, context: EntraContext): void {
  server.get('/:tenant/v2.0/.well-known/openid-configuration', answerFor(context, metadataOf));
  server.get(
    '/:tenant/discovery/v2.0/keys',
    answerFor(context, ({ signer }) => signer.publicKeys()),
  );
}

function answerFor(context: EntraContext, document: (context: EntraContext) => object) {
  return async (request: Request, response: Response): Promise<void> => {
    const tenant = String(request.params['tenant']);
    if (isTenant(context.tenant, tenant)) response.send(200, document(context));
    else response.send(400, refusalBody(context, new EntraError('tenantNotFound', tenant)));
  };
}

/** The sign-in page is on another origin than the rest: browsers go there, servers do not. */
function metadataOf(context: EntraContext): object {
  const authority = `${context.cloudOrigin()}/${context.tenant.id}`;
  return {
    issuer: issuerOf(context),
    authorization_endpoint: `${context.pageOrigin()}/${context.tenant.id}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    code_challenge_methods_supported: ['S256'],
  };
}
