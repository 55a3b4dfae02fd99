import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { issuerOf } from './issuer-of.ts';
import type { Form } from './read-form.ts';
import { readScopes } from './read-scopes.ts';
import type { TokenAnswer } from './token-answer.ts';

const lifetimeSeconds = 3600;

/**
 * `client_credentials`: a token of the app itself, for the resource of the one `/.default` scope; it has no `scp`, and
 * for Graph the application permissions that an administrator granted as `roles`.
 *
 * @throws EntraError `malformed`, `scopeNotDefault`, `unknownResource`, `severalResources`.
 */
export async function grantClientCredentials(context: EntraContext, form: Form): Promise<TokenAnswer> {
  const scope = form('scope');
  if (scope === undefined) throw new EntraError('malformed', 'scope');
  const { resource, permissions } = readScopes(scope, context.cloudOrigin());
  const { app, id: tid } = context.tenant;
  if (resource === undefined || permissions.length !== 1 || permissions[0] !== '.default') {
    throw new EntraError('scopeNotDefault', scope);
  }
  const known = [context.cloudOrigin(), app.ssoResource, `api://${app.id}`, app.id, ...context.appResources];
  if (!known.includes(resource)) throw new EntraError('unknownResource', resource);
  const token = await context.signer.sign(
    {
      iss: issuerOf(context),
      aud: resource,
      azp: app.id,
      appid: app.id,
      oid: app.id,
      sub: app.id,
      tid,
      idtyp: 'app',
      ver: '2.0',
      ...(resource === context.cloudOrigin() && { roles: context.consents.grantedToApp() }),
    },
    lifetimeSeconds,
  );
  return {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: token,
  };
}
