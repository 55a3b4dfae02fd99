import restify, { type Request, type Response, type Server } from 'restify';
import { checkClientCredential } from './client-credential.ts';
import { EntraError } from './entra-error.ts';
import type { EntraContext } from './entra-context.ts';
import { grantAuthorizationCode } from './grant-authorization-code.ts';
import { grantClientCredentials } from './grant-client-credentials.ts';
import { grantOtherApp } from './grant-other-app.ts';
import { grantOnBehalfOf } from './grant-on-behalf-of.ts';
import { grantRefreshToken } from './grant-refresh-token.ts';
import { isTenant } from './is-tenant.ts';
import { readForm, type Form } from './read-form.ts';
import { refusalBody } from './refusal-body.ts';
import type { TokenAnswer } from './token-answer.ts';

type Grant = (context: EntraContext, form: Form) => Promise<TokenAnswer>;

const grants = new Map<string, Grant>([
  ['client_credentials', grantClientCredentials],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', grantOnBehalfOf],
  ['refresh_token', grantRefreshToken],
  ['authorization_code', grantAuthorizationCode],
]);

/** `POST /{tenant}/oauth2/v2.0/token`. */
export function mountToken(server: Server, context: EntraContext): void {
  const parseForm = restify.plugins.bodyParser({ mapParams: false, maxBodySize: 65_536 });
  server.post('/:tenant/oauth2/v2.0/token', parseForm, async (request: Request, response: Response) => {
    const headers = { 'cache-control': 'no-store', pragma: 'no-cache' };
    const form = readForm(request);
    try {
      response.send(200, await answerToken(context, request, form), headers);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      response.send(error.status, refusalBody(context, error, form('client-request-id')), headers);
    }
  });
}

async function answerToken(context: EntraContext, request: Request, form: Form): Promise<TokenAnswer> {
  const tenant = String(request.params['tenant']);
  if (!isTenant(context.tenant, tenant)) throw new EntraError('tenantNotFound', tenant);
  const type = form('grant_type');
  if (type === undefined) throw new EntraError('malformed', 'grant_type');
  const grant = grants.get(type);
  if (!grant) throw new EntraError('unsupportedGrant', type);
  const client = await checkClientCredential(form, request.headers.authorization, {
    ...context.tenant,
    certificates: context.certificates,
    tokenEndpoint: `${context.cloudOrigin()}/${context.tenant.id}/oauth2/v2.0/token`,
    now: context.now(),
    verify: (token) => context.signer.verify(token),
  });
  if (client === context.tenant.apiClient.id) {
    if (type !== 'client_credentials') throw new EntraError('unauthorizedClient', client);
    return grantOtherApp(context, form);
  }
  return grant(context, form);
}
