import { decodeJwt, type JWTPayload } from 'jose';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Callers, Caller } from '../conversations/ports/callers.ts';
import type { IdentityContext } from './identity-context.ts';
import { TokenRefused } from './token-refused.ts';
import { verifyEntraToken } from './verify-entra-token.ts';

/** The delegated permission that Kickoff's app registration exposes to other systems (design §9). */
const scope = 'Conversations.Start';
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Checks the access token of another system that calls as a person: a version 2 token for this app (its id or
 * `SSO_RESOURCE`) from an allowed tenant, with the scope `Conversations.Start`, issued to an app on the list. Each refusal is
 * logged with its reason and never with the token.
 *
 * @param options.clients client ids of the apps that may call, in lower case
 */
export function createCallerCheck(
  options: { clients: ReadonlySet<string> } & Pick<
    IdentityContext,
    'configuration' | 'documentsOf' | 'clock' | 'log'
  >,
): Callers['identify'] {
  const { clients, configuration, documentsOf, clock, log } = options;

  async function check(token: string): Promise<Caller> {
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
    return callerOf(claims, tenantId);
  }

  function callerOf(claims: JWTPayload, tenantId: string): Caller {
    const { azp, oid, scp, roles, idtyp } = claims;
    if (idtyp === 'app' || (scp === undefined && roles !== undefined)) throw new CodedError('API_APP_ONLY');
    if (typeof scp !== 'string' || !scp.split(' ').includes(scope))
      throw new CodedError('API_SCOPE_MISSING', { scope });
    if (typeof azp !== 'string' || !guid.test(azp)) throw new TokenRefused('no client');
    const client = azp.toLowerCase();
    if (!clients.has(client)) throw new CodedError('API_CLIENT_NOT_ALLOWED', { client });
    if (typeof oid !== 'string' || !guid.test(oid)) throw new TokenRefused('no person');
    const name = [claims['name'], claims['preferred_username'], oid].find(isWord) ?? oid;
    return { client, person: { tenantId, objectId: oid.toLowerCase(), name } };
  }

  return async (token) => {
    try {
      return await check(token);
    } catch (error) {
      const refusal =
        error instanceof TokenRefused
          ? new CodedError('NOT_AUTHENTICATED', {}, { log: error.message })
          : error;
      if (refusal instanceof CodedError)
        log.warn({ code: refusal.code }, `the token of an API call was refused: ${refusal.message}`);
      throw refusal;
    }
  };
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
