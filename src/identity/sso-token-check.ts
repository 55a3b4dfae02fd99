import { decodeJwt, type JWTPayload } from 'jose';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { TenantDocuments } from './tenant-documents.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';
import { TokenRefused } from './token-refused.ts';
import { verifyEntraToken } from './verify-entra-token.ts';

/**
 * Checks the token that a client sent for this app.
 *
 * @throws CodedError SIGN_IN_REJECTED, TENANT_NOT_ALLOWED, or SIGN_IN_UNAVAILABLE when the keys cannot be read.
 */
export type SsoTokenCheck = (token: string, person: Person) => Promise<void>;

/**
 * The token must be this app's (app id or `ssoResource`), from the person's own allowed tenant, for `access_as_user`, and
 * about the person who sent the activity. Each refusal is logged with its reason and never with the token.
 */
export function createSsoTokenCheck(options: {
  configuration: IdentityConfiguration;
  documentsOf: (tenantId: string) => TenantDocuments;
  clock: Clock;
  log: Log;
}): SsoTokenCheck {
  const { configuration, documentsOf, clock, log } = options;

  async function check(token: string, person: Person): Promise<void> {
    // Read unchecked only to refuse early: keys are fetched for allowed tenants alone.
    const { tid } = readUnchecked(token);
    if (!allowed(person.tenantId) || (typeof tid === 'string' && !allowed(tid))) {
      throw new CodedError('TENANT_NOT_ALLOWED', {}, { log: 'the tenant is not in ALLOWED_TENANTS' });
    }
    const claims = await verifyEntraToken(
      token,
      {
        issuers: issuersOf(configuration, person.tenantId),
        audiences: [configuration.app.id, configuration.ssoResource],
      },
      { documents: documentsOf(person.tenantId), clock },
    );
    if (claims['tid'] !== person.tenantId) throw new TokenRefused('another tenant');
    if (claims['oid'] !== person.objectId) throw new TokenRefused('another person');
    const scopes = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [];
    if (!scopes.includes('access_as_user')) throw new TokenRefused('scope access_as_user is missing');
  }

  function allowed(tenantId: string): boolean {
    return configuration.allowedTenants.has(tenantId.toLowerCase());
  }

  return async (token, person) => {
    try {
      await check(token, person);
    } catch (error) {
      const refusal = error instanceof TokenRefused ? rejected(error.message) : error;
      if (refusal instanceof CodedError) {
        const fields = { code: refusal.code, tenant: person.tenantId, person: person.objectId };
        log.warn(fields, `single sign-on token refused: ${refusal.message}`);
      }
      throw refusal;
    }
  };
}

function rejected(reason: string): CodedError {
  return new CodedError('SIGN_IN_REJECTED', {}, { log: reason });
}

function readUnchecked(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw new TokenRefused('not a token');
  }
}

/** Registrations that accept version 1 tokens get them from `sts.windows.net`, in the public cloud. */
function issuersOf({ cloud, endpoints }: IdentityConfiguration, tenantId: string): string[] {
  const issuers = [`${endpoints.entraAuthority}/${tenantId}/v2.0`];
  if (cloud === 'public' && endpoints.entraAuthority === 'https://login.microsoftonline.com') {
    issuers.push(`https://sts.windows.net/${tenantId}/`);
  }
  return issuers;
}
