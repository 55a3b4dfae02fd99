import { CodedError } from '../conversations/errors/coded-error.ts';
import type { AppTokens } from '../conversations/ports/app-tokens.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { AppProof } from './create-msal-application.ts';
import { createEntraClient } from './entra-client.ts';
import type { IdentityConfiguration } from './identity-configuration.ts';
import { createSingleFlight } from './single-flight.ts';
import type { TenantDocuments } from './tenant-documents.ts';

/** A token is fetched anew this long before it ends, in milliseconds. */
const earlyMs = 300_000;

/**
 * The app's own tokens for Graph (client credentials), kept in memory only. Those who ask together share one request; each
 * request stands alone, because MSAL would refuse everybody for a minute after one 5xx.
 */
export function createAppTokens(options: {
  configuration: Pick<IdentityConfiguration, 'app' | 'endpoints'>;
  credential: AppProof;
  documentsOf: (tenantId: string) => TenantDocuments;
  clock: Clock;
  deadlineMs: number;
}): AppTokens {
  const { configuration, credential, documentsOf, clock, deadlineMs } = options;
  const { app, endpoints } = configuration;
  const kept = new Map<string, { token: string; until: number }>();
  const flights = createSingleFlight<string>();

  async function fetch(tenantId: string): Promise<string> {
    const client = createEntraClient({
      appId: app.id,
      credential,
      authority: `${endpoints.entraAuthority}/${tenantId}`,
      metadata: await documentsOf(tenantId).metadata.get(),
      cachePlugin: undefined,
      deadlineMs,
    });
    try {
      const result = await client.app.acquireTokenByClientCredential({
        scopes: [`${endpoints.graph}/.default`],
      });
      if (!result?.accessToken || !result.expiresOn) throw new Error('Entra answered without a token');
      const { accessToken: token, expiresOn } = result;
      kept.set(tenantId, { token, until: expiresOn.getTime() - earlyMs });
      return token;
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      const { status = 0, retryAfterMs } = client.lastAnswer() ?? {};
      if (status === 429) {
        const details = { ...(retryAfterMs !== undefined && { retryAfterMs: String(retryAfterMs) }) };
        throw new CodedError('SIGN_IN_THROTTLED', details, { cause });
      }
      if (status >= 400 && status < 500) throw new CodedError('REGISTRATION_REFUSED', {}, { cause });
      throw new CodedError('SIGN_IN_UNAVAILABLE', {}, { cause });
    }
  }

  return {
    async graphToken(tenantId) {
      const known = kept.get(tenantId);
      if (known !== undefined && clock.now().getTime() < known.until) return known.token;
      return flights(tenantId, () => fetch(tenantId));
    },
  };
}
