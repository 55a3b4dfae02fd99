import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { issueAppToken } from './issue-app-token.ts';
import type { Form } from './read-form.ts';
import { readScopes } from './read-scopes.ts';
import type { TokenAnswer } from './token-answer.ts';

const lifetimeSeconds = 3600;

/**
 * `client_credentials` of the organisation's other app: a token for Kickoff, the only resource that it uses.
 *
 * @throws EntraError `malformed`, `scopeNotDefault`, `unknownResource`, `severalResources`.
 */
export async function grantOtherApp(context: EntraContext, form: Form): Promise<TokenAnswer> {
  const scope = form('scope');
  if (scope === undefined) throw new EntraError('malformed', 'scope');
  const { resource, permissions } = readScopes(scope, context.cloudOrigin());
  const { app } = context.tenant;
  if (resource === undefined || permissions.length !== 1 || permissions[0] !== '.default')
    throw new EntraError('scopeNotDefault', scope);
  if (![app.ssoResource, `api://${app.id}`, app.id].includes(resource))
    throw new EntraError('unknownResource', resource);
  return {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await issueAppToken(context, { lifetimeSeconds }),
  };
}
