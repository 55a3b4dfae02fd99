import { decodeJwt, type JWTPayload } from 'jose';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { AppCaller, Callers, PersonCaller } from '../conversations/ports/callers.ts';
import type { IdentityContext } from './identity-context.ts';
import { TokenRefused } from './token-refused.ts';
import { verifyEntraToken } from './verify-entra-token.ts';

/** The delegated permission that Kickoff's app registration exposes to other systems (design §9). */
const scope = 'Conversations.Start';
/** Its app role for apps that send notices without a person. */
const noticeRole = 'Notices.Send';
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Checks the access token of another system: a version 2 token for this app (its id or `SSO_RESOURCE`) from an allowed
 * tenant, issued to an app on the list, for a person with the scope `Conversations.Start` or, where that is enough, for the
 * app alone with the role `Notices.Send`. Each refusal is logged with its reason and never with the token.
 *
 * @param options.clients names of the apps that may call, by client id in lower case
 */
export function createCallerCheck(
  options: { clients: ReadonlyMap<string, string> } & Pick<
    IdentityContext,
    'configuration' | 'documentsOf' | 'clock' | 'log'
  >,
): Callers {
  const { clients, configuration, documentsOf, clock, log } = options;

  async function claimsOf(token: string): Promise<{ claims: JWTPayload; tenantId: string }> {
    // Read unchecked only to know whose keys to ask for, and to ask for those of allowed tenants alone.
    const { tid } = readUnchecked(token);
    if (typeof tid !== 'string' || !guid.test(tid)) throw new TokenRefused('no tenant');
    const tenantId = tid.toLowerCase();
    if (!configuration.allowedTenants.has(tenantId))
      throw new CodedError('TENANT_NOT_ALLOWED', {}, { log: 'the tenant is not in ALLOWED_TENANTS' });
    const claims = await verifyEntraToken(
      token,
      {
        issuers: [`${configuration.endpoints.entraAuthority}/${tenantId}/v2.0`],
        audiences: [configuration.app.id, configuration.ssoResource],
      },
      { documents: documentsOf(tenantId), clock },
    );
    return { claims, tenantId };
  }

  function clientOf({ azp }: JWTPayload): string {
    if (typeof azp !== 'string' || !guid.test(azp)) throw new TokenRefused('no client');
    const client = azp.toLowerCase();
    if (!clients.has(client)) throw new CodedError('API_CLIENT_NOT_ALLOWED', { client });
    return client;
  }

  function personOf(claims: JWTPayload, tenantId: string): PersonCaller {
    const { oid, scp } = claims;
    if (typeof scp !== 'string' || !scp.split(' ').includes(scope))
      throw new CodedError('API_SCOPE_MISSING', { scope });
    const client = clientOf(claims);
    if (typeof oid !== 'string' || !guid.test(oid)) throw new TokenRefused('no person');
    const name = [claims['name'], claims['preferred_username'], oid].find(isWord) ?? oid;
    return { kind: 'person', client, person: { tenantId, objectId: oid.toLowerCase(), name } };
  }

  function appOf(claims: JWTPayload, tenantId: string): AppCaller {
    const { roles, scp } = claims;
    if (scp !== undefined || !Array.isArray(roles) || !roles.includes(noticeRole))
      throw new CodedError('API_ROLE_MISSING', { role: noticeRole });
    const client = clientOf(claims);
    return { kind: 'app', tenantId, client, name: clients.get(client) ?? client };
  }

  async function refusing<Answer>(check: () => Promise<Answer>): Promise<Answer> {
    try {
      return await check();
    } catch (error) {
      const refusal =
        error instanceof TokenRefused
          ? new CodedError('NOT_AUTHENTICATED', {}, { log: error.message })
          : error;
      if (refusal instanceof CodedError)
        log.warn({ code: refusal.code }, `the token of an API call was refused: ${refusal.message}`);
      throw refusal;
    }
  }

  return {
    person: (token) =>
      refusing(async () => {
        const { claims, tenantId } = await claimsOf(token);
        if (isAppAlone(claims)) throw new CodedError('API_APP_ONLY');
        return personOf(claims, tenantId);
      }),
    noticeSender: (token) =>
      refusing(async () => {
        const { claims, tenantId } = await claimsOf(token);
        // An app without any role has neither claim; whoever calls for a person has a scope.
        const alone = isAppAlone(claims) || claims['scp'] === undefined;
        return alone ? appOf(claims, tenantId) : personOf(claims, tenantId);
      }),
  };
}

/** Only tokens for a person have scopes; `idtyp` is an optional claim, which not every registration asks for. */
function isAppAlone({ idtyp, scp, roles }: JWTPayload): boolean {
  return idtyp === 'app' || (scp === undefined && roles !== undefined);
}

function isWord(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.trim() !== '';
}

function readUnchecked(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw new TokenRefused('not a token');
  }
}
